import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { comments, threads } from '../discussion/tables'
import type { DecisionKind, Ground } from './rules'

/** Somebody's word that a comment breaks a rule. One of each person for each comment. */
export const reports = pgTable(
  'reports',
  {
    id: key(),
    commentId: uuid().notNull().references(() => comments.id),
    reporterId: uuid().references(() => people.id),
    ground: text().$type<Ground>().notNull(),
    sentence: text().notNull(),
    at: instant().notNull().default(sql`now()`),
    /** The decision that answered it; null while it waits. */
    decisionId: uuid().references(() => decisions.id),
  },
  (table) => [unique('reports_one_each').on(table.commentId, table.reporterId), index('reports_waiting').on(table.at).where(sql`${table.decisionId} is null`)],
)

/** What a moderator decided, and why. Never edited, never deleted: a change of mind is another decision. */
export const decisions = pgTable(
  'decisions',
  {
    id: key(),
    kind: text().$type<DecisionKind>().notNull(),
    /** Exactly one of the two. */
    commentId: uuid().references(() => comments.id),
    threadId: uuid().references(() => threads.id),
    /** Whose voice it is about; for a comment only. */
    authorId: uuid().references(() => people.id),
    /** The rule it rests on. */
    ground: text().$type<Ground>().notNull(),
    sentence: text().notNull(),
    moderatorId: uuid().notNull().references(() => people.id),
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index().on(table.commentId),
    index().on(table.threadId),
    index().on(table.at),
    check('decisions_about_one_thing', sql`num_nonnulls(${table.commentId}, ${table.threadId}) = 1`),
    check('decisions_not_about_oneself', sql`${table.authorId} is distinct from ${table.moderatorId}`),
    check('decisions_known_kind', sql`${table.kind} in ('hide', 'restore', 'keep', 'lock', 'unlock')`),
  ],
)
