import { Field, Select, Ticks } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { Overwrite } from './overwrite'
import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { updateProfileAction } from '@/lib/organisations/actions'
import { districtCodes } from '@/lib/organisations/districts'
import { fieldsOfWorkToday, needLength } from '@/lib/organisations/profile'
import type { getProfile } from '@/lib/organisations/queries/profile'
import { aboutLength } from '@/lib/organisations/rules'
import { sayDistrict } from './words'

type Props = { profile: NonNullable<Awaited<ReturnType<typeof getProfile>>>; language: Language; from: Address }

/** What an organisation says about itself; each part of its contact is shown only where it says so. */
export function ProfileForm({ profile, language, from }: Props) {
  const t = translator(language)
  const { id, revision, about, offers, seeks, district, www, contactEmail, contactPhone } = profile
  const values = { about, offers, seeks, district: district ?? '', www: www ?? '', contactEmail, contactPhone: contactPhone ?? '' }
  return (
    <Form className="form" action={updateProfileAction} language={language} from={from} hidden={{ id, revision: String(revision) }} values={values}>
      <Field name="about" label={t('organisation.aboutField')} hint={t('organisation.aboutHint', { max: aboutLength })} rows={6} required />
      <Field name="offers" label={t('organisation.offers')} hint={t('organisation.profile.offersHint', { max: needLength })} rows={3} />
      <Field name="seeks" label={t('organisation.seeks')} hint={t('organisation.profile.seeksHint', { max: needLength })} rows={3} />
      <Ticks name="fieldsOfWork" className="in-columns" legend={t('organisation.profile.fields')} hint={t('organisation.profile.fieldsHint')} options={fieldsOfWorkToday().map((field) => ({ value: field.code, label: field[language] }))} chosen={profile.fieldsOfWork} />
      <Select name="district" label={t('organisation.profile.district')} hint={t('organisation.profile.districtHint')} options={[{ value: '', label: t('organisation.profile.chooseDistrict') }, ...districtCodes.map((value) => ({ value, label: sayDistrict(value, t) }))]} />
      <fieldset className="stack">
        <legend className="ds-label">{t('organisation.profile.contact')}</legend>
        <p className="quiet" style={{ margin: 0 }}>{t('organisation.profile.contactLead')}</p>
        <Field name="contactEmail" type="email" label={t('organisation.contactEmail')} autoComplete="email" width="middle" required />
        <Field name="contactPhone" type="tel" label={t('organisation.contactPhone')} autoComplete="tel" width="short" />
        <Field name="www" label={t('organisation.www')} hint={t('organisation.profile.wwwHint')} width="middle" />
      </fieldset>
      <Ticks
        name="publicContacts"
        legend={t('organisation.profile.public')}
        options={[{ value: 'email', label: t('organisation.profile.publicEmail') }, { value: 'phone', label: t('organisation.profile.publicPhone') }, { value: 'www', label: t('organisation.profile.publicWww') }]}
        chosen={profile.publicContacts}
      />
      <Overwrite label={t('organisation.profile.overwrite')} hint={t('organisation.profile.overwriteHint')} newest={t('organisation.profile.seeNewest')} href={from} />
      <p><Submit>{t('organisation.profile.save')}</Submit></p>
    </Form>
  )
}
