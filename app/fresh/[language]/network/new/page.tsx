import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field, Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { sayDistrict } from '@/app/_components/volunteering/words'
import { hasName } from '@/lib/accounts/rules'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { districtCodes } from '@/lib/organisations/districts'
import { fieldsOfWork } from '@/lib/organisations/fields-of-work'
import { listActingFor } from '@/lib/organisations/queries/acting'
import { openPartnerCallAction } from '@/lib/partnership/actions'
import { lengths, mayOpenPartnerCall } from '@/lib/partnership/rules'
import { listOwnPublicProposals } from '@/lib/volunteering/queries/desk'

type Props = { params: Promise<{ language: Language }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('partnership.new.title')} – ${t('site.name')}` }
}

/** The form in which an organisation says what partner it looks for. */
export default async function NewPartnerCall({ params }: Props) {
  const { language } = await params
  const here = address(language, 'newPartnerCall')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const t = translator(language)
  const [organisations, proposals] = await Promise.all([listActingFor(viewer), listOwnPublicProposals(viewer)])
  const objection = mayOpenPartnerCall(viewer, { acts: true })
  return (
    <div className="wrap page">
      <h1>{t('partnership.new.title')}</h1>
      <p className="lead">{t('partnership.new.lead')}</p>
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {hasName(viewer, null) && <p className="acts"><a className="ds-button" href={withQuery(address(language, 'welcome'), { powrot: here })}>{t('organisation.nameFirst')}</a></p>}
      {organisations.length === 0 && <div className="notice"><p>{t('partnership.new.noOrganisation')} <a href={address(language, 'newOrganisation')}>{t('organisation.register')}</a></p></div>}
      {!objection && organisations.length > 0 && (
        <Form className="form" action={openPartnerCallAction} language={language} from={here} values={{ organisationId: organisations[0]!.id, proposalId: '', field: '', district: 'city' }}>
          <Select name="organisationId" label={t('partnership.new.organisation')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
          {proposals.length > 0 && <Select name="proposalId" label={t('partnership.new.proposal')} options={[{ value: '', label: t('partnership.new.noProposal') }, ...proposals.map(({ id, title }) => ({ value: id, label: title }))]} />}
          <Field name="title" label={t('partnership.new.name')} hint={t('partnership.new.nameHint')} required />
          <Field name="sought" rows={6} label={t('partnership.sought')} hint={t('partnership.new.soughtHint', { max: lengths.sought })} required />
          <Select name="field" label={t('partnership.new.field')} options={[{ value: '', label: t('partnership.new.fieldChoose') }, ...fieldsOfWork.map((field) => ({ value: field.code, label: field[language] }))]} />
          <Select name="district" label={t('partnership.district')} options={districtCodes.map((code) => ({ value: code, label: sayDistrict(code, language) }))} />
          <Field name="until" type="date" label={t('partnership.new.until')} width="short" required />
          <p><Submit>{t('partnership.new.send')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
