import { and, eq, lte, or, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { comments } from '../../discussion/tables'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { canClaim, claimInput, claimMinutes, releaseInput } from '../claims'
import { contentOf, type Content } from '../contents'
import { caseClaims } from '../desk-tables'
import { publicationOf } from '../publications'
import { canModerate } from '../rules'

type Ids = { commentId?: string | undefined; proposalId?: string | undefined; organisationId?: string | undefined }

/** Held, so that nobody takes what is being decided. */
async function caseToClaim(tx: Tx, ids: Ids, person: Person) {
  const content = contentOf(ids)!
  if (content.about !== 'comment') return publicationOf(tx, content, person.id, 'share')
  const [comment] = await tx
    .select({ own: sql<boolean>`comments.author_id = ${person.id} or is_own_content(comments.id, null, null, ${person.id}::uuid)` })
    .from(comments)
    .where(eq(comments.id, content.id))
    .for('share')
  return comment && { ...comment, ...content }
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
  async run({ tx, person, input: { takeOver, ...ids }, subject }): Promise<Content> {
    const mine = eq(caseClaims.moderatorId, person.id)
    const expiresAt = sql`clock_timestamp() + make_interval(mins => ${claimMinutes}::int)`
    const [claim] = await tx
      .insert(caseClaims)
      .values({ ...ids, moderatorId: person.id, expiresAt })
      .onConflictDoUpdate({
        target: caseClaims.contentId,
        set: { moderatorId: person.id, expiresAt, claimedAt: sql`case when ${mine} then ${caseClaims.claimedAt} else clock_timestamp() end` },
        setWhere: takeOver ? undefined : or(mine, lte(caseClaims.expiresAt, sql`clock_timestamp()`)),
      })
      .returning({ moderatorId: caseClaims.moderatorId })
    if (!claim) throw new Refusal('conflict', { key: 'desk.objection.claimed' })
    return { about: subject.about, id: subject.id }
  },
})

const ofPerson = (ids: Ids, person: Person) => and(eq(caseClaims.contentId, contentOf(ids)!.id), eq(caseClaims.moderatorId, person.id))

/** Gives a case back before its time is up. */
export const releaseCase = command({
  event: 'case.released',
  input: releaseInput,
  load: async (tx, ids, person) => (await tx.select({ moderatorId: caseClaims.moderatorId }).from(caseClaims).where(ofPerson(ids, person)).for('update'))[0],
  allow: canModerate,
  async run({ tx, person, input }) {
    await tx.delete(caseClaims).where(ofPerson(input, person))
    return { id: contentOf(input)!.id }
  },
})
