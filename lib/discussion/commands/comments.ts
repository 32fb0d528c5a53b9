import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import { tag } from '../../tags'
import { commentHeld, commentToChange, placeToWrite, sameWording } from '../held'
import { heldFor } from '../house-rules'
import { canComment, canEdit, canWithdraw, commentInput, commentOnly, editInput, editsFreely } from '../rules'
import { writeOnce } from '../steps'
import { commentRevisions, comments } from '../tables'

/**
 * Posts a comment, or an answer to one. The same text from the same render of a form gives the comment that is already
 * there (security.md A43).
 * @returns its id, and which check holds it for a moderator's look, if one does
 */
export const postComment = command({
  event: 'comment.posted',
  input: commentInput,
  limit: { max: 20, minutes: 10, organisation: ({ speaksAs }) => (speaksAs === 'office' ? null : speaksAs) },
  load: placeToWrite,
  allow: canComment,
  async run({ tx, person, input: { speaksAs, goesOn, ...input }, subject }) {
    const held = heldFor(input.body, { ...subject, vouched: subject.speaks !== 'oneself', goesOn })
    const comment = { ...input, authorId: person.id, official: speaksAs === 'office', organisationId: speaksAs === 'office' ? undefined : speaksAs }
    return writeOnce(tx, comment, held)
  },
  attests: ({ input }) => ({ text: input.body }),
  touches: ({ input }) => [tag.thread(input.threadId)],
})

/**
 * Changes what one has said, through the same checks as something new. As long as nobody has answered or reacted, and
 * for `freeEditMinutes`, it is as if it had never been otherwise; afterwards the earlier wording stays public (A51).
 */
export const editComment = command({
  event: 'comment.edited',
  input: editInput,
  limit: { max: 20, minutes: 10 },
  load: commentToChange,
  allow: canEdit,
  async run({ tx, input: { commentId, stance = null, body, revision, goesOn }, subject }) {
    sameWording({ revision }, subject)
    if (body === subject.body && stance === subject.stance) return { id: commentId, held: null }
    const held = heldFor(body, { ...subject, recent: 0, vouched: subject.official || subject.organisationId !== null, goesOn })
    const free = editsFreely(subject)
    if (!free) await tx.insert(commentRevisions).values({ commentId, revision, stance: subject.stance, body: subject.body, reactions: subject.reactions, replies: subject.replies })
    await tx
      .update(comments)
      .set({ body, stance, revision: revision + 1, heldFor: held, heldAt: held && sql`clock_timestamp()`, ...(!free && { editedAt: sql`clock_timestamp()` }) })
      .where(eq(comments.id, commentId))
    return { id: commentId, held }
  },
  attests: ({ input }) => ({ text: input.body }),
  touches: ({ subject }) => [tag.thread(subject.threadId)],
})

/** Takes one's words back: the place stays, with its answers. */
export const withdrawComment = command({
  event: 'comment.withdrawn',
  input: commentOnly,
  load: commentHeld,
  allow: canWithdraw,
  async run({ tx, input }) {
    await tx.update(comments).set({ withdrawnAt: sql`clock_timestamp()` }).where(eq(comments.id, input.commentId))
    return { id: input.commentId }
  },
  touches: ({ subject }) => [tag.thread(subject.threadId)],
})
