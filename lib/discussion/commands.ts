import { and, eq, isNotNull } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person } from '../person'
import { tag } from '../tags'
import { threadOpenNow } from './queries/threads'
import { canComment, canSupport, commentInput, supportInput } from './rules'
import { comments, supports, threads } from './tables'

const threadState = { open: threadOpenNow, closedReason: threads.closedReason, lockedAt: threads.lockedAt }

/** The thread, held against closing and locking, with what it takes to write in it. */
async function placeToWrite(tx: Tx, { threadId, parentId, organisationId }: { threadId: string; parentId?: string; organisationId?: string }, person: Person) {
  const [thread] = await tx.select(threadState).from(threads).where(eq(threads.id, threadId)).for('share')
  if (!thread) return undefined
  const [parent] = parentId
    ? await tx
        .select({ id: comments.id, rootId: comments.rootId, hiddenAt: comments.hiddenAt })
        .from(comments)
        .where(and(eq(comments.id, parentId), eq(comments.threadId, threadId)))
    : []
  return {
    ...thread,
    parent: !parentId ? ('none' as const) : parent && !parent.hiddenAt ? ('there' as const) : ('gone' as const),
    rootId: parent ? (parent.rootId ?? parent.id) : null,
    speaksFor: !organisationId ? ('oneself' as const) : (await isMember(tx, organisationId, person)) ? ('own-organisation' as const) : ('another' as const),
  }
}

async function isMember(tx: Tx, organisationId: string, person: Person) {
  const [membership] = await tx
    .select({ id: organisations.id })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, person.id), isNotNull(organisations.confirmedAt)))
  return !!membership
}

/** Posts a comment, or an answer to one. The same text from the same render of a form gives the comment that is already there. */
export const postComment = command({
  event: 'comment.posted',
  input: commentInput,
  limit: { max: 20, minutes: 10 },
  load: placeToWrite,
  allow: canComment,
  async run({ tx, person, input, subject }) {
    const comment = { ...input, authorId: person.id, rootId: subject.rootId }
    const [posted] = await tx.insert(comments).values(comment).onConflictDoNothing({ target: [comments.authorId, comments.formKey] }).returning({ id: comments.id })
    if (posted) return posted
    const [already] = await tx
      .select({ id: comments.id, body: comments.body })
      .from(comments)
      .where(and(eq(comments.authorId, person.id), eq(comments.formKey, input.formKey!)))
    if (already!.body === input.body) return { id: already!.id }
    // Another text in a form that was sent before („back”, then on): another comment.
    const [another] = await tx.insert(comments).values({ ...comment, formKey: null }).returning({ id: comments.id })
    return another!
  },
  touches: ({ input }) => [tag.thread(input.threadId)],
})

const commentHeld = async (tx: Tx, { commentId }: { commentId: string }) => {
  const [comment] = await tx
    .select({ ...threadState, threadId: comments.threadId, authorId: comments.authorId, hiddenAt: comments.hiddenAt })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(eq(comments.id, commentId))
    .for('share')
  return comment?.hiddenAt ? undefined : comment
}

/** Supports a comment; supporting it twice is once. */
export const supportComment = command({
  event: 'comment.supported',
  input: supportInput,
  limit: { max: 120, minutes: 10 },
  load: commentHeld,
  allow: canSupport,
  async run({ tx, person, input }) {
    await tx.insert(supports).values({ commentId: input.commentId, personId: person.id }).onConflictDoNothing()
    return { id: input.commentId }
  },
  touches: ({ subject }) => [tag.thread(subject.threadId)],
})

/** Takes the support back. */
export const withdrawSupport = command({
  event: 'comment.support-withdrawn',
  input: supportInput,
  limit: { max: 120, minutes: 10 },
  load: commentHeld,
  allow: canSupport,
  async run({ tx, person, input }) {
    await tx.delete(supports).where(and(eq(supports.commentId, input.commentId), eq(supports.personId, person.id)))
    return { id: input.commentId }
  },
  touches: ({ subject }) => [tag.thread(subject.threadId)],
})
