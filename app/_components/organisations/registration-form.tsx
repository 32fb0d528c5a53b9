import { Field, Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { registerOrganisationAction } from '@/lib/organisations/actions'
import { aboutLength, legalForms } from '@/lib/organisations/rules'

/** Everything that a moderator needs to know of an organisation. The contact stays with the office. */
export function RegistrationForm({ language, from }: { language: Language; from: Address }) {
  const t = translator(language)
  return (
    <Form className="form" action={registerOrganisationAction} language={language} from={from}>
      <Field name="name" label={t('organisation.name')} autoComplete="organization" required />
      <Select
        name="legalForm"
        label={t('organisation.legalForm')}
        options={[{ value: '', label: t('organisation.chooseForm') }, ...legalForms.map((form) => ({ value: form, label: t(`organisation.form.${form}`) }))]}
      />
      <Field name="krs" label={t('organisation.krs')} hint={t('organisation.krsHint')} inputMode="numeric" width="short" />
      <Field name="nip" label={t('organisation.nip')} hint={t('organisation.nipHint')} inputMode="numeric" width="short" />
      <Field name="regon" label={t('organisation.regon')} hint={t('organisation.regonHint')} inputMode="numeric" width="short" />
      <Field name="seat" label={t('organisation.seat')} hint={t('organisation.seatHint')} required />
      <Field name="about" label={t('organisation.aboutField')} hint={t('organisation.aboutHint', { max: aboutLength })} rows={5} required />
      <fieldset className="stack">
        <legend className="ds-label">{t('organisation.contact')}</legend>
        <p className="quiet" style={{ margin: 0 }}>{t('organisation.contactLead')}</p>
        <Field name="contactEmail" type="email" label={t('organisation.contactEmail')} autoComplete="email" width="middle" required />
        <Field name="contactPhone" type="tel" label={t('organisation.contactPhone')} autoComplete="tel" width="short" />
      </fieldset>
      <p><Submit>{t('organisation.send')}</Submit></p>
    </Form>
  )
}
