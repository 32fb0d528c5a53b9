import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import type { Place } from '../discussion/place'

/** Where a proposal's conversation stands. */
export const proposalPlace = (language: Language, { slug, threadId, organisation }: { slug: string; threadId: string; organisation?: { slug: string } }): Place => ({
  threadId,
  page: address(language, 'proposal', { slug }),
  comment: (comment) => address(language, 'proposalComment', { slug, comment }),
  edit: (comment) => address(language, 'editProposalComment', { slug, comment }),
  history: (comment) => address(language, 'proposalCommentHistory', { slug, comment }),
  conversation: address(language, 'proposalComments', { slug }),
  ...(organisation && { proposer: organisation.slug }),
})
