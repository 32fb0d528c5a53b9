import { and, desc, eq } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { commentRevisions, comments } from '../tables'

/** A wording that a comment had: until when, and how many had reacted and answered by then; the current one without. */
export type Wording = Awaited<ReturnType<typeof listRevisions>>[number]

/**
 * What a comment says and has said in public, newest first. Null for whoever may not read the comment: what is hidden,
 * held or withdrawn shows no earlier wording either.
 */
export async function getHistory(_viewer: Viewer, threadId: string, commentId: string) {
  const [comment] = await db
    .select({ id: comments.id, body: comments.body, stance: comments.stance, editedAt: comments.editedAt, postedAt: comments.postedAt })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.threadId, threadId), eq(comments.state, 'shown')))
  return comment ? { comment, earlier: await listRevisions(null, commentId) } : null
}

/** Every earlier wording, newest first, whatever the comment's state: for whoever has been found to may read it. */
export const listRevisions = (_viewer: Viewer, commentId: string) =>
  db
    .select({ revision: commentRevisions.revision, body: commentRevisions.body, stance: commentRevisions.stance, replacedAt: commentRevisions.replacedAt, reactions: commentRevisions.reactions, replies: commentRevisions.replies })
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId))
    .orderBy(desc(commentRevisions.revision))
