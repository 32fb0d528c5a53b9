import { address, type Address } from '../addresses'
import type { Language } from '../language'
import type { Content, PublicationKind } from './contents'

/** Where moderators judge something: a comment has a page for it, of what an organisation publishes it is a part of its page at the desk. */
export const caseAddress = ({ about, id }: Content, language: Language): Address =>
  about === 'comment' ? address(language, 'moderateComment', { comment: id })
  : (`${address(language, about === 'proposal' ? 'moderateProposal' : 'moderateOrganisation', { id })}#zgloszenia` as Address)

/** The public page of a proposal or an organisation. */
export const publicationAddress = ({ about, slug }: { about: PublicationKind; slug: string }, language: Language): Address => address(language, about, { slug })
