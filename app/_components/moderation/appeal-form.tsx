import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { FormState } from '@/lib/refusal'
import { Field } from '../fields'
import { Form, Submit } from '../form'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** What tells the decision: its id, the link's token, the number of a report. */
  hidden: Record<string, string>
  language: Language
  from: Address
}

/** Contests a decision, once. */
export function AppealForm({ action, hidden, language, from }: Props) {
  const t = translator(language)
  return (
    <section className="section-head stack" aria-labelledby="odwolaj">
      <h2 id="odwolaj">{t('statement.appeal.title')}</h2>
      <p>{t('statement.appeal.lead')}</p>
      <Form className="form" action={action} language={language} from={from} hidden={hidden} values={{ text: '' }} label={t('statement.appeal.title')}>
        <Field name="text" rows={7} label={t('statement.appeal.text')} hint={t('statement.appeal.hint')} required />
        <p><Submit>{t('statement.appeal.send')}</Submit></p>
      </Form>
    </section>
  )
}
