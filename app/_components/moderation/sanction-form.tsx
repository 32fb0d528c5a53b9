import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { sanctionPersonAction } from '@/lib/moderation/actions'
import { daysToConfirm } from '@/lib/moderation/banning'
import { sanctionDays, sanctionKinds, slowMinutes } from '@/lib/moderation/sanctions'
import { sayEvery } from '@/lib/moderation/statement'
import { Choices, Field, Select } from '../fields'
import { Form, Submit } from '../form'
import { ruleOptions } from './grounds'

type Props = { personId: string; seen: string | null; language: Language; from: Address }

/** Imposes a sanction, mildest first. */
export function SanctionForm({ personId, seen, language, from }: Props) {
  const t = translator(language)
  const choose = { value: '', label: t('sanction.choose') }
  return (
    <Form className="form sanction" action={sanctionPersonAction} language={language} from={from} hidden={{ personId, seen: seen ?? '' }} values={{ kind: '', days: '', minutes: '', ground: '', law: '', sentence: '' }} label={t('sanction.form')}>
      <Choices name="kind" legend={t('sanction.kind')} options={sanctionKinds.map((kind) => ({ value: kind, label: t(`sanction.${kind}`), hint: t(`sanction.${kind}Hint`, { days: daysToConfirm }) }))} />
      <div className="which-days"><Select name="days" label={t('sanction.days')} options={[choose, ...sanctionDays.map((days) => ({ value: String(days), label: t('sanction.day', { days }) }))]} /></div>
      <div className="which-minutes"><Select name="minutes" label={t('sanction.minutes')} options={[choose, ...slowMinutes.map((minutes) => ({ value: String(minutes), label: sayEvery(minutes, language) }))]} /></div>
      <Choices name="ground" legend={t('sanction.rule')} options={ruleOptions(language)} />
      <div className="which-law"><Field name="law" label={t('sanction.law')} hint={t('sanction.lawHint')} /></div>
      <Field name="sentence" rows={4} label={t('sanction.sentence')} hint={t('sanction.sentenceHint')} required />
      <p className="meta">{t('moderation.case.final')}</p>
      <p><Submit>{t('sanction.save')}</Submit></p>
    </Form>
  )
}
