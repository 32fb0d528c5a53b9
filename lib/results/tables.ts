import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { proposals } from '../proposals/tables'
import type { ReportDraft } from './draft'
import type { ReportContent } from './report'
import type { ReminderKind } from './rules'

/** What became of an accepted proposal, as its organisation reports it: one a proposal. Public once it was accepted. */
export const resultReports = pgTable(
  'result_reports',
  {
    proposalId: uuid().primaryKey().references(() => proposals.id),
    /** As typed, by path. */
    draft: jsonb().$type<ReportDraft>().notNull(),
    /** Grows with every save that changed something. */
    draftRevision: integer().notNull().default(0),
    savedAt: instant().notNull().default(sql`now()`),
    savedById: uuid().notNull().references(() => people.id),
    /** What was sent last: the draft, read and found right. */
    content: jsonb().$type<ReportContent>(),
    /** What was spent; equals what it was paid from. */
    spentGrosze: bigint({ mode: 'number' }),
    sourcesGrosze: bigint({ mode: 'number' }),
    sentAt: instant(),
    sentById: uuid().references(() => people.id),
  },
  (table) => [
    check('result_reports_sums_add_up', sql`${table.spentGrosze} = ${table.sourcesGrosze}`),
    check('result_reports_sent_whole', sql`num_nulls(${table.content}, ${table.spentGrosze}, ${table.sourcesGrosze}, ${table.sentAt}, ${table.sentById}) in (0, 5)`),
  ],
)

/** Every change of a report's draft, field by field, so that two people can write at once. */
export const reportEdits = pgTable(
  'report_edits',
  {
    proposalId: uuid().notNull().references(() => resultReports.proposalId),
    /** The draft's revision that the change made. */
    revision: integer().notNull(),
    path: text().notNull(),
    before: text().notNull(),
    after: text().notNull(),
    byId: uuid().notNull().references(() => people.id),
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.revision, table.path] })],
)

/** What somebody typed in a field that another had changed meanwhile, until they have seen both and saved what stays. */
export const reportConflicts = pgTable(
  'report_conflicts',
  {
    id: key(),
    proposalId: uuid().notNull().references(() => resultReports.proposalId),
    personId: uuid().notNull().references(() => people.id),
    path: text().notNull(),
    mine: text().notNull(),
    /** The draft's revision from which on the form shows it. */
    revision: integer().notNull(),
  },
  (table) => [unique('report_conflicts_one_a_field').on(table.proposalId, table.personId, table.path), index().on(table.personId)],
)

/** Which reminders were sent: each kind once a proposal, whichever of several instances is faster. */
export const reportReminders = pgTable(
  'report_reminders',
  {
    proposalId: uuid().notNull().references(() => proposals.id),
    kind: text().$type<ReminderKind>().notNull(),
    sentAt: instant().notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.kind] }), check('report_reminders_known_kind', sql`${table.kind} in ('ended', 'due')`)],
)
