import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import type { ContentKind } from '@/lib/moderation/contents'
import { translator } from '@/lib/messages'

/** What happens to a report. */
export function ReportSteps({ about, language }: { about: ContentKind; language: Language }) {
  const t = translator(language)
  return (
    <section className="prose">
      <h2>{t('moderation.report.nextTitle')}</h2>
      <ul>
        <li>{t('moderation.report.sentLead', { about })}</li>
        <li>{t('moderation.report.nextLook', { about })}</li>
        <li>{t('moderation.report.nextHide', { about })}</li>
        <li>{t('moderation.report.nextKeep')}</li>
        <li>{t('moderation.report.nextLedger')} <a href={address(language, 'transparency')}>{t('moderation.report.ledger')}</a></li>
      </ul>
    </section>
  )
}
