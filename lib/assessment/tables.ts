import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { proposals } from '../proposals/tables'
import type { TypedCard } from './card'
import type { Declaration, Mode } from './rules'

/** What proposals are assessed by. Never edited: a city changes its criteria by adopting a new set, valid from a day. */
export const criteriaSets = pgTable(
  'criteria_sets',
  {
    id: key(),
    mode: text().$type<Mode>().notNull(),
    validFrom: date().notNull(),
    /** The rule they rest on, in words. */
    basis: text().notNull(),
    /** Two cards further apart than this share of all points, in percent, call for a third. */
    apartPercent: smallint().notNull(),
    /** How long somebody has for a card, unless told otherwise. */
    days: smallint().notNull(),
    adoptedById: uuid().notNull().references(() => people.id),
    adoptedAt: instant().notNull().default(sql`now()`),
  },
  (table) => [
    unique('criteria_sets_one_each_day').on(table.mode, table.validFrom),
    check('criteria_sets_known_mode', sql`${table.mode} in ('idea', 'smallGrant', 'openCall', 'localInitiative')`),
    check('criteria_sets_within_bounds', sql`${table.apartPercent} between 1 and 100 and ${table.days} between 1 and 90`),
  ],
)

export const criteria = pgTable(
  'criteria',
  {
    id: key(),
    setId: uuid().notNull().references(() => criteriaSets.id),
    position: smallint().notNull(),
    name: text().notNull(),
    hint: text().notNull(),
    /** Translations beside the text as adopted. */
    nameEn: text(),
    hintEn: text(),
    /** A card gives from 0 to this many points. */
    most: smallint().notNull(),
    /** How many times they count. */
    weight: smallint().notNull(),
  },
  (table) => [
    unique('criteria_one_each_position').on(table.setId, table.position),
    check('criteria_within_bounds', sql`${table.most} between 1 and 100 and ${table.weight} between 1 and 100`),
  ],
)

/** A proposal that is being assessed, by the criteria that were valid when that began; once more after an upheld appeal. */
export const assessments = pgTable(
  'assessments',
  {
    proposalId: uuid().notNull().references(() => proposals.id),
    /** 1, and one more for each time that an appeal led to a new assessment. */
    round: smallint().notNull(),
    setId: uuid().notNull().references(() => criteriaSets.id),
    openedAt: instant().notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.round] })],
)

/** Who assesses: one person a place, until freed by a conflict of interest or by the coordinator. */
export const assessors = pgTable(
  'assessors',
  {
    id: key(),
    proposalId: uuid().notNull(),
    round: smallint().notNull(),
    personId: uuid().notNull().references(() => people.id),
    /** 1 and 2; 3 where these two differ. */
    place: smallint().notNull(),
    dueOn: date().notNull(),
    assignedAt: instant().notNull().default(sql`now()`),
    assignedById: uuid().notNull().references(() => people.id),
    /** What they said about a conflict of interest, before the sheet opened. */
    declaration: text().$type<Declaration>(),
    declaredAt: instant(),
    /** Which conflict, for the coordinator alone. */
    words: text(),
    freedAt: instant(),
    freedById: uuid().references(() => people.id),
    freedReason: text(),
    /** When they were reminded of the day; once. */
    remindedAt: instant(),
  },
  (table) => [
    foreignKey({ columns: [table.proposalId, table.round], foreignColumns: [assessments.proposalId, assessments.round], name: 'assessors_of_a_round' }),
    unique('assessors_declared').on(table.id, table.declaration),
    // In all rounds: whoever assessed before an appeal does not assess after it.
    unique('assessors_once_each_person').on(table.proposalId, table.personId),
    uniqueIndex('assessors_one_each_place').on(table.proposalId, table.round, table.place).where(sql`${table.freedAt} is null`),
    index().on(table.personId),
    check('assessors_known_place', sql`${table.place} between 1 and 3`),
    check('assessors_known_declaration', sql`${table.declaration} in ('none', 'own', 'related')`),
    check('assessors_declared_once', sql`(${table.declaration} is null) = (${table.declaredAt} is null)`),
    check('assessors_conflict_in_words', sql`${table.declaration} is distinct from 'related' or ${table.words} is not null`),
    check('assessors_conflict_frees', sql`${table.declaration} is null or ${table.declaration} = 'none' or ${table.freedAt} is not null`),
    check('assessors_freed_by_somebody', sql`(${table.freedAt} is null) = (${table.freedById} is null)`),
    check('assessors_freed_with_reason', sql`${table.freedById} is null or ${table.freedById} = ${table.personId} or ${table.freedReason} is not null`),
    check('assessors_not_by_oneself', sql`${table.assignedById} <> ${table.personId}`),
  ],
)

/** An assessor's card. There is none without the declaration that there is no conflict: the key says so. */
export const cards = pgTable(
  'cards',
  {
    assessorId: uuid().primaryKey(),
    declaration: text().$type<Declaration>().notNull().default('none'),
    /** As typed, until it is handed in: nothing is lost, nothing need be right yet. */
    typed: jsonb().$type<TypedCard>().notNull(),
    savedAt: instant().notNull().default(sql`now()`),
    /** From here on it stays as it is (a trigger). */
    submittedAt: instant(),
    /** The wording of the proposal that it judges, once it is handed in. */
    version: integer(),
  },
  (table) => [
    foreignKey({ columns: [table.assessorId, table.declaration], foreignColumns: [assessors.id, assessors.declaration], name: 'cards_without_conflict' }),
    check('cards_without_conflict_declared', sql`${table.declaration} = 'none'`),
    check('cards_of_a_version', sql`(${table.submittedAt} is null) = (${table.version} is null)`),
  ],
)

/** What a card that was handed in says: points and the reason for each criterion. Append-only. */
export const cardPoints = pgTable(
  'card_points',
  {
    assessorId: uuid().notNull().references(() => cards.assessorId),
    criterionId: uuid().notNull().references(() => criteria.id),
    points: smallint().notNull(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assessorId, table.criterionId] }),
    check('card_points_not_negative', sql`${table.points} >= 0`),
    check('card_points_with_reason', sql`${table.reason} <> ''`),
  ],
)

/** Departments of the office, whose word can be asked for. */
export const departments = pgTable('departments', {
  code: text().primaryKey(),
  name: text().notNull(),
  nameEn: text(),
  closedAt: instant(),
})

/** A proposal that was forwarded to a department, and came back. */
export const forwardings = pgTable(
  'forwardings',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => proposals.id),
    department: text().notNull().references(() => departments.code),
    note: text().notNull(),
    dueOn: date().notNull(),
    forwardedAt: instant().notNull().default(sql`now()`),
    forwardedById: uuid().notNull().references(() => people.id),
    returnedAt: instant(),
    returnedById: uuid().references(() => people.id),
    returnNote: text(),
  },
  (table) => [
    uniqueIndex('forwardings_one_at_a_time').on(table.proposalId).where(sql`${table.returnedAt} is null`),
    index().on(table.proposalId),
    check('forwardings_returned_whole', sql`(${table.returnedAt} is null) = (${table.returnedById} is null) and (${table.returnedAt} is null) = (${table.returnNote} is null)`),
  ],
)
