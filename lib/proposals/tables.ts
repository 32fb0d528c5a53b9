import { sql } from 'drizzle-orm'
import { bigint, check, customType, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { threads } from '../discussion/tables'
import { organisations } from '../organisations/tables'
import { tasks } from '../strategy/tables'
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
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.state, table.savedAt),
    check('proposals_known_state', sql`${table.state} in ('draft', 'submitted', 'returned', 'published', 'rejected')`),
    check('proposals_sums_add_up', sql`${table.totalGrosze} = ${table.sourcesGrosze}`),
    check('proposals_public_is_whole', sql`${table.state} <> 'published' or (${table.content} is not null and ${table.totalGrosze} is not null and ${table.slug} is not null and ${table.publishedAt} is not null and ${table.threadId} is not null and ${table.questionId} is not null)`),
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
