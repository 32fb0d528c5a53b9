import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** The short layer of the information clause (GDPR art. 13), beside a form: who uses the data and what for, and the way to the whole. */
export function ClauseNote({ about, language }: { about: 'comment' | 'ballot' | 'report' | 'proposal' | 'signUp'; language: Language }) {
  const t = translator(language)
  return <p className="meta clause-note">{t(`privacy.clause.${about}`)} <a href={address(language, 'privacy')}>{t('privacy.clause.link')}</a></p>
}
