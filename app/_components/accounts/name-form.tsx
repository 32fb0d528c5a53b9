'use client'
import { chooseNameAction } from '@/lib/accounts/actions'
import { nameInput } from '@/lib/accounts/rules'
import type { Language } from '@/lib/language'
import { Field } from '../fields'
import { Form, Submit, type ProblemWords } from '../form'

type Props = { language: Language; name: string | null; from: string; problems: ProblemWords; words: { name: string; hint: string; save: string } }

/** The name that others see. */
export function NameForm({ language, name, from, problems, words }: Props) {
  return (
    <Form className="form" action={chooseNameAction} language={language} from={from} schema={nameInput} problems={problems} values={{ name: name ?? '' }}>
      <Field name="name" label={words.name} hint={words.hint} autoComplete="nickname" width="middle" required />
      <p><Submit>{words.save}</Submit></p>
    </Form>
  )
}
