import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import type { Person } from '../person'
import type { HeldFor } from './rules'
import { commentRevisions, comments, reactions, threads } from './tables'

/** Opens a thread that takes comments from now on, until it closes where an instant is given. */
export async function openThread(tx: Tx, window: { closesAt?: Date; closedReason?: string } = {}): Promise<string> {
  const [thread] = await tx.insert(threads).values(window).returning({ id: threads.id })
  return thread!.id
}

/** Closes threads now: they stay readable. Waits for comments that are being posted, and only then looks at the clock. */
export async function closeThreads(tx: Tx, ids: readonly string[], reason: string): Promise<void> {
  if (!ids.length) return
  await tx.select({ id: threads.id }).from(threads).where(inArray(threads.id, [...ids])).for('update')
  await tx.update(threads).set({ closesAt: sql`clock_timestamp()`, closedReason: reason }).where(inArray(threads.id, [...ids]))
}

/** Takes comments again. */
export async function reopenThreads(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length) await tx.update(threads).set({ closesAt: null, closedReason: null }).where(inArray(threads.id, [...ids]))
}

/** Takes no comments while what it belongs to is hidden, whatever its window and its lock say. */
export async function hideThread(tx: Tx, id: string): Promise<void> {
  await tx.update(threads).set({ hiddenAt: sql`clock_timestamp()` }).where(eq(threads.id, id))
}

/** Shown again, as it was left. */
export async function showThread(tx: Tx, id: string): Promise<void> {
  await tx.update(threads).set({ hiddenAt: null }).where(eq(threads.id, id))
}

/** Hides a comment by a rule; its place and its answers stay. */
export const hideComment = (tx: Tx, id: string, ground: string): Promise<void> => hideComments(tx, [id], ground)

export async function hideComments(tx: Tx, ids: readonly string[], ground: string): Promise<void> {
  await tx.update(comments).set({ hiddenAt: sql`now()`, hiddenGround: ground }).where(inArray(comments.id, [...ids]))
}

/** Shows it again. */
export async function restoreComment(tx: Tx, id: string): Promise<void> {
  await tx.update(comments).set({ hiddenAt: null, hiddenGround: null }).where(eq(comments.id, id))
}

/** Takes no more comments, whatever its window says. */
export async function lockThread(tx: Tx, id: string, by: Person): Promise<void> {
  await tx.update(threads).set({ lockedAt: sql`now()`, lockedById: by.id }).where(eq(threads.id, id))
}

export async function unlockThread(tx: Tx, id: string): Promise<void> {
  await tx.update(threads).set({ lockedAt: null, lockedById: null }).where(eq(threads.id, id))
}

/** Lets a comment be read that a check had held. */
export const releaseComment = (tx: Tx, id: string): Promise<void> => releaseComments(tx, [id])

export async function releaseComments(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.update(comments).set({ heldAt: null, heldFor: null }).where(inArray(comments.id, [...ids]))
}

/** A person's reactions stay counted and become nobody's; neither key nor moment tells any longer which act made them. */
export async function disownReactions(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(reactions)
    .set({ personId: null, id: sql`gen_random_uuid()`, at: sql`date_trunc('day', ${reactions.at}, 'Europe/Warsaw')` })
    .where(eq(reactions.personId, personId))
}

/**
 * Rewrites what a person who leaves has said, earlier wordings too. What they had taken back loses its text.
 */
export async function rewriteVoices(tx: Tx, personId: string, rewritten: (text: string) => string): Promise<void> {
  const said = await tx.select({ id: comments.id, body: comments.body, withdrawnAt: comments.withdrawnAt }).from(comments).where(eq(comments.authorId, personId)).for('update')
  for (const { id, body, withdrawnAt } of said) {
    const left = withdrawnAt ? '–' : rewritten(body)
    if (left !== body) await tx.update(comments).set({ body: left }).where(eq(comments.id, id))
  }
  const earlier = await tx
    .select({ commentId: commentRevisions.commentId, revision: commentRevisions.revision, body: commentRevisions.body, withdrawnAt: comments.withdrawnAt })
    .from(commentRevisions)
    .innerJoin(comments, eq(comments.id, commentRevisions.commentId))
    .where(eq(comments.authorId, personId))
  for (const { commentId, revision, body, withdrawnAt } of earlier) {
    const left = withdrawnAt ? '–' : rewritten(body)
    if (left !== body) await tx.update(commentRevisions).set({ body: left, redactedAt: sql`clock_timestamp()` }).where(and(eq(commentRevisions.commentId, commentId), eq(commentRevisions.revision, revision)))
  }
}

/**
 * Writes a comment. The same text from the same render of a form is the comment that is already there (security.md
 * A43); another text from it („back”, then on) is another comment.
 * @param held which check holds it for a moderator's look
 */
export async function writeOnce(tx: Tx, comment: typeof comments.$inferInsert, held: HeldFor | null): Promise<{ id: string; held: HeldFor | null }> {
  const row = { ...comment, ...(held && { heldFor: held, heldAt: sql`clock_timestamp()` }) }
  const written = { id: comments.id, body: comments.body, held: comments.heldFor }
  const [posted] = await tx.insert(comments).values(row).onConflictDoNothing({ target: [comments.authorId, comments.formKey] }).returning(written)
  if (posted) return { id: posted.id, held }
  const [already] = await tx.select(written).from(comments).where(and(eq(comments.authorId, comment.authorId), eq(comments.formKey, comment.formKey!)))
  if (already!.body === comment.body) return { id: already!.id, held: already!.held }
  const [another] = await tx.insert(comments).values({ ...row, formKey: null }).returning(written)
  return { id: another!.id, held }
}
