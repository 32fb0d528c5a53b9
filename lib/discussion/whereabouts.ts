import { address, pageOf, type Address } from '../addresses'
import type { Language } from '../language'

/**
 * A page about one comment, told by any page of the conversation that it stands in: where it is read with its answers, or
 * where its author changes it. The account page, where all that one has said stands, when no conversation is known.
 * @param from the page that a form stood on, with or without a query
 */
export function pageOfComment(purpose: 'read' | 'edit', id: string, { from, language }: { from: Address; language: Language }): Address {
  const { code, slug } = pageOf(from.split(/[?#]/)[0]!)?.parameters ?? {}
  if (code) return address(language, purpose === 'read' ? 'taskComment' : 'editTaskComment', { code, comment: id })
  if (slug) return address(language, purpose === 'read' ? 'proposalComment' : 'editProposalComment', { slug, comment: id })
  return address(language, 'account')
}
