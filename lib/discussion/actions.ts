'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import { editComment, postComment, withdrawComment } from './commands/comments'
import { answerOfficially } from './commands/official-answers'
import { react, withdrawReaction } from './commands/reactions'
import { enterPaperVoice } from './commands/paper'
import type { HeldFor } from './rules'
import { pageOfComment } from './whereabouts'

type Posted = { id: string; held?: HeldFor | null }
type Sent = Parameters<Parameters<typeof action<Posted>>[1]['then']>[1]

/** Back to the page that the form stood on, at the comment. */
const atTheComment = ({ id }: Posted, { from }: Sent) => `${from.split('#')[0]}#glos-${id}` as Address

/** To the comment's own page of what its author can do with it, which says why it waits. */
const whyItWaits = ({ id }: Posted, sent: Sent) => pageOfComment('edit', id, sent)
const atTheCommentOrWhyNot = (posted: Posted, sent: Sent) => (posted.held ? whyItWaits(posted, sent) : atTheComment(posted, sent))

/** From a page about one comment to the comment, among its answers. */
const toTheComment = ({ id }: Posted, sent: Sent) => `${pageOfComment('read', id, sent)}#glos-${id}` as Address

export const postCommentAction = action(postComment, { draft: 'comment', then: atTheCommentOrWhyNot })
export const editCommentAction = action(editComment, { then: (edited, sent) => (edited.held ? withQuery(whyItWaits(edited, sent), { zapisano: '1' }) : toTheComment(edited, sent)) })
export const withdrawCommentAction = action(withdrawComment, { then: toTheComment })
export const answerOfficiallyAction = action(answerOfficially, { then: (answer, sent) => (answer.held ? whyItWaits(answer, sent) : toTheComment(answer, sent)) })
export const reactAction = action(react, { draft: 'reaction', then: atTheComment })
export const withdrawReactionAction = action(withdrawReaction, { then: atTheComment })

export const enterPaperVoiceAction = action(enterPaperVoice, { then: (_, { language, values }) => withQuery(address(language, 'office'), { zapisano: values.receiptNumber }) })
