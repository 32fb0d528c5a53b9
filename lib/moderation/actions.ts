'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import { decideOnComment, lockThread, reportComment, unlockThread } from './commands'

/** What happens next, with the way back to where the comment was read. */
export const reportCommentAction = action(reportComment, {
  draft: 'report',
  then: ({ commentId }, { language, from }) => withQuery(address(language, 'reported', { comment: commentId }), { powrot: new URL(from, 'http://here').searchParams.get('powrot') ?? undefined }),
})

/** On to the rest of the queue, which says what was done. */
export const decideOnCommentAction = action(decideOnComment, {
  then: ({ kind }, { language }) => withQuery(address(language, 'moderation'), { zrobione: kind }),
})

type Sent = Parameters<Parameters<typeof action<unknown>>[1]['then']>[1]
/** Back to the page of the case, at what is said of its discussion. */
const atTheThread = (_: unknown, { from }: Sent) => `${from.split('#')[0]}#dyskusja` as Address

export const lockThreadAction = action(lockThread, { then: atTheThread })
export const unlockThreadAction = action(unlockThread, { then: atTheThread })
