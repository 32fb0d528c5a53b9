import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import type { Person } from '../person'
import { comments, supports, threads } from './tables'

/** Opens a thread that takes comments from now on. */
export async function openThread(tx: Tx): Promise<string> {
  const [thread] = await tx.insert(threads).values({}).returning({ id: threads.id })
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

/** Hides a comment by a rule; its place and its answers stay. */
export async function hideComment(tx: Tx, id: string, ground: string): Promise<void> {
  await tx.update(comments).set({ hiddenAt: sql`now()`, hiddenGround: ground }).where(eq(comments.id, id))
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

/** A person's supports stay counted and become nobody's. */
export async function disownSupports(tx: Tx, personId: string): Promise<void> {
  await tx.update(supports).set({ personId: null }).where(eq(supports.personId, personId))
}
