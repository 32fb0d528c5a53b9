import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { comments, supports } from '../tables'

/** The viewer's own comments, newest first, hidden ones with their text. */
export async function listOwnComments(viewer: Viewer, limit = 50) {
  if (!viewer) return []
  return db
    .select({ id: comments.id, threadId: comments.threadId, body: comments.body, postedAt: comments.postedAt, hiddenAt: comments.hiddenAt, hiddenGround: comments.hiddenGround })
    .from(comments)
    .where(eq(comments.authorId, viewer.id))
    .orderBy(desc(comments.id))
    .limit(limit)
}

/** Which comments of a thread the viewer supports or wrote and had hidden: what a kept page cannot know. */
export async function getOwnMarks(viewer: Viewer, threadId: string) {
  if (!viewer) return { supported: [], hidden: [] }
  const [supported, hidden] = await Promise.all([
    db
      .select({ id: supports.commentId })
      .from(supports)
      .innerJoin(comments, eq(comments.id, supports.commentId))
      .where(and(eq(supports.personId, viewer.id), eq(comments.threadId, threadId))),
    db
      .select({ id: comments.id, body: comments.body })
      .from(comments)
      .where(and(eq(comments.authorId, viewer.id), eq(comments.threadId, threadId), sql`${comments.hiddenAt} is not null`))
      .orderBy(desc(comments.id))
      .limit(20),
  ])
  return { supported: supported.map(({ id }) => id), hidden }
}
