import { and, eq, gt, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { ballots, voteTraces } from '../voting/tables'
import { thresholds, type FlagKind } from './rules'
import { flagBallots, flagComments, flags, sharedNetworks } from './tables'

// What the last day knew: read for finding.ts alone, and shown to nobody.

export type RecentVote = { questionId: string; ballotId: string; choices: string[]; networkKey: string | null; at: Date; isNew: boolean; shared: boolean }
export type Voter = { questionId: string; ballotId: string; email: string; at: Date; isNew: boolean }
export type RecentComment = { id: string; threadId: string; authorId: string; body: string; at: Date; isNew: boolean }

const lately = sql`now() - ${thresholds.hours} * interval '1 hour'`
const newThen = (at: ReturnType<typeof sql>) => sql<boolean>`${people.joinedAt} > ${at} - ${thresholds.newAccounts.hoursOld} * interval '1 hour'`

/** Votes on whose flag of this kind somebody has decided are not looked at again. */
const notSettled = (kind: FlagKind) =>
  notExists(db.select({ one: sql`1` }).from(flagBallots).innerJoin(flags, eq(flags.id, flagBallots.flagId)).where(and(eq(flagBallots.ballotId, ballots.id), eq(flags.kind, kind), sql`${flags.settledAt} is not null`)))

/** Votes of the last day that count, with the network they came from. */
export const recentVotes = (kind: FlagKind): Promise<RecentVote[]> =>
  db
    .select({ questionId: ballots.questionId, ballotId: ballots.id, choices: ballots.choices, networkKey: voteTraces.networkKey, at: voteTraces.at, isNew: newThen(sql`${voteTraces.at}`), shared: sql<boolean>`${sharedNetworks.id} is not null` })
    .from(voteTraces)
    .innerJoin(ballots, and(eq(ballots.questionId, voteTraces.questionId), eq(ballots.personId, voteTraces.personId)))
    .innerJoin(people, eq(people.id, voteTraces.personId))
    .leftJoin(sharedNetworks, and(eq(sharedNetworks.networkKey, voteTraces.networkKey), isNull(sharedNetworks.removedAt)))
    .where(and(gt(voteTraces.at, lately), ne(ballots.choices, sql`'{}'`), isNull(ballots.invalidatedBy), notSettled(kind)))

/** When somebody voted, as long as it is known; then the day. */
const votedAt = sql<Date>`coalesce(${voteTraces.at}, ${ballots.castAt})`.mapWith(ballots.castAt)

/** Whoever voted, whenever, by an address that may be one of many of its mailbox, on a question that was voted on in the last day. */
export const votersByAlias = (): Promise<Voter[]> =>
  db
    .select({ questionId: ballots.questionId, ballotId: ballots.id, email: sql<string>`${people.emailCanonical}`, at: votedAt, isNew: newThen(votedAt) })
    .from(ballots)
    .innerJoin(people, eq(people.id, ballots.personId))
    .leftJoin(voteTraces, and(eq(voteTraces.questionId, ballots.questionId), eq(voteTraces.personId, ballots.personId)))
    .where(and(
      inArray(ballots.questionId, db.selectDistinct({ id: voteTraces.questionId }).from(voteTraces).where(gt(voteTraces.at, lately))),
      sql`(${people.emailCanonical} like '%+%@%' or ${people.emailCanonical} ~ '[.].*@(gmail|googlemail)[.]com$')`,
      ne(ballots.choices, sql`'{}'`),
      isNull(ballots.invalidatedBy),
      notSettled('aliases'),
    ))

/** Comments of the last day, by people in their own name or an organisation's. */
export const recentComments = (): Promise<RecentComment[]> =>
  db
    .select({ id: comments.id, threadId: comments.threadId, authorId: comments.authorId, body: comments.body, at: comments.postedAt, isNew: newThen(sql`${comments.postedAt}`) })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(and(
      gt(comments.postedAt, lately),
      or(eq(comments.state, 'shown'), eq(comments.state, 'held')),
      eq(comments.official, false),
      isNull(comments.signature),
      notExists(db.select({ one: sql`1` }).from(flagComments).innerJoin(flags, eq(flags.id, flagComments.flagId)).where(and(eq(flagComments.commentId, comments.id), eq(flags.kind, 'same-text'), sql`${flags.settledAt} is not null`))),
    ))
    .orderBy(comments.id)
