import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { districtCodes } from '@/lib/organisations/districts'
import { lengths } from '@/lib/volunteering/rules'
import { Choices, Field, Select } from '../fields'
import { sayDistrict } from './words'

/** What a call says, to be filled in: whom, what for, where, on what terms. */
export function CallFields({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <>
      <Field name="role" label={t('volunteering.new.role')} hint={t('volunteering.new.roleHint')} required />
      <Field name="duties" rows={5} label={t('volunteering.new.duties')} hint={t('volunteering.new.dutiesHint', { max: lengths.duties })} required />
      <Field name="place" label={t('volunteering.new.place')} hint={t('volunteering.new.placeHint')} required />
      <Select name="district" label={t('volunteering.where')} options={districtCodes.map((code) => ({ value: code, label: sayDistrict(code, language) }))} />
      <Field name="minAge" inputMode="numeric" width="short" label={t('volunteering.new.minAge')} hint={t('volunteering.new.minAgeHint')} required />
      <Choices
        name="term"
        legend={t('volunteering.new.term')}
        options={[
          { value: 'short', label: t('volunteering.new.termShort'), hint: t('volunteering.new.termShortHint') },
          { value: 'long', label: t('volunteering.new.termLong'), hint: t('volunteering.new.termLongHint') },
        ]}
      />
      <Field name="conditions" rows={3} label={t('volunteering.new.conditions')} hint={t('volunteering.new.conditionsHint')} />
    </>
  )
}

/** When people are needed, and how many; by the city's clock. */
export function ShiftFields({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <div className="shift-fields">
      <Field name="day" type="date" label={t('volunteering.shift.day')} required />
      <Field name="from" label={t('volunteering.shift.from')} hint={t('volunteering.shift.timeHint')} required />
      <Field name="to" label={t('volunteering.shift.to')} hint={t('volunteering.shift.timeHint')} required />
      <Field name="places" inputMode="numeric" label={t('volunteering.shift.places')} required />
    </div>
  )
}
