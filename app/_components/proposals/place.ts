import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import type { Place } from '../discussion/place'

/** Where a proposal's conversation stands. */
export const proposalPlace = (language: Language, { slug, threadId }: { slug: string; threadId: string }): Place => ({
  threadId,
  page: address(language, 'proposal', { slug }),
  comment: (comment) => address(language, 'proposalComment', { slug, comment }),
  older: (cursor) => address(language, 'proposalComments', { slug, cursor }),
})
