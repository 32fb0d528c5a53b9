import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, check, customType, date, index, integer, pgTable, primaryKey, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { clause, instant, key } from '../columns'
import { threads } from '../discussion/tables'
import { organisations } from '../organisations/tables'
import { tasks } from '../strategy/tables'
import { files } from '../tables'
import { questions } from '../voting/tables'
import { wholeContent, type ProposalContent } from './content'
import { wholeDraft, type ProposalDraft } from './draft'
import type { Move, ProposalState } from './life-cycle'
import type { Held } from './merge'
import type { TypedStep } from './modes'

/** JSON that is completed when it is read: what older versions of the site stored is whole. */
const whole = <Value>(read: (stored: never) => Value) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored: unknown) => read((typeof stored === 'string' ? JSON.parse(stored) : stored) as never),
  })
export const contentColumn = whole<ProposalContent>(wholeContent)
const draftColumn = whole<ProposalDraft>(wholeDraft)
/** As it was: a text stays one, also where it looks like a number. */
const heldColumn = customType<{ data: Held; driverData: unknown }>({ dataType: () => 'jsonb', toDriver: (value) => JSON.stringify(value), fromDriver: (stored) => stored as Held })

export const proposals = pgTable(
  'proposals',
  {
    id: key(),
    organisationId: uuid().notNull().references(() => organisations.id),
    createdById: uuid().notNull().references(() => people.id),
    state: text().$type<ProposalState>().notNull().default('draft'),
    /** Since when it is in this state. */
    stateAt: instant().notNull().default(sql`now()`),
    /** While it is returned: the last day on which it can be completed. */
    completeBy: date(),
    /** While it is merged: the proposal that it was joined to. */
    mergedIntoId: uuid().references((): AnyPgColumn => proposals.id),
    /** How many wordings have been public: 0 before it was published, which the database sees to. */
    version: integer().notNull().default(0),
    /** As typed, step by step: nothing is lost, nothing need be right yet. */
    draft: draftColumn().notNull(),
    /** Grows with every save that changed something. */
    draftRevision: integer().notNull().default(0),
    savedAt: instant().notNull().default(sql`now()`),
    /** What was sent in: the draft, read and found right. */
    content: contentColumn(),
    /** Sum of the cost table, in grosze; equals the sum of the sources. */
    totalGrosze: bigint({ mode: 'number' }),
    sourcesGrosze: bigint({ mode: 'number' }),
    /** Its address once it is public. */
    slug: text().unique(),
    publishedAt: instant(),
    threadId: uuid().unique().references(() => threads.id),
    questionId: uuid().unique().references(() => questions.id),
    /** Hidden by moderation, and by which rule: its page says that alone, and it is in no list. */
    hiddenAt: instant(),
    hiddenGround: text(),
    clause: clause(),
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.state, table.savedAt),
    index().on(table.mergedIntoId),
    check('proposals_known_state', sql`${table.state} in ('draft', 'submitted', 'returned', 'published', 'accepted', 'rejected', 'inProgress', 'reported', 'completed', 'withdrawn', 'merged')`),
    check('proposals_sums_add_up', sql`${table.totalGrosze} = ${table.sourcesGrosze}`),
    // What was published keeps its page, whatever becomes of it.
    check('proposals_public_is_whole', sql`${table.publishedAt} is null or (${table.content} is not null and ${table.totalGrosze} is not null and ${table.slug} is not null and ${table.threadId} is not null and ${table.questionId} is not null)`),
    check('proposals_public_states', sql`case when ${table.publishedAt} is null then ${table.state} in ('draft', 'submitted', 'returned', 'rejected', 'withdrawn') else ${table.state} not in ('draft', 'submitted', 'returned') end`),
    check('proposals_hidden_by_a_rule', sql`(${table.hiddenAt} is null) = (${table.hiddenGround} is null) and (${table.hiddenAt} is null or ${table.publishedAt} is not null)`),
    check('proposals_merged_into', sql`(${table.state} = 'merged') = (${table.mergedIntoId} is not null) and ${table.mergedIntoId} is distinct from ${table.id}`),
  ],
)

/** Every change of a draft, place by place: what a form was opened on can be told from it, so that two people can write at once. */
export const proposalEdits = pgTable(
  'proposal_edits',
  {
    proposalId: uuid().notNull().references(() => proposals.id),
    /** The draft's revision that the change made. */
    revision: integer().notNull(),
    path: text().notNull(),
    before: heldColumn(),
    after: heldColumn(),
    byId: uuid().notNull().references(() => people.id),
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.revision, table.path] })],
)

/** What somebody typed in a field that another had changed meanwhile, until they choose which of the two stays. */
export const proposalConflicts = pgTable(
  'proposal_conflicts',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => proposals.id),
    personId: uuid().notNull().references(() => people.id),
    path: text().notNull(),
    mine: text().notNull(),
    at: instant().notNull().default(sql`now()`),
  },
  (table) => [unique('proposal_conflicts_one_a_field').on(table.proposalId, table.personId, table.path)],
)

/** What the people of an organisation say to each other about a draft; never public. */
export const proposalNotes = pgTable(
  'proposal_notes',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => proposals.id),
    step: text().$type<TypedStep>().notNull(),
    authorId: uuid().notNull().references(() => people.id),
    body: text().notNull(),
    at: instant().notNull().default(sql`now()`),
  },
  (table) => [index().on(table.proposalId, table.id), index().on(table.authorId)],
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

/** Each move in a proposal's life: who, when, why. Never changed afterwards. */
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
    /** Returned: the last day for completing it. */
    completeBy: date(),
    /** Merged, or merged no longer: the other proposal. */
    otherId: uuid().references(() => proposals.id),
  },
  (table) => [
    index().on(table.proposalId, table.id),
    index().on(table.otherId),
    check('proposal_moves_with_reason', sql`${table.move} not in ('return', 'reject', 'accept', 'decline', 'mend', 'merge', 'unmerge', 'overturn', 'reassess', 'recheck') or ${table.reason} is not null`),
  ],
)

/** What the office means to decide about a published proposal: its own matter until it is published, for good afterwards. */
export const proposalDecisions = pgTable(
  'proposal_decisions',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => proposals.id),
    outcome: text().$type<'accepted' | 'rejected'>().notNull(),
    reason: text().notNull(),
    /** The wording that was read. */
    version: integer().notNull(),
    preparedById: uuid().notNull().references(() => people.id),
    preparedAt: instant().notNull().default(sql`now()`),
    publishedById: uuid().references(() => people.id),
    /** The same instant for all that were published together. */
    publishedAt: instant(),
  },
  (table) => [
    uniqueIndex('proposal_decisions_one_prepared').on(table.proposalId).where(sql`${table.publishedAt} is null`),
    index().on(table.proposalId),
    check('proposal_decisions_known_outcome', sql`${table.outcome} in ('accepted', 'rejected')`),
    check('proposal_decisions_published_by', sql`(${table.publishedAt} is null) = (${table.publishedById} is null)`),
  ],
)

/** An appeal against a rejection: one a proposal. A trigger keeps those who rejected from deciding it. */
export const proposalAppeals = pgTable(
  'proposal_appeals',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => proposals.id),
    /** The move by which it was rejected. */
    againstId: uuid().notNull().references(() => proposalMoves.id),
    grounds: text().notNull(),
    appealedById: uuid().notNull().references(() => people.id),
    appealedAt: instant().notNull().default(sql`now()`),
    outcome: text().$type<'upheld' | 'dismissed'>(),
    reason: text(),
    decidedById: uuid().references(() => people.id),
    decidedAt: instant(),
  },
  (table) => [
    unique('proposal_appeals_once').on(table.proposalId),
    check('proposal_appeals_known_outcome', sql`${table.outcome} in ('upheld', 'dismissed')`),
    check('proposal_appeals_decided_with_reason', sql`num_nulls(${table.outcome}, ${table.reason}, ${table.decidedById}, ${table.decidedAt}) in (0, 4)`),
  ],
)

/** Every wording that was public, with the reason of the change; the first one has none. */
export const proposalVersions = pgTable(
  'proposal_versions',
  {
    proposalId: uuid().notNull().references(() => proposals.id),
    number: integer().notNull(),
    content: contentColumn().notNull(),
    reason: text(),
    at: instant().notNull().default(sql`now()`),
    byId: uuid().notNull().references(() => people.id),
    /** How many supported it before this wording. */
    supportsBefore: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.proposalId, table.number] }),
    check('proposal_versions_with_reason', sql`(${table.number} = 1) = (${table.reason} is null)`),
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
