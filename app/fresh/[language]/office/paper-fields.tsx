import { Field } from '@/app/_components/fields'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** Where something on paper comes from, and what its bearer was given. */
export function PaperFields({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <>
      <Field name="receivedOn" type="date" label={t('office.receivedOn')} width="short" required />
      <Field name="scan" label={t('office.scan')} width="middle" required />
      <Field name="receiptNumber" label={t('office.receiptNumber')} hint={t('office.receiptHint')} width="middle" autoComplete="off" required />
    </>
  )
}
