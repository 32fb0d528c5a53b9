'use server'
import { action, type Sent } from '../../action'
import { address, withQuery, type Address } from '../../addresses'
import { appealRejection, decideAppeal } from '../commands/appeals'
import { changePublished } from '../commands/changes'
import { beginProposal, withdrawProposal } from '../commands/course'
import { dropDecision, prepareDecision, publishDecisions } from '../commands/decisions'
import { mergeProposal, unmergeProposal } from '../commands/merging'

/** Back to the page that the form stands on, at the place that says what has changed. */
const backTo = (place: 'decyzja' | 'stan') => (_: unknown, { from }: Sent) => `${from.replace(/#.*$/, '')}#${place}` as Address

export const prepareDecisionAction = action(prepareDecision, { then: backTo('decyzja') })
export const dropDecisionAction = action(dropDecision, { then: backTo('decyzja') })
export const publishDecisionsAction = action(publishDecisions, { then: ({ count }, { language }) => withQuery(address(language, 'proposalWork'), { opublikowano: String(count) }) })
export const decideAppealAction = action(decideAppeal, { then: backTo('decyzja') })
export const mergeProposalAction = action(mergeProposal, { then: backTo('decyzja') })
export const unmergeProposalAction = action(unmergeProposal, { then: backTo('decyzja') })

export const withdrawProposalAction = action(withdrawProposal, { then: backTo('stan') })
export const beginProposalAction = action(beginProposal, { then: backTo('stan') })
export const appealRejectionAction = action(appealRejection, { then: backTo('stan') })
export const changePublishedAction = action(changePublished, { then: ({ slug }, { language }) => address(language, 'proposal', { slug }) })
