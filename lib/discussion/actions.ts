'use server'
import { action } from '../action'
import type { Address } from '../addresses'
import { postComment, supportComment, withdrawSupport } from './commands'

type Posted = { id: string }
type Sent = Parameters<Parameters<typeof action<Posted>>[1]['then']>[1]
/** Back to the page that the form stood on, at the comment. */
const atTheComment = ({ id }: Posted, { from }: Sent) => `${from.split('#')[0]}#glos-${id}` as Address

export const postCommentAction = action(postComment, { draft: 'comment', then: atTheComment })
export const supportCommentAction = action(supportComment, { draft: 'support', then: atTheComment })
export const withdrawSupportAction = action(withdrawSupport, { then: atTheComment })
