import { Form, Submit } from '@/app/_components/form'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { saveStepAction } from '@/lib/proposals/actions'
import { readDay } from '@/lib/proposals/days'
import { groupNames, singles, tableNames, tables, type ProposalDraft } from '@/lib/proposals/draft'
import { stepsOf, type Mode, type TypedStep } from '@/lib/proposals/modes'
import type { FormState } from '@/lib/refusal'
import type { Title } from '@/lib/strategy/queries'
import { StepFields } from './step-fields'

type Props = {
  id: string
  step: TypedStep
  draft: ProposalDraft
  revision: number
  tasks: readonly { code: string; title: Title }[]
  /** The organisation that writes, and those that it can write together with. */
  organisation: string
  partners: readonly { slug: string; name: string }[]
  refused?: FormState
  language: Language
}

/** One step of the form, holding what was typed before. */
export function StepForm({ id, step, draft, revision, tasks, organisation, partners, refused, language }: Props) {
  const t = translator(language)
  const number = stepsOf(draft.mode as Mode).indexOf(step) + 1
  const here = address(language, 'draftStep', { id, step: String(number) })
  const { values, days } = typedIn(step, draft)
  return (
    <Form className="form wide" action={saveStepAction} language={language} from={here} hidden={{ id, step, revision: String(revision) }} values={values} refused={refused}>
      {/* What the Enter key sends: the first button of a form, which must not be one that removes a row. */}
      <button type="submit" name="go" value="next" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <StepFields step={step} draft={draft} days={days} tasks={tasks} organisation={organisation} partners={partners} language={language} />
      <p className="acts">
        <Submit name="go" value="next">{t('proposal.next')}</Submit>
        <Submit name="go" value="later" variant="secondary">{t('proposal.later')}</Submit>
        {number > 1 && <a className="ds-button" data-variant="tertiary" href={address(language, 'draftStep', { id, step: String(number - 1) })}>{t('proposal.back')}</a>}
      </p>
    </Form>
  )
}

/** The fields of a step by their names in the form. Days that can be read suit a date field; one that cannot is shown as it was typed. */
function typedIn(step: TypedStep, draft: ProposalDraft): { values: Record<string, string>; days: 'day' | 'dayText' } {
  const values: Record<string, string> = {}
  for (const name of singles) values[name] = draft[name]
  for (const group of groupNames) for (const [name, typed] of Object.entries(draft[group])) values[`${group}.${name}`] = typed
  for (const [key, typed] of Object.entries(draft.split)) values[`split.${key}`] = typed
  for (const table of tableNames) if (tables[table].step === step) for (const { id, ...row } of draft[table]) for (const [name, typed] of Object.entries(row)) values[`${table}.${id}.${name}`] = typed
  const days = Object.entries(values).filter(([name]) => /(^|\.)(from|to)$/.test(name))
  const readable = days.every(([, typed]) => !typed || readDay(typed))
  if (readable) for (const [name, typed] of days) values[name] = readDay(typed) ?? ''
  return { values, days: readable ? 'day' : 'dayText' }
}
