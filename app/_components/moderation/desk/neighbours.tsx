import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { caseAddress } from '@/lib/moderation/case-address'
import type { Case } from '@/lib/moderation/queries/case'

/** The ways back to the queue and to the cases beside this one. */
export function Neighbours({ neighbours: { before, after }, language }: { neighbours: Case['neighbours']; language: Language }) {
  const t = translator(language)
  return (
    <nav className="case-ways" aria-label={t('desk.case.neighbours')}>
      <a href={address(language, 'moderation')} data-key="u">{t('desk.case.queue')}</a>
      {before && <a href={caseAddress(before, language)} data-key="k" rel="prev"><span aria-hidden="true">← </span>{t('desk.case.before')}</a>}
      {after && <a href={caseAddress(after, language)} data-key="j" rel="next">{t('desk.case.after')}<span aria-hidden="true"> →</span></a>}
    </nav>
  )
}
