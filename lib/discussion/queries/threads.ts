import { and, count, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { comments, threads } from '../tables'

/** Whether a thread takes comments now, said by the database's clock. */
export const threadOpenNow = sql<boolean>`${threads.opensAt} <= clock_timestamp() and (${threads.closesAt} is null or ${threads.closesAt} > clock_timestamp())`

export async function getThread(_viewer: Viewer, id: string) {
  const [thread] = await db
    .select({ id: threads.id, open: threadOpenNow, closedReason: threads.closedReason, closesAt: threads.closesAt, lockedAt: threads.lockedAt })
    .from(threads)
    .where(eq(threads.id, id))
  return thread ?? null
}

/** How many comments are to be read in each thread, and when the newest came; one query however many threads. */
export async function countComments(_viewer: Viewer, threadIds: readonly string[]): Promise<Map<string, { comments: number; newest: Date | null }>> {
  if (!threadIds.length) return new Map()
  const rows = await db
    .select({ threadId: comments.threadId, comments: count(), newest: max(comments.postedAt) })
    .from(comments)
    .where(and(inArray(comments.threadId, [...threadIds]), isNull(comments.hiddenAt)))
    .groupBy(comments.threadId)
  return new Map(rows.map(({ threadId, ...counted }) => [threadId, counted]))
}
