import { PartnerCallList } from '@/app/_components/partnership/call-list'
import { sayField } from '@/app/_components/partnership/words'
import { keepForAMinute } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { fieldsOfWork } from '@/lib/organisations/fields-of-work'
import { listOpenPartnerCalls } from '@/lib/partnership/queries'
import { tag } from '@/lib/tags'

/** Who looks for a partner: everywhere, or in one field of work. */
export async function NetworkPage({ language, field }: { language: Language; field?: string }) {
  const t = translator(language)
  const all = await keptCalls()
  const calls = field ? all.filter((call) => call.field === field) : all
  const offered = fieldsOfWork.filter(({ code }) => code === field || all.some((call) => call.field === code))
  return (
    <div className="wrap page">
      <h1>{field ? `${t('partnership.title')}: ${sayField(field, language)}` : t('partnership.title')}</h1>
      <p className="lead">{t('partnership.lead')}</p>
      {offered.length > 0 && (
        <nav className="tools" aria-label={t('partnership.fieldLabel')}>
          <ul className="orders">
            <li><a href={address(language, 'network')} aria-current={field ? undefined : 'page'}>{t('partnership.everything')}</a></li>
            {offered.map(({ code }) => (
              <li key={code}><a href={address(language, 'networkIn', { field: code })} aria-current={code === field ? 'page' : undefined}>{sayField(code, language)}</a></li>
            ))}
          </ul>
        </nav>
      )}
      <div className="listed">
        <div>
          {calls.length === 0 && <p className="empty">{t(field && all.length > 0 ? 'partnership.emptyHere' : 'partnership.empty')}</p>}
          <PartnerCallList calls={calls} language={language} />
        </div>
        <aside className="panel">
          <p>{t('partnership.askLead')}</p>
          <p><a className="ds-button" data-variant="secondary" href={address(language, 'newPartnerCall')}>{t('partnership.ask')}</a></p>
        </aside>
      </div>
    </div>
  )
}

async function keptCalls() {
  'use cache'
  keepForAMinute(tag.network, tag.organisations) // A call ends with its last day.
  return listOpenPartnerCalls(null)
}
