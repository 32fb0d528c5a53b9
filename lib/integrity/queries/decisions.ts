import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { canModerate } from '../../moderation/rules'
import type { Viewer } from '../../person'
import { objectionTo } from '../../policy'
import { ballots } from '../../voting/tables'
import { ballotDecisions } from '../tables'

/** What was decided about votes of a question, as everybody may know it, in order: what, when, why, of how many, and how many of them count again after an appeal. No names. */
export async function listBallotDecisions(_viewer: Viewer, questionId: string) {
  return db
    .select({ id: ballotDecisions.id, kind: ballotDecisions.kind, at: sql<Date>`${ballotDecisions.confirmedAt}`.mapWith(ballotDecisions.confirmedAt), ballots: ballotDecisions.ballots, reason: ballotDecisions.reason, restored: sql<number>`(select count(*)::int from restored_ballots where restored_ballots.decision_id = ${ballotDecisions.id})` })
    .from(ballotDecisions)
    .where(and(eq(ballotDecisions.questionId, questionId), isNotNull(ballotDecisions.confirmedAt)))
    .orderBy(asc(ballotDecisions.confirmedAt))
}
export type PublicBallotDecision = Awaited<ReturnType<typeof listBallotDecisions>>[number]

const [proposer, confirmer, undone] = [alias(people, 'proposer'), alias(people, 'confirmer'), alias(ballotDecisions, 'undone')]

/** Everything that was proposed about the votes of a flag, oldest first, for moderators. */
export async function listDecisionsOfFlag(viewer: Viewer, flagId: string) {
  if (objectionTo(canModerate, viewer, null) || !viewer) return []
  return db
    .select({
      id: ballotDecisions.id,
      kind: ballotDecisions.kind,
      ballots: ballotDecisions.ballots,
      reason: ballotDecisions.reason,
      proposedBy: proposer.name,
      proposedById: ballotDecisions.proposedById,
      proposedAt: ballotDecisions.proposedAt,
      confirmedBy: confirmer.name,
      confirmedAt: ballotDecisions.confirmedAt,
      rejectedAt: ballotDecisions.rejectedAt,
      undone: sql<'no' | 'proposed' | 'yes'>`coalesce((select case when confirmed_at is null then 'proposed' else 'yes' end from ballot_decisions undoing where undoing.undoes_id = ${ballotDecisions.id} and undoing.rejected_at is null), 'no')`,
    })
    .from(ballotDecisions)
    .innerJoin(proposer, eq(proposer.id, ballotDecisions.proposedById))
    .leftJoin(confirmer, eq(confirmer.id, ballotDecisions.confirmedById))
    .leftJoin(undone, eq(undone.id, ballotDecisions.undoesId))
    .where(sql`coalesce(${ballotDecisions.flagId}, ${undone.flagId}) = ${flagId}`)
    .orderBy(asc(ballotDecisions.proposedAt))
}
export type DecisionOfFlag = Awaited<ReturnType<typeof listDecisionsOfFlag>>[number]

/** Whether a receipt is that of a vote that a decision took out of the count. */
export async function isInvalidated(_viewer: Viewer, questionId: string, receipt: string): Promise<boolean> {
  const [found] = await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), eq(ballots.receipt, receipt), isNotNull(ballots.invalidatedBy)))
  return !!found
}
