import { address } from '@/lib/addresses'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { PartnerCall } from '@/lib/partnership/queries'
import { sayDistrict } from '../volunteering/words'
import { sayField } from './words'

/** Calls for partners one below the other: what for, whose, which field, until when. */
export function PartnerCallList({ calls, language, level: Heading = 'h2', organisation = true }: { calls: readonly PartnerCall[]; language: Language; level?: 'h2' | 'h3'; organisation?: boolean }) {
  const t = translator(language)
  return (
    <ul className="list">
      {calls.map((call) => (
        <li key={call.id}>
          <Heading><a href={address(language, 'partnerCall', { call: call.id })}><bdi>{call.title}</bdi></a></Heading>
          <p className="meta">{organisation && <><bdi>{call.organisation.name}</bdi> · </>}{sayField(call.field, language)} · {sayDistrict(call.district, language)}</p>
          <p>{t('partnership.until', { date: sayDate(call.until, language) })}</p>
        </li>
      ))}
    </ul>
  )
}
