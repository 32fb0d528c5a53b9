import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** Whom to call when somebody is in danger now: we are no substitute. */
export function HelpNow({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <aside className="notice" aria-labelledby="pomoc">
      <h2 id="pomoc">{t('moderation.report.helpTitle')}</h2>
      <ul>
        <li>{t('moderation.report.help112')}</li>
        <li>{t('moderation.report.helpAdult')}</li>
        <li>{t('moderation.report.helpChild')}</li>
      </ul>
      <p>{t('moderation.report.helpNote')}</p>
    </aside>
  )
}
