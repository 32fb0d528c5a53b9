import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { canModerate } from '../../moderation/rules'
import type { Viewer } from '../../person'
import { objectionTo } from '../../policy'
import { ballots } from '../../voting/tables'
import { whatWasAsked } from '../asked'
import { inTimeToContest } from '../contested'
import { isOwnFlag } from '../held'
import { ballotAppeals, ballotDecisions } from '../tables'

/** An appeal as its sender and the desk may read it; the same shape as moderation's. */
const appealColumns = {
  at: ballotAppeals.at,
  dueAt: ballotAppeals.dueAt,
  late: sql<boolean>`${ballotAppeals.decidedAt} is null and ${ballotAppeals.dueAt} < clock_timestamp()`,
  text: ballotAppeals.text,
  outcome: ballotAppeals.outcome,
  reasons: ballotAppeals.reasons,
  decidedAt: ballotAppeals.decidedAt,
}

/** Why the viewer's own vote on a question does not count, or did not until they contested it, and how that stands; null where nobody invalidated it. */
export async function getOwnInvalidation(viewer: Viewer, questionId: string) {
  if (!viewer) return null
  const [found] = await db
    .select({
      decisionId: ballotDecisions.id,
      reason: ballotDecisions.reason,
      at: sql<Date>`${ballotDecisions.confirmedAt}`.mapWith(ballotDecisions.confirmedAt),
      inTime: inTimeToContest,
      counts: sql<boolean>`${ballots.invalidatedBy} is distinct from ${ballotDecisions.id}`,
      appeal: { id: ballotAppeals.id, ...appealColumns },
    })
    .from(ballots)
    .innerJoin(ballotDecisions, eq(ballotDecisions.questionId, ballots.questionId))
    .leftJoin(ballotAppeals, and(eq(ballotAppeals.decisionId, ballotDecisions.id), eq(ballotAppeals.appellantId, viewer.id)))
    .where(and(eq(ballots.questionId, questionId), eq(ballots.personId, viewer.id), or(eq(ballotDecisions.id, ballots.invalidatedBy), isNotNull(ballotAppeals.id))))
    .orderBy(sql`${ballots.invalidatedBy} is distinct from ${ballotDecisions.id}`, desc(ballotDecisions.confirmedAt))
    .limit(1)
  return found ?? null
}
export type OwnInvalidation = NonNullable<Awaited<ReturnType<typeof getOwnInvalidation>>>

const atTheDesk = (viewer: NonNullable<Viewer>) =>
  db
    .select({
      ...appealColumns,
      id: ballotAppeals.id,
      flagId: sql<string>`${ballotDecisions.flagId}`,
      questionId: ballotDecisions.questionId,
      decisionId: ballotDecisions.id,
      appellant: people.name,
      involved: sql<boolean>`coalesce(${viewer.id} in (${ballotDecisions.proposedById}, ${ballotDecisions.confirmedById}, ${ballotAppeals.appellantId}), false)`,
      own: isOwnFlag(viewer.id, sql`${ballotDecisions.flagId}`),
    })
    .from(ballotAppeals)
    .innerJoin(ballotDecisions, eq(ballotDecisions.id, ballotAppeals.decisionId))
    .leftJoin(people, eq(people.id, ballotAppeals.appellantId))
    .$dynamic()

/** Appeals against invalidations that wait, those first whose answer is due first, with what was asked; none for whoever is no moderator. */
export async function listOpenBallotAppeals(viewer: Viewer, limit = 100) {
  if (objectionTo(canModerate, viewer, null) || !viewer) return []
  const open = await atTheDesk(viewer).where(isNull(ballotAppeals.decidedAt)).orderBy(asc(ballotAppeals.dueAt)).limit(limit)
  const asked = await whatWasAsked(db, open.map(({ questionId }) => questionId))
  return open.map((appeal) => ({ ...appeal, about: asked.get(appeal.questionId) ?? '' }))
}

/** How many of them wait; none for whoever is no moderator. */
export const countOpenBallotAppeals = async (viewer: Viewer): Promise<number> => (objectionTo(canModerate, viewer, null) ? 0 : db.$count(ballotAppeals, isNull(ballotAppeals.decidedAt)))

/** All appeals against the decision about a flag's votes, the oldest first, for moderators. */
export async function listAppealsOfFlag(viewer: Viewer, flagId: string) {
  if (objectionTo(canModerate, viewer, null) || !viewer) return []
  return atTheDesk(viewer).where(eq(ballotDecisions.flagId, flagId)).orderBy(asc(ballotAppeals.at))
}
export type BallotAppeal = Awaited<ReturnType<typeof listAppealsOfFlag>>[number]
