import { and, eq, lte, or, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { comments } from '../../discussion/tables'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { canClaim, claimInput, claimMinutes, releaseInput } from '../claims'
import { caseClaims } from '../desk-tables'
import { canModerate } from '../rules'

/** Held, so that nobody takes what is being decided. */
async function caseToClaim(tx: Tx, { commentId }: { commentId: string }, person: Person) {
  const [comment] = await tx
    .select({ own: sql<boolean>`comments.author_id = ${person.id} or exists (select from organisation_members members where members.organisation_id = comments.organisation_id and members.person_id = ${person.id})` })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for('share')
  return comment
}

/**
 * Takes a case for a quarter of an hour, or for another one: until then nobody else decides about it. Of two who ask at once
 * one gets it. Whoever takes it over says so.
 */
export const claimCase = command({
  event: 'case.claimed',
  input: claimInput,
  limit: { max: 600, minutes: 60 },
  load: caseToClaim,
  allow: canClaim,
  async run({ tx, person, input: { commentId, takeOver } }) {
    const mine = eq(caseClaims.moderatorId, person.id)
    const expiresAt = sql`clock_timestamp() + make_interval(mins => ${claimMinutes}::int)`
    const [claim] = await tx
      .insert(caseClaims)
      .values({ commentId, moderatorId: person.id, expiresAt })
      .onConflictDoUpdate({
        target: caseClaims.commentId,
        set: { moderatorId: person.id, expiresAt, claimedAt: sql`case when ${mine} then ${caseClaims.claimedAt} else clock_timestamp() end` },
        setWhere: takeOver ? undefined : or(mine, lte(caseClaims.expiresAt, sql`clock_timestamp()`)),
      })
      .returning({ id: caseClaims.commentId })
    if (!claim) throw new Refusal('conflict', { key: 'desk.objection.claimed' })
    return claim
  },
})

/** Gives a case back before its time is up. */
export const releaseCase = command({
  event: 'case.released',
  input: releaseInput,
  load: async (tx, { commentId }, person) => (await tx.select({ commentId: caseClaims.commentId }).from(caseClaims).where(and(eq(caseClaims.commentId, commentId), eq(caseClaims.moderatorId, person.id))).for('update'))[0],
  allow: canModerate,
  async run({ tx, input }) {
    await tx.delete(caseClaims).where(eq(caseClaims.commentId, input.commentId))
    return { id: input.commentId }
  },
})
