import { CallList } from '@/app/_components/volunteering/call-list'
import { sayDistrict } from '@/app/_components/volunteering/words'
import { keepForAMinute } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { District } from '@/lib/organisations/districts'
import { districtCodes } from '@/lib/organisations/districts'
import { tag } from '@/lib/tags'
import { listOpenCalls } from '@/lib/volunteering/queries/public'

/** Where help is needed: everywhere, or in one district (what is for the whole city included). */
export async function VolunteeringPage({ language, district }: { language: Language; district?: District }) {
  const t = translator(language)
  const all = await keptCalls()
  const calls = district ? all.filter((call) => call.district === district || call.district === 'city') : all
  const offered = districtCodes.filter((code) => code !== 'city' && (code === district || all.some((call) => call.district === code)))
  return (
    <div className="wrap page">
      <h1>{district ? `${t('volunteering.title')}: ${sayDistrict(district, language)}` : t('volunteering.title')}</h1>
      <p className="lead">{t('volunteering.lead')}</p>
      {offered.length > 0 && (
        <nav className="tools" aria-label={t('volunteering.where')}>
          <ul className="orders">
            <li><a href={address(language, 'volunteering')} aria-current={district ? undefined : 'page'}>{t('volunteering.everywhere')}</a></li>
            {offered.map((code) => (
              <li key={code}><a href={address(language, 'volunteeringIn', { district: code })} aria-current={code === district ? 'page' : undefined}>{sayDistrict(code, language)}</a></li>
            ))}
          </ul>
        </nav>
      )}
      <div className="listed">
        <div>
          {calls.length === 0 && <p className="empty">{t(district && all.length > 0 ? 'volunteering.emptyHere' : 'volunteering.empty')}</p>}
          <CallList calls={calls} language={language} />
        </div>
        <aside className="panel">
          <p>{t('volunteering.askLead')}</p>
          <p><a className="ds-button" data-variant="secondary" href={address(language, 'newVolunteerCall')}>{t('volunteering.ask')}</a></p>
        </aside>
      </div>
    </div>
  )
}

async function keptCalls() {
  'use cache'
  keepForAMinute(tag.volunteering, tag.organisations) // Shifts begin by themselves.
  return listOpenCalls(null)
}
