import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { sayHours } from '@/lib/volunteering/hours'
import { getCertificate } from '@/lib/volunteering/queries/own'
import { getCall } from '@/lib/volunteering/queries/public'
import { sayShift } from '@/app/_components/volunteering/words'

type Props = { params: Promise<{ language: Language; call: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('volunteering.certificate.title')} – ${t('site.name')}` }
}

/** What was noted of one's work, and the form that makes it a certificate. */
export default async function VolunteerCertificate({ params }: Props) {
  const { language, call: id } = await params
  const here = address(language, 'volunteerCertificate', { call: id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const [call, certificate] = await Promise.all([getCall(null, id), getCertificate(viewer, id)])
  if (!call) nothingHere()
  const t = translator(language)
  const total = certificate?.shifts.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'account')}>{t('site.account')}</a></li><li><a href={address(language, 'volunteerCall', { call: id })}><bdi>{call.role}</bdi></a></li></ol>
      </nav>
      <h1>{t('volunteering.certificate.title')}</h1>
      {!certificate && <p className="empty">{t('volunteering.certificate.nothing')}</p>}
      {certificate && (
        <>
          <p className="lead">{t('volunteering.certificate.lead')}</p>
          <p><bdi>{certificate.organisation.name}</bdi> · {t('volunteering.certificate.total', { hours: sayHours(total, language) })}</p>
          <ul>{certificate.shifts.map((shift) => <li key={shift.startsAt.toISOString()}>{sayShift(shift, language)}: {t('volunteering.account.hours', { hours: sayHours(shift.minutes, language) })}</li>)}</ul>
          <form className="form" method="post" action={`/api/volunteering/${id}/certificate`}>
            <input type="hidden" name="language" value={language} />
            <div className="ds-field">
              <label className="ds-label" htmlFor="certificate-name">{t('volunteering.certificate.name')}</label>
              <div data-field="description" id="certificate-name-hint">{t('volunteering.certificate.nameHint')}</div>
              <input className="ds-input" id="certificate-name" name="name" maxLength={100} autoComplete="name" aria-describedby="certificate-name-hint" />
            </div>
            <p><button className="ds-button" type="submit">{t('volunteering.certificate.download')}</button></p>
          </form>
        </>
      )}
    </div>
  )
}
