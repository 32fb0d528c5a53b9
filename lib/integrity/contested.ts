import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { appealMonths, type AppealJudged } from '../moderation/appealing'
import type { Person } from '../person'
import { ballots, questions } from '../voting/tables'
import type { ContestedInvalidation } from './contesting'
import { isOwnFlag } from './held'
import { ballotAppeals, ballotDecisions, flagBallots } from './tables'

/** Whether a decision can still be contested; a column for a query on `ballot_decisions`. */
export const inTimeToContest = sql<boolean>`clock_timestamp() < ${ballotDecisions.confirmedAt} + make_interval(months => ${appealMonths})`

/** Which appeals it is time to remind of: nobody was told yet; or the answer is due within three days, or late, and nobody was reminded today. */
export const isDueForReminder = and(
  isNull(ballotAppeals.decidedAt),
  or(isNull(ballotAppeals.remindedAt), and(lt(ballotAppeals.dueAt, sql`clock_timestamp() + interval '3 days'`), lt(ballotAppeals.remindedAt, sql`clock_timestamp() - interval '1 day'`))),
)

/** The invalidation of a vote of the person who asks; undefined where it is about none of theirs. */
export async function contestedByVoter(tx: Tx, { decisionId }: { decisionId: string }, { id }: Person): Promise<(ContestedInvalidation & { questionId: string }) | undefined> {
  const [contested] = await tx
    .select({
      questionId: ballotDecisions.questionId,
      inTime: inTimeToContest,
      appealed: sql<boolean>`exists (select from ballot_appeals where ballot_appeals.decision_id = ${ballotDecisions.id} and ballot_appeals.appellant_id = ${id})`,
      counts: sql<boolean>`${ballots.invalidatedBy} is distinct from ${ballotDecisions.id}`,
    })
    .from(ballotDecisions)
    .innerJoin(flagBallots, eq(flagBallots.flagId, ballotDecisions.flagId))
    .innerJoin(ballots, and(eq(ballots.id, flagBallots.ballotId), eq(ballots.personId, id)))
    .where(and(eq(ballotDecisions.id, decisionId), isNotNull(ballotDecisions.confirmedAt)))
  return contested
}

/** An appeal with its question, both locked: nobody votes and nobody counts until it is answered. */
export async function ballotAppealHeld(tx: Tx, { appealId }: { appealId: string }, person: Person) {
  const [named] = await tx
    .select({ decisionId: ballotDecisions.id, questionId: ballotDecisions.questionId, flagId: sql<string>`${ballotDecisions.flagId}`, deciders: sql<(string | null)[]>`array[${ballotDecisions.proposedById}, ${ballotDecisions.confirmedById}]` })
    .from(ballotAppeals)
    .innerJoin(ballotDecisions, eq(ballotDecisions.id, ballotAppeals.decisionId))
    .where(eq(ballotAppeals.id, appealId))
  if (!named) return undefined
  await tx.select({ id: questions.id }).from(questions).where(eq(questions.id, named.questionId)).for('update')
  const [appeal] = await tx.select({ appellantId: ballotAppeals.appellantId, decidedAt: ballotAppeals.decidedAt, own: isOwnFlag(person.id, named.flagId) }).from(ballotAppeals).where(eq(ballotAppeals.id, appealId)).for('update')
  if (!appeal) return undefined // Its sender left meanwhile, and took it along.
  const judged: AppealJudged = { decided: appeal.decidedAt !== null, involved: [...named.deciders, appeal.appellantId].includes(person.id), own: appeal.own }
  return { ...judged, ...named, appellantId: appeal.appellantId }
}
