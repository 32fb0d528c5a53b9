import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Case } from '@/lib/moderation/queries/case'

/** The ways back to the queue and to the cases beside this one. */
export function Neighbours({ neighbours: { before, after }, language }: { neighbours: Case['neighbours']; language: Language }) {
  const t = translator(language)
  const to = (comment: string) => address(language, 'moderateComment', { comment })
  return (
    <nav className="case-ways" aria-label={t('desk.case.neighbours')}>
      <a href={address(language, 'moderation')} data-key="u">{t('desk.case.queue')}</a>
      {before && <a href={to(before)} data-key="k" rel="prev"><span aria-hidden="true">← </span>{t('desk.case.before')}</a>}
      {after && <a href={to(after)} data-key="j" rel="next">{t('desk.case.after')}<span aria-hidden="true"> →</span></a>}
    </nav>
  )
}
