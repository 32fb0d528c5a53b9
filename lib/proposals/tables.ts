import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { threads } from '../discussion/tables'
import { organisations } from '../organisations/tables'
import { tasks } from '../strategy/tables'
import { files } from '../tables'
import { questions } from '../voting/tables'
import type { ProposalContent } from './content'
import type { ProposalDraft, TypedStep } from './draft'
import type { Move, ProposalState } from './life-cycle'

export const proposals = pgTable(
  'proposals',
  {
    id: key(),
    organisationId: uuid().notNull().references(() => organisations.id),
    createdById: uuid().notNull().references(() => people.id),
    state: text().$type<ProposalState>().notNull().default('draft'),
    /** As typed, step by step: nothing is lost, nothing need be right yet. */
    draft: jsonb().$type<ProposalDraft>().notNull(),
    savedAt: instant().notNull().default(sql`now()`),
    /** What was sent in: the draft, read and found right. */
    content: jsonb().$type<ProposalContent>(),
    /** Sum of the cost table, in grosze; equals the sum of the sources. */
    totalGrosze: bigint({ mode: 'number' }),
    sourcesGrosze: bigint({ mode: 'number' }),
    /** Its address once it is public. */
    slug: text().unique(),
    publishedAt: instant(),
    threadId: uuid().unique().references(() => threads.id),
    questionId: uuid().unique().references(() => questions.id),
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.state, table.savedAt),
    check('proposals_known_state', sql`${table.state} in ('draft', 'submitted', 'returned', 'published', 'rejected')`),
    check('proposals_sums_add_up', sql`${table.totalGrosze} = ${table.sourcesGrosze}`),
    check('proposals_public_is_whole', sql`${table.state} <> 'published' or (${table.content} is not null and ${table.totalGrosze} is not null and ${table.slug} is not null and ${table.publishedAt} is not null and ${table.threadId} is not null and ${table.questionId} is not null)`),
  ],
)

/** How often each step was saved, and by whom last: so that two members do not overwrite each other unawares. */
export const proposalSaves = pgTable(
  'proposal_saves',
  {
    proposalId: uuid().notNull().references(() => proposals.id),
    step: text().$type<TypedStep>().notNull(),
    revision: integer().notNull(),
    savedById: uuid().notNull().references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.step] })],
)

/** The tasks of the strategy that a proposal serves. */
export const proposalTasks = pgTable(
  'proposal_tasks',
  {
    proposalId: uuid().notNull().references(() => proposals.id),
    taskId: uuid().notNull().references(() => tasks.id),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.taskId] }), index().on(table.taskId)],
)

/** Each move in a proposal's life: who, when, why. */
export const proposalMoves = pgTable(
  'proposal_moves',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => proposals.id),
    move: text().$type<Move>().notNull(),
    from: text().$type<ProposalState>().notNull(),
    to: text().$type<ProposalState>().notNull(),
    at: instant().notNull().default(sql`clock_timestamp()`),
    byId: uuid().notNull().references(() => people.id),
    /** Mandatory where somebody loses something. */
    reason: text(),
  },
  (table) => [
    index().on(table.proposalId, table.id),
    check('proposal_moves_with_reason', sql`${table.to} not in ('returned', 'rejected') or ${table.reason} is not null`),
  ],
)

/** Files attached to a proposal; their places, so that the database counts them. */
export const proposalFiles = pgTable(
  'proposal_files',
  {
    proposalId: uuid().notNull().references(() => proposals.id, { onDelete: 'cascade' }),
    place: smallint().notNull(),
    fileId: uuid().notNull().unique().references(() => files.id),
    /** What it is, in its authors' words. */
    description: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.place] }), check('proposal_files_at_most', sql`${table.place} between 1 and 10`)],
)
