import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Viewer } from '@/lib/person'
import { sayHours } from '@/lib/volunteering/hours'
import { listOwnCalls } from '@/lib/volunteering/queries/desk'
import { listOwnSignUps } from '@/lib/volunteering/queries/own'
import { sayShift } from './words'

/** On the account page: the shifts one signed up for, what was noted, and the calls of one's organisations. */
export async function OwnVolunteering({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const [signUps, calls] = await Promise.all([listOwnSignUps(viewer), listOwnCalls(viewer)])
  const state = ({ cancelled, minutes, position }: (typeof signUps)[number]) => {
    if (cancelled) return t('volunteering.account.cancelled')
    if (minutes !== null) return minutes ? t('volunteering.account.hours', { hours: sayHours(minutes, language) }) : t('volunteering.account.absent')
    return position === null ? t('volunteering.account.hasPlace') : t('volunteering.account.waiting', { position })
  }
  const certified = [...new Map(signUps.filter(({ minutes }) => minutes).map((signUp) => [signUp.callId, signUp])).values()]
  return (
    <section className="section-head stack" id="wolontariat">
      <h2>{t('volunteering.account.title')}</h2>
      {signUps.length === 0 && <p className="quiet">{t('volunteering.account.none')}</p>}
      <ul className="list">
        {signUps.map((signUp) => (
          <li key={signUp.id}>
            <a href={address(language, 'volunteerShift', { call: signUp.callId, shift: signUp.shiftId })}><bdi>{signUp.role}</bdi></a>{' '}
            <span className="ds-tag" data-size="sm" data-color="neutral">{state(signUp)}</span>
            <p className="meta"><bdi>{signUp.organisation}</bdi> · {sayShift(signUp, language)}</p>
          </li>
        ))}
      </ul>
      {certified.length > 0 && <h3>{t('volunteering.account.certificates')}</h3>}
      {certified.length > 0 && <ul>{certified.map(({ callId, role }) => <li key={callId}><a href={address(language, 'volunteerCertificate', { call: callId })}><bdi>{role}</bdi></a></li>)}</ul>}
      <p><a className="ds-button" data-variant="secondary" href={address(language, 'volunteering')}>{t('volunteering.account.look')}</a></p>
      {calls.length > 0 && (
        <>
          <h3>{t('volunteering.account.calls')}</h3>
          <ul className="list">
            {calls.map(({ id, role, organisation, closed }) => (
              <li key={id}>
                <a href={address(language, 'volunteers', { call: id })}><bdi>{role}</bdi></a>{closed && <> <span className="ds-tag" data-size="sm" data-color="neutral">{t('volunteering.account.closed')}</span></>}
                <p className="meta"><bdi>{organisation}</bdi></p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
