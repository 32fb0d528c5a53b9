import { and, count, eq, inArray, max, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { comments, threads } from '../tables'

/** Whether a thread takes comments now, said by the database's clock. */
export const threadOpenNow = sql<boolean>`${threads.hiddenAt} is null and ${threads.opensAt} <= clock_timestamp() and (${threads.closesAt} is null or ${threads.closesAt} > clock_timestamp())`

/** A thread, whether it takes comments now, and how many can be read in it. */
export async function getThread(_viewer: Viewer, id: string) {
  const [thread] = await db
    .select({
      id: threads.id,
      comments: sql<number>`(select count(*)::int from comments where comments.thread_id = threads.id and comments.state = 'shown')`,
      open: threadOpenNow, closedReason: threads.closedReason,
      closesAt: threads.closesAt,
      lockedAt: threads.lockedAt,
    })
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
    .where(and(inArray(comments.threadId, [...threadIds]), eq(comments.state, 'shown')))
    .groupBy(comments.threadId)
  return new Map(rows.map(({ threadId, ...counted }) => [threadId, counted]))
}
