import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { CallListed } from '@/lib/volunteering/queries/public'
import { sayDistrict } from './words'

/** Calls one below the other: whom, who asks, where, when next. */
export function CallList({ calls, language, level: Heading = 'h2', organisation = true }: { calls: readonly CallListed[]; language: Language; level?: 'h2' | 'h3'; organisation?: boolean }) {
  const t = translator(language)
  return (
    <ul className="list">
      {calls.map((call) => (
        <li key={call.id}>
          <Heading><a href={address(language, 'volunteerCall', { call: call.id })}><bdi>{call.role}</bdi></a></Heading>
          <p className="meta">
            {organisation && <><bdi>{call.organisation.name}</bdi> · </>}
            <bdi>{call.place}</bdi>, {sayDistrict(call.district, language)}
          </p>
          <p><time dateTime={call.next.toISOString()}>{t('volunteering.nextShift', { date: sayMoment(call.next, language) })}</time>{call.shifts > 1 && ` · ${t('volunteering.shiftCount', { count: call.shifts })}`}</p>
        </li>
      ))}
    </ul>
  )
}
