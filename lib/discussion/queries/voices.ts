import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm'
import type { Viewer } from '../../person'
import { comments } from '../tables'
import { selectComments, shown, type CommentShown } from '../shown'

/** The newest comments of all threads, for the home page and the feeds. */
export async function listNewest(_viewer: Viewer, threadIds: readonly string[], limit: number): Promise<(CommentShown & { threadId: string })[]> {
  if (!threadIds.length) return []
  const rows = await selectComments()
    .where(and(inArray(comments.threadId, [...threadIds]), eq(comments.state, 'shown')))
    .orderBy(desc(comments.id))
    .limit(limit)
  return rows.map((row) => ({ ...shown(row), threadId: row.threadId }))
}

/** The newest that was said in an organisation's name and may be read, for its page. */
export async function listVoicesOf(_viewer: Viewer, organisationId: string, limit: number): Promise<(CommentShown & { threadId: string })[]> {
  const rows = await selectComments()
    .where(and(eq(comments.organisationId, organisationId), eq(comments.state, 'shown')))
    .orderBy(desc(comments.id))
    .limit(limit)
  return rows.map((row) => ({ ...shown(row), threadId: row.threadId }))
}

/** Every comment that may be read, oldest first, for machines. @param after the id of the last one they have */
export async function listComments(_viewer: Viewer, threadId: string, after: string | undefined, limit: number): Promise<CommentShown[]> {
  const rows = await selectComments()
    .where(and(eq(comments.threadId, threadId), eq(comments.state, 'shown'), after ? gt(comments.id, after) : undefined))
    .orderBy(asc(comments.id))
    .limit(limit)
  return rows.map(shown)
}

/** Those of these voices that can be read, in a thread and by others than the viewer, in the order of the ids. */
export async function listOthersVoices(viewer: Viewer, threadId: string, ids: readonly string[]) {
  if (!ids.length) return []
  const rows = await selectComments().where(and(eq(comments.threadId, threadId), inArray(comments.id, [...ids]), eq(comments.state, 'shown'), viewer ? ne(comments.authorId, viewer.id) : undefined))
  return rows
    .map((row) => ({ id: row.id, revision: row.revision, name: row.organisationName ?? row.author, body: row.body }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
