import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { CallFields, ShiftFields } from '@/app/_components/volunteering/call-fields'
import { hasName } from '@/lib/accounts/rules'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listActingFor } from '@/lib/organisations/queries/acting'
import { openVolunteerCallAction } from '@/lib/volunteering/actions'
import { listOwnPublicProposals } from '@/lib/volunteering/queries/desk'
import { mayOpenCall } from '@/lib/volunteering/rules'

type Props = { params: Promise<{ language: Language }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('volunteering.new.title')} – ${t('site.name')}` }
}

/** The form in which an organisation asks for people. */
export default async function NewVolunteerCall({ params }: Props) {
  const { language } = await params
  const here = address(language, 'newVolunteerCall')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const [organisations, proposals] = await Promise.all([listActingFor(viewer), listOwnPublicProposals(viewer)])
  const objection = mayOpenCall(viewer, { organises: true })
  return (
    <div className="wrap page">
      <h1>{t('volunteering.new.title')}</h1>
      <p className="lead">{t('volunteering.new.lead')}</p>
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {hasName(viewer, null) && <p className="acts"><a className="ds-button" href={withQuery(address(language, 'welcome'), { powrot: here })}>{t('organisation.nameFirst')}</a></p>}
      {organisations.length === 0 && <div className="notice"><p>{t('volunteering.new.noOrganisation')} <a href={address(language, 'newOrganisation')}>{t('organisation.register')}</a></p></div>}
      {!objection && organisations.length > 0 && (
        <Form
          className="form"
          action={openVolunteerCallAction}
          language={language}
          from={here}
          values={{ organisationId: organisations[0]!.id, proposalId: '', district: 'city', minAge: '18', term: '' }}
        >
          <Select name="organisationId" label={t('volunteering.new.organisation')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
          {proposals.length > 0 && <Select name="proposalId" label={t('volunteering.new.proposal')} options={[{ value: '', label: t('volunteering.new.noProposal') }, ...proposals.map(({ id, title }) => ({ value: id, label: title }))]} />}
          <CallFields language={language} />
          <fieldset className="stack">
            <legend className="ds-label">{t('volunteering.new.firstShift')}</legend>
            <ShiftFields language={language} />
          </fieldset>
          <p className="meta">{t('volunteering.new.contact')}</p>
          <p><Submit>{t('volunteering.new.send')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
