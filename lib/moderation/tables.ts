import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { clause, instant, key } from '../columns'
import { comments, threads } from '../discussion/tables'
import { organisations } from '../organisations/tables'
import { proposals } from '../proposals/tables'
import type { Side } from './appealing'
import { appealColumns } from './appeal-columns'
import { contentId } from './content-id'
import type { ReportKind } from './reporting'
import type { BrokenRule, DecisionKind, Ground, Origin } from './rules'

/** Somebody's word that what is published here breaks a rule or the law. One of each person, content, wording and form. */
export const reports = pgTable(
  'reports',
  {
    id: key(),
    /** What its sender looks it up by (report-number.ts); null for those from before there were numbers. */
    number: text().unique('reports_number'),
    /** `notice`: the fuller form for what is illegal (DSA art. 16). */
    kind: text().$type<ReportKind>().notNull().default('report'),
    /** Exactly one of the three; whichever it is stands in `contentId` too. */
    commentId: uuid().references(() => comments.id),
    proposalId: uuid().references(() => proposals.id),
    organisationId: uuid().references(() => organisations.id),
    contentId: contentId(),
    /** The wording that was seen: a change of it may be reported anew. */
    revision: integer().notNull().default(1),
    /** Null for whoever has no account, and once the person is erased. */
    reporterId: uuid().references(() => people.id),
    /** Given by whoever has no account and wants to be written to, or by who sends a notice. */
    reporterName: text(),
    reporterEmail: text(),
    ground: text().$type<BrokenRule>().notNull(),
    sentence: text().notNull(),
    /** Of a notice: the exact words, and the law that they break where the sender knows it. */
    passage: text(),
    law: text(),
    /** Somebody may be in danger now. */
    urgent: boolean().notNull().default(false),
    at: instant().notNull().default(sql`now()`),
    /** The decision that answered it; null while it waits. */
    decisionId: uuid().references(() => decisions.id),
    clause: clause(),
  },
  (table) => [
    unique('reports_one_each').on(table.contentId, table.revision, table.kind, table.reporterId),
    index('reports_waiting').on(table.contentId, table.at).where(sql`${table.decisionId} is null`),
    index().on(table.reporterId),
    index().on(table.decisionId),
    check('reports_about_one_thing', sql`num_nonnulls(${table.commentId}, ${table.proposalId}, ${table.organisationId}) = 1`),
    check('reports_known_kind', sql`${table.kind} in ('report', 'notice')`),
    check('reports_known_ground', sql`${table.ground} in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal')`),
    check('reports_notice_names_the_place', sql`(${table.kind} = 'notice') = (${table.passage} is not null) and (${table.kind} = 'report' or ${table.ground} = 'illegal')`),
  ],
)

/** What a moderator decided, and why. Never edited, never deleted (a trigger): a change of mind is another decision. */
export const decisions = pgTable(
  'decisions',
  {
    id: key(),
    kind: text().$type<DecisionKind>().notNull(),
    /** What it is about: a voice, a discussion, somebody, who is sanctioned, or what an organisation publishes. */
    commentId: uuid().references(() => comments.id),
    threadId: uuid().references(() => threads.id),
    personId: uuid().references(() => people.id),
    proposalId: uuid().references(() => proposals.id),
    /** Whose proposal it is about; its profile where there is no proposal. */
    organisationId: uuid().references(() => organisations.id),
    /** Whose voice it is about; for a comment only. */
    authorId: uuid().references(() => people.id),
    /** The rule it rests on, and for what is illegal the law. */
    ground: text().$type<Ground>().notNull(),
    law: text(),
    /** The facts, in the moderator's words. */
    sentence: text().notNull(),
    /** How it came up, and whether a check of ours had found it. Every decision itself is a person's, also one that a new account inherits. */
    origin: text().$type<Origin>().notNull().default('own'),
    foundByCheck: boolean().notNull().default(false),
    /** Of `slow` and `suspend`: until when; of `slow`: a comment in how many minutes. */
    until: instant(),
    minutes: integer(),
    moderatorId: uuid().notNull().references(() => people.id),
    at: instant().notNull().default(sql`clock_timestamp()`),
    /** The decision before it about the same thing, which the moderator had seen: two cannot follow the same one. */
    afterId: uuid().references((): AnyPgColumn => decisions.id),
    /** The decision that it takes back. */
    undoesId: uuid().unique('decisions_undone_once').references((): AnyPgColumn => decisions.id),
  },
  (table) => [
    unique('decisions_one_at_a_time').on(table.commentId, table.threadId, table.personId, table.proposalId, table.organisationId, table.afterId).nullsNotDistinct(),
    index().on(table.threadId),
    index().on(table.authorId),
    index().on(table.personId),
    index().on(table.proposalId),
    index().on(table.organisationId),
    check('decisions_about_one_thing', sql`num_nonnulls(${table.commentId}, ${table.threadId}, ${table.personId}, ${table.organisationId}) = 1 and (${table.proposalId} is null or ${table.organisationId} is not null)`),
    check('decisions_comment_has_author', sql`(${table.commentId} is null) = (${table.authorId} is null)`),
    check('decisions_not_about_oneself', sql`${table.authorId} is distinct from ${table.moderatorId} and ${table.personId} is distinct from ${table.moderatorId}`),
    check('decisions_known_kind', sql`case when ${table.commentId} is not null then ${table.kind} in ('hide', 'remove', 'redact', 'restore', 'keep') when ${table.threadId} is not null then ${table.kind} in ('lock', 'unlock') when ${table.organisationId} is not null then ${table.kind} in ('hide', 'restore', 'keep') else ${table.kind} in ('warn', 'slow', 'suspend', 'ban', 'lift') end`),
    check('decisions_known_ground', sql`${table.ground} in ('abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal', 'none')`),
    check('decisions_name_the_rule', sql`(${table.kind} in ('keep', 'restore', 'unlock', 'lift')) = (${table.ground} = 'none')`),
    check('decisions_law_of_the_illegal', sql`${table.law} is null or ${table.ground} = 'illegal'`),
    check('decisions_known_origin', sql`${table.origin} in ('report', 'own', 'appeal', 'carried')`),
    check('decisions_last_as_they_say', sql`(${table.kind} in ('slow', 'suspend')) = (${table.until} is not null) and (${table.kind} = 'slow') = (${table.minutes} is not null) and ${table.until} > ${table.at} and ${table.minutes} between 1 and 10080`),
    check('decisions_undo_what_is', sql`${table.undoesId} is null or ${table.kind} in ('restore', 'lift')`),
    check('decisions_lift_something', sql`${table.kind} <> 'lift' or ${table.undoesId} is not null`),
  ],
)

/**
 * What was said when it was decided about, of a comment in all its wordings where a decision changed them. Survives changes and
 * withdrawal; a trigger lets nobody edit it, and only retention may take it away.
 */
export const decisionEvidence = pgTable(
  'decision_evidence',
  {
    decisionId: uuid().notNull().references(() => decisions.id),
    revision: integer().notNull(),
    body: text().notNull(),
    /** The wording that was decided about; the others are earlier ones. */
    current: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.revision] })],
)

/** That somebody has read the warning that they were given. */
export const warningsRead = pgTable('warnings_read', {
  decisionId: uuid().primaryKey().references(() => decisions.id),
  at: instant().notNull().default(sql`now()`),
})

/** A decision contested: once by whom it restricts, once by who had reported. Another moderator decides (a trigger). */
export const appeals = pgTable(
  'appeals',
  {
    id: key(),
    decisionId: uuid().notNull().references(() => decisions.id),
    side: text().$type<Side>().notNull(),
    /** The report whose sender appeals. */
    reportId: uuid().references(() => reports.id),
    /** Null for whoever reported without an account. */
    appellantId: uuid().references(() => people.id),
    ...appealColumns(),
    /** The decision that followed from an upheld appeal; null where nothing was left to undo. */
    followedById: uuid().references(() => decisions.id),
  },
  (table) => [
    unique('appeals_once_a_side').on(table.decisionId, table.side),
    index('appeals_open').on(table.dueAt).where(sql`${table.decidedAt} is null`),
    index().on(table.appellantId),
    check('appeals_known_side', sql`${table.side} in ('author', 'reporter') and (${table.side} = 'reporter') = (${table.reportId} is not null)`),
    check('appeals_known_outcome', sql`${table.outcome} in ('upheld', 'rejected')`),
    check('appeals_decided_whole', sql`num_nulls(${table.outcome}, ${table.reasons}, ${table.decidedAt}, ${table.decidedById}) in (0, 4)`),
    check('appeals_followed_when_upheld', sql`${table.followedById} is null or ${table.outcome} = 'upheld'`),
    check('appeals_not_too_long', sql`length(${table.text}) between 1 and 20000`),
  ],
)
