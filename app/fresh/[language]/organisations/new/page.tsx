import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RegistrationForm } from '@/app/_components/organisations/registration-form'
import { RegistrationState } from '@/app/_components/organisations/registration-state'
import { hasName } from '@/lib/accounts/rules'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listMemberships } from '@/lib/organisations/queries'
import { canRegister } from '@/lib/organisations/rules'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ wyslano?: string }> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t((await searchParams).wyslano ? 'organisation.sentTitle' : 'organisation.newTitle')} – ${t('site.name')}` }
}

/** The form; once it was sent, what happens next. */
export default async function NewOrganisation({ params, searchParams }: Props) {
  const { language } = await params
  const { wyslano } = await searchParams
  const here = address(language, 'newOrganisation')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: wyslano ? withQuery(here, { wyslano }) : here }))
  const t = translator(language)
  const sent = wyslano ? (await listMemberships(viewer)).find(({ id }) => id === wyslano) : undefined
  if (sent) return <RegistrationState organisation={sent} language={language} />
  const objection = canRegister(viewer, null)
  return (
    <div className="wrap page">
      <h1>{t('organisation.newTitle')}</h1>
      <p className="lead">{t('organisation.newLead')}</p>
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {hasName(viewer, null) && <p className="acts"><a className="ds-button" href={withQuery(address(language, 'welcome'), { powrot: here })}>{t('organisation.nameFirst')}</a></p>}
      {!objection && <RegistrationForm language={language} from={here} />}
    </div>
  )
}
