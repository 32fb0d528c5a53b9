import { and, eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import { tag } from '../../tags'
import { commentHeld, sameWording } from '../held'
import { canReact, commentOnly, reactionInput } from '../rules'
import { reactions } from '../tables'

const reacting = { max: 120, minutes: 10 }

/** Says where one stands on a comment, or changes it: one a person. It counts for the wording that was seen. */
export const react = command({
  event: 'comment.reacted',
  input: reactionInput,
  limit: reacting,
  load: commentHeld,
  allow: canReact,
  async run({ tx, person, input, subject }) {
    sameWording(input, subject)
    await tx
      .insert(reactions)
      .values({ ...input, personId: person.id })
      .onConflictDoUpdate({ target: [reactions.commentId, reactions.personId], set: { kind: input.kind, revision: input.revision, at: sql`now()` } })
    return { id: input.commentId }
  },
  touches: ({ subject }) => [tag.thread(subject.threadId)],
})

/** Takes one's reaction back; not having one is fine. */
export const withdrawReaction = command({
  event: 'comment.reaction-withdrawn',
  input: commentOnly,
  limit: reacting,
  load: commentHeld,
  allow: canReact,
  async run({ tx, person, input }) {
    await tx.delete(reactions).where(and(eq(reactions.commentId, input.commentId), eq(reactions.personId, person.id)))
    return { id: input.commentId }
  },
  touches: ({ subject }) => [tag.thread(subject.threadId)],
})
