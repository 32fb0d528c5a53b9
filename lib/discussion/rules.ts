import { z } from 'zod'
import { hasName, notSuspended } from '../accounts/rules'
import { all, type Objection, type Policy } from '../policy'
import { canonText, graphemes } from '../text'

/** Characters as a person counts them. */
export const commentLength = 4000

export const commentInput = z.strictObject({
  threadId: z.uuid('problem.invalid'),
  /** The comment it answers. */
  parentId: z.uuid('problem.invalid').optional(),
  /** The organisation in whose name it is said. */
  organisationId: z.union([z.uuid('problem.invalid'), z.literal('').transform(() => undefined)]).optional(),
  body: z
    .string()
    .max(20_000, 'problem.tooLong')
    .transform(canonText)
    .refine((body) => body.length > 0, 'problem.writeSomething')
    .refine((body) => graphemes(body) <= commentLength, { error: 'problem.tooLong', params: { max: commentLength } }),
  /** The same render of a form posts once. */
  formKey: z.uuid('problem.invalid').optional(),
})

export const supportInput = z.strictObject({ commentId: z.uuid('problem.invalid') })

/** Open or not is said by the database's clock, while the thread's row is held. */
export type ThreadState = { open: boolean; closedReason: string | null; lockedAt: Date | null }

/** Why a thread takes no comments, whoever asks; null while it does. Pages say it where the form would stand. */
export const whyClosed = ({ open, closedReason, lockedAt }: ThreadState): Objection =>
  lockedAt ? { key: 'objection.threadLocked' }
  : open ? null
  : { key: closedReason === 'withdrawn' ? 'objection.taskWithdrawn' : 'objection.threadClosed' }

const threadOpen: Policy<ThreadState> = (_, state) => whyClosed(state)

/** Speaking for an organisation is for its members, once it is confirmed. */
const maySpeakFor: Policy<{ speaksFor: 'oneself' | 'own-organisation' | 'another' }> = (_, { speaksFor }) =>
  speaksFor === 'another' ? { key: 'objection.notYourOrganisation' } : null

/** An answer needs a comment to answer, in this thread and still to be read. */
const parentThere: Policy<{ parent: 'none' | 'there' | 'gone' }> = (_, { parent }) => (parent === 'gone' ? { key: 'objection.commentGone' } : null)

export type Writing = ThreadState & { speaksFor: 'oneself' | 'own-organisation' | 'another'; parent: 'none' | 'there' | 'gone' }
export const canComment: Policy<Writing> = all<Writing>(notSuspended, hasName, threadOpen, maySpeakFor, parentThere)

const notOwn: Policy<{ authorId: string }> = (person, { authorId }) => (authorId === person.id ? { key: 'objection.ownComment' } : null)
export const canSupport: Policy<ThreadState & { authorId: string }> = all<ThreadState & { authorId: string }>(notSuspended, threadOpen, notOwn)
