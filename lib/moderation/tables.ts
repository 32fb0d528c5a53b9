import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { clause, instant, key } from '../columns'
import { comments, threads } from '../discussion/tables'
import type { BrokenRule, DecisionKind, Ground } from './rules'

/** Somebody's word that a comment breaks a rule. One of each person for each comment. */
export const reports = pgTable(
  'reports',
  {
    id: key(),
    commentId: uuid().notNull().references(() => comments.id),
    /** The wording that was seen: a change of it may be reported anew. */
    revision: integer().notNull().default(1),
    /** Null once the person is erased. */
    reporterId: uuid().references(() => people.id),
    ground: text().$type<BrokenRule>().notNull(),
    sentence: text().notNull(),
    at: instant().notNull().default(sql`now()`),
    /** The decision that answered it; null while it waits. */
    decisionId: uuid().references(() => decisions.id),
    clause: clause(),
  },
  (table) => [
    unique('reports_one_each').on(table.commentId, table.revision, table.reporterId),
    index('reports_waiting').on(table.commentId, table.at).where(sql`${table.decisionId} is null`),
    index().on(table.reporterId),
    check('reports_known_ground', sql`${table.ground} in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal')`),
  ],
)

/** What a moderator decided, and why. Never edited, never deleted (a trigger): a change of mind is another decision. */
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
    /** The decision before it about the same thing, which the moderator had seen: two cannot follow the same one. */
    afterId: uuid().references((): AnyPgColumn => decisions.id),
  },
  (table) => [
    unique('decisions_one_at_a_time').on(table.commentId, table.threadId, table.afterId).nullsNotDistinct(),
    index().on(table.threadId),
    index().on(table.authorId),
    check('decisions_about_one_thing', sql`num_nonnulls(${table.commentId}, ${table.threadId}) = 1`),
    check('decisions_comment_has_author', sql`(${table.commentId} is null) = (${table.authorId} is null)`),
    check('decisions_not_about_oneself', sql`${table.authorId} is distinct from ${table.moderatorId}`),
    check('decisions_known_kind', sql`(${table.commentId} is not null and ${table.kind} in ('hide', 'restore', 'keep')) or (${table.threadId} is not null and ${table.kind} in ('lock', 'unlock'))`),
    check('decisions_known_ground', sql`${table.ground} in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal', 'none')`),
    check('decisions_name_the_rule', sql`(${table.kind} in ('hide', 'lock')) = (${table.ground} <> 'none')`),
  ],
)
