import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { signUpForShiftAction } from '@/lib/volunteering/actions'
import { fullAge, lengths } from '@/lib/volunteering/rules'
import { Choices, Field, Tick } from '../fields'
import { Form, Submit } from '../form'
import { ClauseNote } from '../privacy/clause-note'

type Props = { shiftId: string; minAge: number; organisation: string; full: boolean; from: Address; language: Language }

/** Signing up for a shift, said beforehand who will see what. */
export function SignUpForm({ shiftId, minAge, organisation, full, from, language }: Props) {
  const t = translator(language)
  const forMinors = minAge < fullAge
  return (
    <section>
      <h2>{t('volunteering.own.beforeTitle')}</h2>
      <p>{t('volunteering.own.seen', { organisation })}</p>
      <p>{t('volunteering.own.afterwards')}</p>
      {full && <p>{t('volunteering.own.fullLead')}</p>}
      <Form className="form" action={signUpForShiftAction} language={language} from={from} hidden={{ shiftId }} values={{ age: '', note: '' }}>
        <Choices
          name="age"
          legend={t('volunteering.own.ageLegend')}
          options={[
            { value: 'adult', label: minAge > fullAge ? t('volunteering.own.adultOlder', { age: minAge }) : t('volunteering.own.adult') },
            ...(forMinors ? [{ value: 'minor', label: t('volunteering.own.minor', { age: minAge }) }] : []),
          ]}
        />
        {forMinors && <Tick name="consent" legend={t('volunteering.own.consentLegend')} hint={t('volunteering.own.consentHint')} label={t('volunteering.own.consent')} />}
        <Field name="note" rows={3} label={t('volunteering.own.note')} hint={t('volunteering.own.noteHint', { max: lengths.note })} />
        <Tick name="knows" legend={t('volunteering.own.knowsLegend')} label={t('volunteering.own.knows')} />
        <p><Submit>{t(full ? 'volunteering.own.sendQueue' : 'volunteering.own.send')}</Submit></p>
      </Form>
      <ClauseNote about="signUp" language={language} />
    </section>
  )
}
