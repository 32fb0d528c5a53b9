import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isSystem } from '../../accounts/rules'
import { command } from '../../command'
import type { Tx } from '../../db'
import { remindModerator } from '../letter'
import { moderatorsBut } from '../steps'
import { appeals, decisions } from '../tables'

/** An appeal that waits and of which nobody was reminded today. */
async function toRemindOf(tx: Tx, { appealId }: { appealId: string }) {
  const [appeal] = await tx
    .select({ dueAt: appeals.dueAt, late: sql<boolean>`${appeals.dueAt} < clock_timestamp()`, kind: decisions.kind, moderatorId: decisions.moderatorId })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(and(eq(appeals.id, appealId), isNull(appeals.decidedAt), or(isNull(appeals.remindedAt), lt(appeals.remindedAt, sql`clock_timestamp() - interval '1 day'`))))
    .for('update', { of: appeals })
  return appeal
}

/** Reminds the moderators who may decide an appeal of it; at most once a day. */
export const remindOfAppeal = command({
  event: 'appeal.reminded',
  input: z.strictObject({ appealId: z.uuid('problem.invalid') }),
  load: toRemindOf,
  allow: isSystem,
  async run({ tx, input: { appealId }, subject: { moderatorId, ...appeal } }) {
    await tx.update(appeals).set({ remindedAt: sql`clock_timestamp()` }).where(eq(appeals.id, appealId))
    for (const email of await moderatorsBut(tx, [moderatorId])) await remindModerator(tx, email, { id: appealId, ...appeal })
    return { id: appealId }
  },
})
