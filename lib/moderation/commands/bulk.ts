import { eq, inArray, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { comments } from '../../discussion/tables'
import type { Person } from '../../person'
import { tag } from '../../tags'
import { aloneAtMost, bulkInput, bulkOnly, canConfirmBulk, canDropBulk, groundTogether, type Chosen } from '../bulk'
import { bulkDecisions, bulkItems } from '../desk-tables'
import { canModerate } from '../rules'
import { decideTogether } from '../together'

const conflicts = {
  decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' },
  decisions_by_claimer: { key: 'desk.objection.claimed' },
  bulk_decisions_four_eyes: { key: 'desk.bulk.objection.fourEyes' },
} as const
const touched = ({ threads }: { threads: string[] }) => (threads.length ? [tag.ledger, ...threads.map((id) => tag.thread(id))] : [])

/** Only comments that there are: an address that somebody made up is none of the chosen. */
async function chosenThere(tx: Tx, { items }: { items: Chosen[] }): Promise<Chosen[] | undefined> {
  const there = await tx.select({ id: comments.id }).from(comments).where(inArray(comments.id, items.map(({ commentId }) => commentId)))
  const known = items.filter(({ commentId }) => there.some(({ id }) => id === commentId))
  return known.length ? known : undefined
}

/**
 * One decision and one reason for many comments. Up to twenty are decided at once; more wait for another moderator, and until
 * then nothing changes.
 */
export const decideInBulk = command({
  event: 'bulk.decided',
  input: bulkInput,
  limit: { max: 60, minutes: 60 },
  load: chosenThere,
  allow: canModerate,
  async run({ tx, person, input: { kind, ground, sentence }, subject: chosen }) {
    const alone = chosen.length <= aloneAtMost
    const [bulk] = await tx
      .insert(bulkDecisions)
      .values({ kind, ground: groundTogether(kind, ground), sentence, size: chosen.length, proposedById: person.id, ...(alone && { outcome: 'at-once' as const, settledById: person.id, settledAt: sql`clock_timestamp()` }) })
      .returning()
    await tx.insert(bulkItems).values(chosen.map(({ commentId, revision, seen }) => ({ bulkId: bulk!.id, commentId, revision, afterId: seen })))
    return { id: bulk!.id, threads: alone ? await decideTogether(tx, bulk!, chosen, person) : [] }
  },
  touches: ({ result }) => touched(result),
  conflicts: { ...conflicts, bulk_items_after_id_decisions_id_fk: { key: 'problem.invalid' } },
})

async function bulkHeld(tx: Tx, { bulkId }: { bulkId: string }, person: Person) {
  const [bulk] = await tx.select().from(bulkDecisions).where(eq(bulkDecisions.id, bulkId)).for('update')
  return bulk && { ...bulk, settled: bulk.outcome !== null, proposedBySelf: bulk.proposedById === person.id }
}

/** The second pair of eyes: what was proposed is decided now, in the name of whoever confirms it. */
export const confirmBulk = command({
  event: 'bulk.confirmed',
  input: bulkOnly,
  load: bulkHeld,
  allow: canConfirmBulk,
  async run({ tx, person, subject: bulk }) {
    await tx.update(bulkDecisions).set({ outcome: 'confirmed', settledById: person.id, settledAt: sql`clock_timestamp()` }).where(eq(bulkDecisions.id, bulk.id))
    const chosen = await tx.select({ commentId: bulkItems.commentId, revision: bulkItems.revision, seen: bulkItems.afterId }).from(bulkItems).where(eq(bulkItems.bulkId, bulk.id))
    return { id: bulk.id, threads: await decideTogether(tx, bulk, chosen, person) }
  },
  touches: ({ result }) => touched(result),
  conflicts,
})

/** Not confirmed, or taken back by whoever proposed it: nothing changes. */
export const dropBulk = command({
  event: 'bulk.dropped',
  input: bulkOnly,
  load: bulkHeld,
  allow: canDropBulk,
  async run({ tx, person, subject: bulk }) {
    await tx.update(bulkDecisions).set({ outcome: 'dropped', settledById: person.id, settledAt: sql`clock_timestamp()` }).where(eq(bulkDecisions.id, bulk.id))
    return { id: bulk.id }
  },
})
