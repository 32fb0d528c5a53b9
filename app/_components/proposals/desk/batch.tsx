'use client'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { Group } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Language } from '@/lib/language'
import { publishDecisionsAction } from '@/lib/proposals/actions/course'

type Option = { id: string; title: ReactNode; note: string }

/** Prepared decisions to tick and to publish together. */
export function Batch({ options, words, from, language }: { options: readonly Option[]; words: { legend: string; publish: string }; from: string; language: Language }) {
  return (
    <Form action={publishDecisionsAction} language={language} from={from} className="stack">
      <Group name="proposals" legend={words.legend} className="choices">
        {options.map((option, place) => <Ticked key={option.id} place={place} {...option} />)}
      </Group>
      <p><Submit>{words.publish}</Submit></p>
    </Form>
  )
}

function Ticked({ place, id, title, note }: Option & { place: number }) {
  const { register, formState } = useFormContext()
  const before = (formState.defaultValues?.proposals as string[] | undefined) ?? []
  return (
    <label className="choice">
      <input className="ds-input" type="checkbox" value={id} defaultChecked={before.includes(id)} {...register(`proposals.${place}`)} />
      <span>{title}<small>{note}</small></span>
    </label>
  )
}
