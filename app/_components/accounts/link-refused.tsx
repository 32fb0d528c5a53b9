import { linkMinutes } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** That a link to sign in is used or over, and the way to another. */
export function LinkRefused({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{t('account.refusedTitle')}</h1>
      <p className="lead">{t('account.refusedLead', { minutes: linkMinutes })}</p>
      <p className="acts"><a className="ds-button" href={address(language, 'signIn')}>{t('account.newLink')}</a></p>
    </div>
  )
}
