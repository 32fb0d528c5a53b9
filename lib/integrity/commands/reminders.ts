import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isSystem } from '../../accounts/rules'
import { command } from '../../command'
import type { Tx } from '../../db'
import { moderatorsBut } from '../../moderation/steps'
import { isDueForReminder } from '../contested'
import { mailDeciders } from '../letter'
import { ballotAppeals, ballotDecisions } from '../tables'

/** An appeal that waits and of which it is time to remind. */
async function toRemindOf(tx: Tx, { appealId }: { appealId: string }) {
  const [appeal] = await tx
    .select({ dueAt: ballotAppeals.dueAt, late: sql<boolean>`${ballotAppeals.dueAt} < clock_timestamp()`, questionId: ballotDecisions.questionId, flagId: sql<string>`${ballotDecisions.flagId}`, involved: sql<(string | null)[]>`array[${ballotDecisions.proposedById}, ${ballotDecisions.confirmedById}, ${ballotAppeals.appellantId}]` })
    .from(ballotAppeals)
    .innerJoin(ballotDecisions, eq(ballotDecisions.id, ballotAppeals.decisionId))
    .where(and(eq(ballotAppeals.id, appealId), isDueForReminder))
    .for('update', { of: ballotAppeals })
  return appeal
}

/** Tells the moderators who may answer an appeal that it waits. */
export const remindOfBallotAppeal = command({
  event: 'invalidation-appeal.reminded',
  input: z.strictObject({ appealId: z.uuid('problem.invalid') }),
  load: toRemindOf,
  allow: isSystem,
  async run({ tx, input: { appealId }, subject: { involved, ...appeal } }) {
    await tx.update(ballotAppeals).set({ remindedAt: sql`clock_timestamp()` }).where(eq(ballotAppeals.id, appealId))
    await mailDeciders(tx, await moderatorsBut(tx, involved), appeal)
    return { id: appealId }
  },
})
