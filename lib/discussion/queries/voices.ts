import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Viewer } from '../../person'
import { comments } from '../tables'
import { selectComments, shown, type CommentShown } from '../shown'

/** The newest comments of all threads, for the home page and the feeds. */
export async function listNewest(_viewer: Viewer, threadIds: readonly string[], limit: number): Promise<(CommentShown & { threadId: string })[]> {
  if (!threadIds.length) return []
  const rows = await selectComments()
    .where(and(inArray(comments.threadId, [...threadIds]), isNull(comments.hiddenAt)))
    .orderBy(desc(comments.id))
    .limit(limit)
  return rows.map((row) => ({ ...shown(row), threadId: row.threadId }))
}

/** Every comment that may be read, oldest first, for machines. @param after the id of the last one they have */
export async function listComments(_viewer: Viewer, threadId: string, after: string | undefined, limit: number): Promise<CommentShown[]> {
  const rows = await selectComments()
    .where(and(eq(comments.threadId, threadId), isNull(comments.hiddenAt), after ? gt(comments.id, after) : undefined))
    .orderBy(asc(comments.id))
    .limit(limit)
  return rows.map(shown)
}
