import { and, asc, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { comments } from '../../discussion/tables'
import { canModerate } from '../../moderation/rules'
import type { Viewer } from '../../person'
import { objectionTo } from '../../policy'
import { whatWasAsked } from '../asked'
import { decisionOfFlag, isOwnFlag } from '../held'
import { canShareNetworks } from '../rules'
import { flagComments, flags, sharedNetworks } from '../tables'

const isOutside = (viewer: Viewer): viewer is null => objectionTo(canModerate, viewer, null) !== null

const columns = {
  id: flags.id,
  kind: flags.kind,
  questionId: flags.questionId,
  threadId: flags.threadId,
  evidence: flags.evidence,
  firstAt: flags.firstAt,
  lastAt: flags.lastAt,
  raisedAt: flags.raisedAt,
  settledAt: flags.settledAt,
  outcome: flags.outcome,
  decision: decisionOfFlag,
}

/** How many flags wait for a moderator's look; none for anybody else. */
export const countOpenFlags = async (viewer: Viewer): Promise<number> => (isOutside(viewer) ? 0 : db.$count(flags, isNull(flags.settledAt)))

export const flagsAPage = 50

/**
 * Flags for moderators, oldest first while open, newest first once somebody has decided about them. Numbers only: who
 * voted, and what, is in none of them.
 * @param after the id of the last one of the page before
 */
export async function listFlags(viewer: Viewer, { settled, after }: { settled: boolean; after?: string }) {
  if (isOutside(viewer)) return { flags: [], next: null, total: 0 }
  const which = settled ? isNotNull(flags.settledAt) : isNull(flags.settledAt)
  const [rows, total] = await Promise.all([
    db
      .select(columns)
      .from(flags)
      .where(and(which, after ? (settled ? lt(flags.id, after) : gt(flags.id, after)) : undefined))
      .orderBy(settled ? desc(flags.id) : asc(flags.id))
      .limit(flagsAPage + 1),
    db.$count(flags, which),
  ])
  const page = rows.slice(0, flagsAPage)
  return { flags: page, next: rows.length > flagsAPage ? page.at(-1)!.id : null, total }
}
export type ListedFlag = Awaited<ReturnType<typeof listFlags>>['flags'][number]

/** One flag with all that may be known of it; null for whoever is no moderator. */
export async function getFlag(viewer: Viewer, id: string) {
  if (isOutside(viewer) || !viewer) return null
  const [flag] = await db
    .select({
      ...columns,
      reason: flags.reason,
      settledBy: people.name,
      own: isOwnFlag(viewer.id, id),
      /** How many of its votes are there now, and count; how many came in each minute. */
      votes: sql<number>`(select count(*)::int from flag_ballots join ballots on ballots.id = ballot_id where flag_id = flags.id and choices <> '{}' and invalidated_by is null)`,
      minutes: sql<{ at: string; votes: number }[]>`coalesce((select jsonb_agg(jsonb_build_object('at', at, 'votes', votes) order by at) from (
        select date_trunc('minute', traced.at) as at, count(*)::int as votes from flag_ballots join ballots on ballots.id = ballot_id
        join vote_traces traced on traced.person_id = ballots.person_id and traced.question_id = ballots.question_id where flag_id = flags.id group by 1) by_minute), '[]')`,
      /** Of all votes on the question. */
      ofVotes: sql<number>`(select count(*)::int from ballots where question_id = flags.question_id and choices <> '{}')`,
    })
    .from(flags)
    .leftJoin(people, eq(people.id, flags.settledById))
    .where(eq(flags.id, id))
  return flag ?? null
}
export type Flag = NonNullable<Awaited<ReturnType<typeof getFlag>>>

/** The comments of a flag about a text, oldest first, for moderators. */
export async function listFlaggedComments(viewer: Viewer, flagId: string, limit = 50) {
  if (isOutside(viewer)) return []
  return db
    .select({ id: comments.id, body: comments.body, author: people.name, postedAt: comments.postedAt, state: comments.state })
    .from(flagComments)
    .innerJoin(comments, eq(comments.id, flagComments.commentId))
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(eq(flagComments.flagId, flagId))
    .orderBy(asc(comments.id))
    .limit(limit)
}

/** Networks that many people share, for admins. */
export async function listSharedNetworks(viewer: Viewer) {
  if (objectionTo(canShareNetworks, viewer, null)) return []
  return db
    .select({ id: sharedNetworks.id, name: sharedNetworks.name, addedAt: sharedNetworks.addedAt })
    .from(sharedNetworks)
    .where(isNull(sharedNetworks.removedAt))
    .orderBy(asc(sharedNetworks.name), asc(sharedNetworks.id))
}

/** What the questions of flags ask, by question, for moderators. */
export const getAsked = async (viewer: Viewer, questionIds: readonly string[]): Promise<Map<string, string>> => (isOutside(viewer) ? new Map() : whatWasAsked(db, questionIds))
