import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { comments } from '../discussion/tables'
import { organisations } from '../organisations/tables'
import { proposals } from '../proposals/tables'
import type { BulkOutcome, LeftOut } from './bulk'
import { contentId } from './content-id'
import type { Ground } from './rules'
import { decisions } from './tables'

/**
 * Who looks at a case just now, so that two people do not judge it side by side. One a case; a trigger refuses a
 * decision of somebody else while it lives, and takes it away with the decision. By the database's clock alone.
 */
export const caseClaims = pgTable(
  'case_claims',
  {
    commentId: uuid().references(() => comments.id),
    proposalId: uuid().references(() => proposals.id),
    organisationId: uuid().references(() => organisations.id),
    contentId: contentId().primaryKey(),
    moderatorId: uuid().notNull().references(() => people.id),
    claimedAt: instant().notNull().default(sql`clock_timestamp()`),
    /** From then on anybody may take it. */
    expiresAt: instant().notNull(),
  },
  (table) => [
    index().on(table.moderatorId),
    check('case_claims_about_one_thing', sql`num_nonnulls(${table.commentId}, ${table.proposalId}, ${table.organisationId}) = 1`),
    check('case_claims_end', sql`${table.expiresAt} > ${table.claimedAt}`),
  ],
)

/** One decision about many comments, with one reason. Of more than twenty, one moderator proposes and another confirms. */
export const bulkDecisions = pgTable(
  'bulk_decisions',
  {
    id: key(),
    kind: text().$type<'hide' | 'keep'>().notNull(),
    ground: text().$type<Ground>().notNull(),
    sentence: text().notNull(),
    /** How many comments were chosen. */
    size: integer().notNull(),
    proposedById: uuid().notNull().references(() => people.id),
    proposedAt: instant().notNull().default(sql`clock_timestamp()`),
    /** All null while it waits for a second pair of eyes. */
    outcome: text().$type<BulkOutcome>(),
    settledById: uuid().references(() => people.id),
    settledAt: instant(),
  },
  (table) => [
    index('bulk_decisions_waiting').on(table.proposedAt).where(sql`${table.outcome} is null`),
    check('bulk_decisions_known_kind', sql`(${table.kind} = 'hide' and ${table.ground} in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic')) or (${table.kind} = 'keep' and ${table.ground} = 'none')`),
    check('bulk_decisions_known_outcome', sql`${table.outcome} in ('at-once', 'confirmed', 'dropped')`),
    check('bulk_decisions_settled_whole', sql`num_nulls(${table.outcome}, ${table.settledById}, ${table.settledAt}) in (0, 3)`),
    check('bulk_decisions_four_eyes', sql`${table.outcome} is distinct from 'confirmed' or ${table.settledById} <> ${table.proposedById}`),
    check('bulk_decisions_few_at_once', sql`${table.size} between 1 and 50 and (${table.outcome} is distinct from 'at-once' or ${table.size} <= 20)`),
  ],
)

/** What was chosen for it, as it was seen then, and what came of each. */
export const bulkItems = pgTable(
  'bulk_items',
  {
    bulkId: uuid().notNull().references(() => bulkDecisions.id),
    commentId: uuid().notNull().references(() => comments.id),
    /** The wording, and the newest decision about it, that whoever chose it has seen. */
    revision: integer().notNull(),
    afterId: uuid().references(() => decisions.id),
    /** The decision that was made; or why none was. Both null while the whole waits. */
    decisionId: uuid().references(() => decisions.id),
    leftOut: text().$type<LeftOut>(),
  },
  (table) => [
    primaryKey({ columns: [table.bulkId, table.commentId] }),
    index().on(table.commentId),
    index().on(table.decisionId),
    check('bulk_items_one_fate', sql`num_nonnulls(${table.decisionId}, ${table.leftOut}) <= 1`),
    check('bulk_items_known_reason', sql`${table.leftOut} in ('changed', 'decided', 'own', 'claimed')`),
  ],
)

/** How somebody wants the desk to be, and when they were last sent its daily summary. */
export const deskSettings = pgTable('desk_settings', {
  personId: uuid().primaryKey().references(() => people.id),
  /** Without the keys of one letter (WCAG 2.1.4). */
  keysOffAt: instant(),
  /** Without the daily summary. */
  summaryOffAt: instant(),
  /** The day, by Toruń's clock, whose summary was sent last. */
  summarisedOn: date({ mode: 'string' }),
})
