import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { comments, threads } from '../discussion/tables'
import { ballots, questions } from '../voting/tables'
import { appealColumns } from '../moderation/appeal-columns'
import type { BallotDecisionKind, Evidence, FlagKind, FlagOutcome } from './rules'

/**
 * Something that people should look at: what was counted, never a verdict. While nobody has proposed anything about it,
 * it grows with what happens (a trigger says no afterwards).
 */
export const flags = pgTable(
  'flags',
  {
    id: key(),
    kind: text().$type<FlagKind>().notNull(),
    /** Exactly one of the two. */
    questionId: uuid().references(() => questions.id),
    threadId: uuid().references(() => threads.id),
    /** What its votes or comments have in common: a keyed hash of a network or a mailbox, a text's own; empty where it is the time alone. Forgotten after thirty days. */
    cluster: text().notNull(),
    evidence: jsonb().$type<Evidence>().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    raisedAt: instant().notNull().default(sql`clock_timestamp()`),
    /** Somebody looked at it: nothing was done, or its votes were invalidated. */
    settledAt: instant(),
    settledById: uuid().references(() => people.id),
    outcome: text().$type<FlagOutcome>(),
    reason: text(),
  },
  (table) => [
    // Only while it is open: what comes after somebody has looked is looked at anew.
    uniqueIndex('flags_open_once').on(table.kind, sql`coalesce(${table.questionId}, ${table.threadId})`, table.cluster).where(sql`${table.settledAt} is null`),
    index('flags_settled').on(table.settledAt).where(sql`${table.settledAt} is not null`),
    index().on(table.questionId),
    check('flags_about_one_thing', sql`num_nonnulls(${table.questionId}, ${table.threadId}) = 1`),
    check('flags_known_kind', sql`${table.kind} in ('same-text', 'network-burst', 'aliases', 'new-accounts')`),
    check('flags_settled', sql`num_nonnulls(${table.settledAt}, ${table.settledById}, ${table.outcome}, ${table.reason}) in (0, 4) and ${table.outcome} in ('nothing', 'invalidated')`),
  ],
)

/** The votes that a flag is about; chosen by what it counts, never by what they say. */
export const flagBallots = pgTable(
  'flag_ballots',
  {
    flagId: uuid().notNull().references(() => flags.id),
    ballotId: uuid().notNull().references(() => ballots.id),
  },
  (table) => [primaryKey({ columns: [table.flagId, table.ballotId] }), index().on(table.ballotId)],
)

export const flagComments = pgTable(
  'flag_comments',
  {
    flagId: uuid().notNull().references(() => flags.id),
    commentId: uuid().notNull().references(() => comments.id),
  },
  (table) => [primaryKey({ columns: [table.flagId, table.commentId] }), index().on(table.commentId)],
)

/**
 * That the votes of a flag do not count, or count again: proposed by one moderator, confirmed or turned down by another.
 * Never edited otherwise, never deleted (triggers); `ballots.invalidated_by` follows it and nothing else.
 */
export const ballotDecisions = pgTable(
  'ballot_decisions',
  {
    id: key(),
    questionId: uuid().notNull().references(() => questions.id),
    kind: text().$type<BallotDecisionKind>().notNull(),
    flagId: uuid().references(() => flags.id),
    /** The invalidation that is undone. */
    undoesId: uuid().references((): AnyPgColumn => ballotDecisions.id),
    /** How many votes it is about, when it was proposed. */
    ballots: integer().notNull(),
    /** Public. */
    reason: text().notNull(),
    proposedById: uuid().notNull().references(() => people.id),
    proposedAt: instant().notNull().default(sql`clock_timestamp()`),
    confirmedById: uuid().references(() => people.id),
    confirmedAt: instant(),
    rejectedById: uuid().references(() => people.id),
    rejectedAt: instant(),
  },
  (table) => [
    index().on(table.questionId),
    uniqueIndex('ballot_decisions_one_a_flag').on(table.flagId).where(sql`${table.rejectedAt} is null`),
    uniqueIndex('ballot_decisions_undone_once').on(table.undoesId).where(sql`${table.rejectedAt} is null`),
    check('ballot_decisions_known_kind', sql`(${table.kind} = 'invalidate' and ${table.flagId} is not null and ${table.undoesId} is null) or (${table.kind} = 'restore' and ${table.undoesId} is not null and ${table.flagId} is null)`),
    // Of fewer than five votes somebody could tell from the two totals what they said.
    check('ballot_decisions_not_of_few', sql`${table.ballots} >= 5`),
    check('ballot_decisions_four_eyes', sql`${table.confirmedById} is null or ${table.confirmedById} <> ${table.proposedById}`),
    check('ballot_decisions_settled', sql`(${table.confirmedAt} is null) = (${table.confirmedById} is null) and (${table.rejectedAt} is null) = (${table.rejectedById} is null) and num_nonnulls(${table.confirmedAt}, ${table.rejectedAt}) <= 1`),
  ],
)

/**
 * Somebody whose vote an invalidation took out contests it, once; somebody answers who neither proposed nor confirmed it, and
 * whose own vote it is not (triggers). Knows no ballot, and after an erasure nobody.
 */
export const ballotAppeals = pgTable(
  'ballot_appeals',
  {
    id: key(),
    decisionId: uuid().notNull().references(() => ballotDecisions.id),
    /** Null once they have left. */
    appellantId: uuid().references(() => people.id),
    ...appealColumns(),
  },
  (table) => [
    unique('ballot_appeals_once').on(table.decisionId, table.appellantId),
    index('ballot_appeals_open').on(table.dueAt).where(sql`${table.decidedAt} is null`),
    index().on(table.appellantId),
    check('ballot_appeals_known_outcome', sql`${table.outcome} in ('upheld', 'rejected')`),
    check('ballot_appeals_decided_whole', sql`num_nulls(${table.outcome}, ${table.reasons}, ${table.decidedAt}, ${table.decidedById}) in (0, 4)`),
    check('ballot_appeals_not_too_long', sql`length(${table.text}) between 1 and 20000`),
  ],
)

/** Ballots that an upheld appeal took out of an invalidation: they count, though the decision stands. Append-only (a trigger); knows no person and no moment. */
export const restoredBallots = pgTable(
  'restored_ballots',
  {
    decisionId: uuid().notNull().references(() => ballotDecisions.id),
    ballotId: uuid().notNull().references(() => ballots.id),
    /** Whether the result of its question had been recorded without it. */
    afterCounting: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.ballotId] }), index().on(table.ballotId)],
)

/** Networks that many people use, such as a school's or a library's: a burst from one of them raises no flag. */
export const sharedNetworks = pgTable(
  'shared_networks',
  {
    id: key(),
    /** A keyed hash of the address, or of the first 64 bits of an IPv6 one. */
    networkKey: text().notNull(),
    name: text().notNull(),
    addedById: uuid().notNull().references(() => people.id),
    addedAt: instant().notNull().default(sql`now()`),
    removedById: uuid().references(() => people.id),
    removedAt: instant(),
  },
  (table) => [
    uniqueIndex('shared_networks_once').on(table.networkKey).where(sql`${table.removedAt} is null`),
    check('shared_networks_removed', sql`(${table.removedAt} is null) = (${table.removedById} is null)`),
  ],
)
