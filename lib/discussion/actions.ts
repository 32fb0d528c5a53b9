'use server'
import { action } from '../action'
import { address, pageOf, withQuery, type Address } from '../addresses'
import { editComment, postComment, withdrawComment } from './commands/comments'
import { answerOfficially } from './commands/official-answers'
import { react, withdrawReaction } from './commands/reactions'
import { enterPaperVoice } from './commands/paper'
import type { HeldFor } from './rules'

type Posted = { id: string; held?: HeldFor | null }
type Sent = Parameters<Parameters<typeof action<Posted>>[1]['then']>[1]

/** Back to the page that the form stood on, at the comment. */
const atTheComment = ({ id }: Posted, { from }: Sent) => `${from.split('#')[0]}#glos-${id}` as Address

/** To the comment's own page of what its author can do with it, which says why it waits. */
function whyItWaits({ id }: Posted, { from, language }: Sent): Address {
  const { code, slug } = pageOf(from.split(/[?#]/)[0]!)?.parameters ?? {}
  if (code) return address(language, 'editTaskComment', { code, comment: id })
  return slug ? address(language, 'editProposalComment', { slug, comment: id }) : address(language, 'account')
}
const atTheCommentOrWhyNot = (posted: Posted, sent: Sent) => (posted.held ? whyItWaits(posted, sent) : atTheComment(posted, sent))

/** From a page about one comment to the comment, among its answers. */
function toTheComment({ id }: Posted, { from, language }: Sent): Address {
  const { code, slug } = pageOf(from.split(/[?#]/)[0]!)?.parameters ?? {}
  const page = code ? address(language, 'taskComment', { code, comment: id }) : slug ? address(language, 'proposalComment', { slug, comment: id }) : address(language, 'account')
  return `${page}#glos-${id}`
}

export const postCommentAction = action(postComment, { draft: 'comment', then: atTheCommentOrWhyNot })
export const editCommentAction = action(editComment, { then: (edited, sent) => (edited.held ? withQuery(whyItWaits(edited, sent), { zapisano: '1' }) : toTheComment(edited, sent)) })
export const withdrawCommentAction = action(withdrawComment, { then: toTheComment })
export const answerOfficiallyAction = action(answerOfficially, { then: (answer, sent) => (answer.held ? whyItWaits(answer, sent) : toTheComment(answer, sent)) })
export const reactAction = action(react, { draft: 'reaction', then: atTheComment })
export const withdrawReactionAction = action(withdrawReaction, { then: atTheComment })

export const enterPaperVoiceAction = action(enterPaperVoice, { then: (_, { language }) => address(language, 'office') })
