import { and, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import type { Tx } from '../db'
import { comments } from '../discussion/tables'
import { carryOut, undo } from './effects'
import { newestAbout } from './held'
import { applySanctions } from './in-force'
import { tellConcerned } from './letter'
import type { BrokenRule } from './rules'
import { banProposals } from './sanction-tables'
import { decisions } from './tables'

type Decision = typeof decisions.$inferSelect
type By = { moderatorId: string; sentence: string }

/**
 * Undoes a decision because an appeal against it was upheld: by another decision, with all that it brings.
 * @returns that decision; null where the first one has been taken back meanwhile
 */
export async function takeBack(tx: Tx, contested: Decision, by: By): Promise<string | null> {
  const { id, kind, commentId, personId, authorId } = contested
  // Held in the order in which other decisions hold it.
  if (commentId) await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, commentId)).for('update')
  else await tx.select({ id: people.id }).from(people).where(eq(people.id, personId!)).for('update')
  if (await tx.$count(decisions, eq(decisions.undoesId, id))) return null
  const about = commentId ? eq(decisions.commentId, commentId) : eq(decisions.personId, personId!)
  const [undoing] = await tx
    .insert(decisions)
    .values({ ...by, commentId, personId, authorId, kind: commentId ? 'restore' : 'lift', ground: 'none', origin: 'appeal', afterId: await newestAbout(tx, about), undoesId: id })
    .returning({ id: decisions.id })
  if (commentId) await undo(tx, { kind, commentId })
  else {
    await dropBan(tx, id, by.moderatorId)
    await applySanctions(tx, personId!)
  }
  return undoing!.id
}

/** A ban that waits to be confirmed falls with the suspension that it brought; where there is none, nothing happens. */
export async function dropBan(tx: Tx, suspensionId: string, settledById: string): Promise<void> {
  await tx.update(banProposals).set({ outcome: 'dropped', settledById, settledAt: sql`clock_timestamp()` }).where(and(eq(banProposals.suspensionId, suspensionId), isNull(banProposals.outcome)))
}

/** Hides a comment that had been kept, because its reporter was right; its author is told why. Null where it is hidden already. */
export async function hideAfterAll(tx: Tx, { commentId, authorId }: Decision, { ground, law, ...by }: By & { ground: BrokenRule; law: string | null }): Promise<string | null> {
  const [comment] = await tx.select({ threadId: comments.threadId, state: comments.state }).from(comments).where(eq(comments.id, commentId!)).for('update')
  if (comment!.state === 'hidden') return null
  const [hiding] = await tx
    .insert(decisions)
    .values({ ...by, commentId, authorId, ground, law: ground === 'illegal' ? law : null, kind: 'hide', origin: 'appeal', afterId: await newestAbout(tx, eq(decisions.commentId, commentId!)) })
    .returning()
  await carryOut(tx, { decisionId: hiding!.id, commentId: commentId!, kind: 'hide', ground })
  await tellConcerned(tx, { ...hiding!, kind: 'hide', personId: authorId!, comment: { id: commentId!, threadId: comment!.threadId } })
  return hiding!.id
}
