'use client'
import { answerOfficiallyAction } from '@/lib/discussion/actions'
import { useFormContext } from 'react-hook-form'
import { Group } from '../fields'
import { Form, Submit, type ProblemWords } from '../form'
import type { CommentWords } from './words'
import { TextField } from './text-field'

type Option = { id: string; body: string; meta: string }
type Props = {
  threadId: string
  formKey: string
  language: 'pl' | 'en'
  from: string
  groups: { legend: string; options: Option[]; empty: string }[]
  words: CommentWords
  own: { field: string; hint: string; send: string; problems: ProblemWords }
}

/** One answer of the office to all comments that are ticked. */
export function AnswerForm({ threadId, formKey, language, from, groups, words, own }: Props) {
  const places = new Map(groups.flatMap(({ options }) => options).map(({ id }, place) => [id, place]))
  return (
    <Form className="write" action={answerOfficiallyAction} language={language} from={from} problems={own.problems} hidden={{ threadId, formKey }} values={{ body: '' }}>
      {groups.map(({ legend, options, empty }, place) => (
        <Group key={legend} name={place ? `answers-${place}` : 'answers'} legend={legend} className="choices answered">
          {options.length === 0 && <p className="quiet">{empty}</p>}
          {options.map((option) => <Answered key={option.id} name={`answers.${places.get(option.id)!}`} option={option} />)}
        </Group>
      ))}
      <TextField rows={6} label={own.field} hint={own.hint} words={words} />
      <p><Submit>{own.send}</Submit></p>
    </Form>
  )
}

function Answered({ name, option: { id, body, meta } }: { name: string; option: Option }) {
  const { register, formState } = useFormContext()
  const before = (formState.defaultValues?.answers as string[] | undefined) ?? []
  return (
    <label className="choice">
      <input className="ds-input" type="checkbox" value={id} defaultChecked={before.includes(id)} {...register(name)} />
      <span><span dir="auto" className="answered-body">{body}</span><small>{meta}</small></span>
    </label>
  )
}
