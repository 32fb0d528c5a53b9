import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { requestPartnershipAction } from '@/lib/partnership/actions'
import { lengths } from '@/lib/partnership/rules'
import { Field, Select } from '../fields'
import { Form, Submit } from '../form'

/** An organisation answers a call, once. */
export function RequestForm({ callId, to, organisations, from, language }: { callId: string; to: string; organisations: readonly { id: string; name: string }[]; from: Address; language: Language }) {
  const t = translator(language)
  return (
    <section>
      <p>{t('partnership.desk.ownNone')}</p>
      <Form className="form" action={requestPartnershipAction} language={language} from={from} hidden={{ callId }} values={{ organisationId: organisations[0]!.id, message: '' }}>
        <Select name="organisationId" label={t('partnership.desk.asOrganisation')} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
        <Field name="message" rows={6} label={t('partnership.desk.message', { organisation: to })} hint={t('partnership.desk.messageHint', { max: lengths.message })} required />
        <p><Submit>{t('partnership.desk.send')}</Submit></p>
      </Form>
    </section>
  )
}
