import { address, withQuery, type Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Content } from '@/lib/moderation/contents'

/** The quiet way to report what an organisation publishes, and back. */
export const ReportLink = ({ content: { about, id }, from, language }: { content: Content; from: Address; language: Language }) => (
  <p className="meta"><a href={withQuery(address(language, 'report', { content: id }), { powrot: from })} rel="nofollow">{translator(language)('moderation.report.link', { about })}</a></p>
)
