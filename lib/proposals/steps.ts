import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { proposalHeld } from './held'
import { mayMove, moves, needsReason, type Move } from './life-cycle'
import { proposalDecisions, proposalMoves, proposals } from './tables'

type Asked = {
  id: string
  move: Move
  /** On whose account; they must be allowed to make the move. */
  person: Person
  /** For those who read it: mandatory for moves that take something away. */
  reason?: string
  /** For `return`: the last day for completing it, yyyy-mm-dd. */
  completeBy?: string
  /** For `merge` and `unmerge`: the other proposal. */
  otherId?: string
}

/**
 * Moves a proposal to the next state of its life, and remembers who did it, when and why. The row is held against every
 * other change until the transaction ends.
 * @returns the row of the move
 * @throws Refusal when there is no such proposal for this person (`missing`) or they may not make this move now (`forbidden`)
 */
export async function moveProposal(tx: Tx, { id, move, person, reason, completeBy, otherId }: Asked): Promise<{ id: string; at: Date }> {
  const held = await proposalHeld(tx, { id }, person)
  if (!held) throw new Refusal('missing', { key: 'objection.missing' })
  const objection = mayMove(move)(person, held)
  if (objection) throw new Refusal('forbidden', objection)
  if (needsReason(move) && !reason?.trim()) throw new Error(`${move} needs a reason.`)
  const { to } = moves[move]
  await tx
    .update(proposals)
    .set({ state: to, stateAt: sql`clock_timestamp()`, completeBy: to === 'returned' ? completeBy : null, mergedIntoId: to === 'merged' ? otherId : null })
    .where(eq(proposals.id, id))
  // What was prepared about a proposal that has gone on is no longer waiting to be published.
  if (held.state === 'published') await tx.delete(proposalDecisions).where(and(eq(proposalDecisions.proposalId, id), isNull(proposalDecisions.publishedAt)))
  const [made] = await tx.insert(proposalMoves).values({ proposalId: id, move, from: held.state, to, byId: person.id, reason, completeBy, otherId }).returning({ id: proposalMoves.id, at: proposalMoves.at })
  return made!
}
