import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { comments, reactions } from '../tables'

/** The viewer's own comments, newest first, hidden ones with their text. */
export async function listOwnComments(viewer: Viewer, limit = 50) {
  if (!viewer) return []
  return db
    .select({ id: comments.id, threadId: comments.threadId, body: comments.body, postedAt: comments.postedAt, state: comments.state, hiddenGround: comments.hiddenGround, heldFor: comments.heldFor, revision: comments.revision })
    .from(comments)
    .where(eq(comments.authorId, viewer.id))
    .orderBy(desc(comments.id))
    .limit(limit)
}

/** A comment of the viewer's own, with what it takes to change it; null when it is not theirs, or not in this thread. */
export async function getOwnComment(viewer: Viewer, threadId: string, id: string) {
  if (!viewer) return null
  const [comment] = await db
    .select({
      id: comments.id,
      body: comments.body,
      stance: comments.stance,
      revision: comments.revision,
      state: comments.state,
      heldFor: comments.heldFor,
      editedAt: comments.editedAt,
      reactions: sql<number>`${comments.agrees} + ${comments.disagrees} + ${comments.passes}`,
      replies: comments.replies,
      minutesOld: sql<number>`extract(epoch from clock_timestamp() - ${comments.postedAt})::float8 / 60`,
    })
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.threadId, threadId), eq(comments.authorId, viewer.id)))
  return comment ?? null
}

/** What a kept page cannot know: where the viewer stands on a thread's comments, and which of their own are not to be read by others. */
export async function getOwnMarks(viewer: Viewer, threadId: string) {
  if (!viewer) return { reactions: {}, own: [], unread: [] }
  const [reacted, own] = await Promise.all([
    db
      .select({ id: reactions.commentId, kind: reactions.kind })
      .from(reactions)
      .innerJoin(comments, eq(comments.id, reactions.commentId))
      .where(and(eq(reactions.personId, viewer.id), eq(comments.threadId, threadId)))
      .orderBy(desc(reactions.id))
      .limit(1000),
    db
      .select({ id: comments.id, state: comments.state, body: comments.body, heldFor: comments.heldFor })
      .from(comments)
      .where(and(eq(comments.authorId, viewer.id), eq(comments.threadId, threadId)))
      .orderBy(desc(comments.id))
      .limit(200),
  ])
  return {
    reactions: Object.fromEntries(reacted.map(({ id, kind }) => [id, kind])),
    own: own.filter(({ state }) => state === 'shown' || state === 'held').map(({ id }) => id),
    /** Held or hidden: shown to their author alone. */
    unread: own.flatMap(({ id, state, body, heldFor }) => (state === 'held' || state === 'hidden' ? [{ id, state, body, heldFor }] : [])).slice(0, 20),
  }
}
