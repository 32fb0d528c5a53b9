import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import type { District } from './districts'
import type { RegisterEntry, RegisterOutcome } from './register-entry'
import { files } from '../tables'
import type { LegalForm } from './rules'
import type { ContactKind, MemberRole } from './team'

export const organisations = pgTable(
  'organisations',
  {
    id: key(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    legalForm: text().$type<LegalForm>().notNull(),
    krs: text(),
    nip: text(),
    regon: text(),
    /** Where it has its seat: street and town. */
    seat: text().notNull(),
    about: text().notNull(),
    /** What it can do for others, and what it looks for: in its own words, empty when nothing. */
    offers: text().notNull().default(''),
    seeks: text().notNull().default(''),
    /** Codes of fields-of-work.ts. */
    fieldsOfWork: text().array().notNull().default(sql`'{}'`),
    district: text().$type<District>(),
    www: text(),
    /** For the office, and for everybody where `publicContacts` says so; never in an export. */
    contactEmail: text().notNull(),
    contactPhone: text(),
    /** What of its contact it shows to everybody. */
    publicContacts: text().array().$type<ContactKind[]>().notNull().default(sql`'{}'`),
    /** Counts the changes of the profile: who changes it names the one they saw. */
    profileRevision: integer().notNull().default(1),
    /** When its register is to be asked (again); null: it is in none that can be asked. */
    registerDueAt: instant(),
    logoFileId: uuid().unique().references(() => files.id),
    registeredAt: instant().notNull().default(sql`now()`),
    registeredById: uuid().notNull().references(() => people.id),
    confirmedAt: instant(),
    confirmedById: uuid().references(() => people.id),
    refusedAt: instant(),
    refusedById: uuid().references(() => people.id),
    refusalReason: text(),
    /** Hidden by moderation, and by which rule: its page says that alone; neither it nor its calls are in any list. */
    hiddenAt: instant(),
    hiddenGround: text(),
  },
  (table) => [
    index().on(table.confirmedAt),
    // A refused registration does not keep its numbers from those whom they belong to.
    uniqueIndex('organisations_krs_unique').on(table.krs).where(sql`${table.refusedAt} is null`),
    uniqueIndex('organisations_nip_unique').on(table.nip).where(sql`${table.refusedAt} is null`),
    uniqueIndex('organisations_regon_unique').on(table.regon).where(sql`${table.refusedAt} is null`),
    index().on(table.registerDueAt),
    check('organisations_known_contacts', sql`${table.publicContacts} <@ array['email', 'phone', 'www']`),
    check('organisations_one_answer', sql`${table.confirmedAt} is null or ${table.refusedAt} is null`),
    check('organisations_not_by_oneself', sql`${table.confirmedById} is distinct from ${table.registeredById} or ${table.confirmedById} is null`),
    check('organisations_hidden_by_a_rule', sql`(${table.hiddenAt} is null) = (${table.hiddenGround} is null) and (${table.hiddenAt} is null or ${table.confirmedAt} is not null)`),
    check('organisations_refused_with_reason', sql`(${table.refusedAt} is null) = (${table.refusalReason} is null)`),
  ],
)

/**
 * Who speaks for an organisation. While it has members one of them owns it: a trigger, looked at when a transaction ends
 * (drizzle/*_c_org_rules.sql).
 */
export const organisationMembers = pgTable(
  'organisation_members',
  {
    organisationId: uuid().notNull().references(() => organisations.id),
    personId: uuid().notNull().references(() => people.id),
    /** Whoever is there without an invitation has registered it, so owns it. */
    role: text().$type<MemberRole>().notNull().default('owner'),
    since: instant().notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.personId] }),
    index().on(table.personId),
    check('organisation_members_known_role', sql`${table.role} in ('owner', 'editor', 'member')`),
  ],
)

/** A place in an organisation's team, offered by mail: for one address, once, for seven days. */
export const organisationInvitations = pgTable(
  'organisation_invitations',
  {
    id: key(),
    organisationId: uuid().notNull().references(() => organisations.id),
    email: text().notNull(),
    /** The mailbox that it is for, as compared. */
    emailCanonical: text().notNull(),
    role: text().$type<MemberRole>().notNull(),
    /** Of the secret in the link only a keyed hash is kept. */
    tokenHash: text().notNull().unique(),
    invitedAt: instant().notNull().default(sql`now()`),
    invitedById: uuid().notNull().references(() => people.id),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedById: uuid().references(() => people.id),
    withdrawnAt: instant(),
  },
  (table) => [
    index().on(table.emailCanonical),
    uniqueIndex('organisation_invitations_one_open').on(table.organisationId, table.emailCanonical).where(sql`${table.acceptedAt} is null and ${table.withdrawnAt} is null`),
    check('organisation_invitations_known_role', sql`${table.role} in ('owner', 'editor', 'member')`),
    check('organisation_invitations_one_end', sql`${table.acceptedAt} is null or ${table.withdrawnAt} is null`),
    check('organisation_invitations_accepted_by', sql`${table.acceptedById} is null or ${table.acceptedAt} is not null`),
  ],
)

/** What the register said about an organisation, and when: evidence, so rows are only added (a moderator's look is noted). */
export const registerChecks = pgTable(
  'register_checks',
  {
    id: key(),
    organisationId: uuid().notNull().references(() => organisations.id, { onDelete: 'cascade' }),
    krs: text().notNull(),
    askedAt: instant().notNull().default(sql`clock_timestamp()`),
    outcome: text().$type<RegisterOutcome>().notNull(),
    /** What we read from the answer; no names of people. */
    entry: jsonb().$type<RegisterEntry>(),
    /** Somebody at the desk has to hear of it: liquidation, deletion. */
    alarming: boolean().notNull().default(false),
    seenAt: instant(),
    seenById: uuid().references(() => people.id),
  },
  (table) => [
    index().on(table.organisationId, table.askedAt),
    check('register_checks_known_outcome', sql`${table.outcome} in ('found', 'missing', 'deleted', 'unreachable', 'garbled')`),
    check('register_checks_entry_when_found', sql`(${table.outcome} = 'found') = (${table.entry} is not null)`),
  ],
)
