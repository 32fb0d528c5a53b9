import { Field, Group } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator, type MessageKey, type Translate } from '@/lib/messages'
import { saveStepAction } from '@/lib/proposals/actions'
import { lengths } from '@/lib/proposals/content'
import { readDay } from '@/lib/proposals/days'
import { blankRow, shapes, sourceKinds, steps, tables, type ProposalDraft, type TableName, type TypedStep } from '@/lib/proposals/draft'
import type { FormState } from '@/lib/refusal'
import type { Title } from '@/lib/strategy/queries'
import { CostsStep } from './costs-step'
import { Overwrite } from './overwrite'
import { Rows, type RowField, type RowWords } from './rows'
import { TaskChoice } from './task-choice'

type Props = {
  id: string
  step: TypedStep
  draft: ProposalDraft
  revision: number
  tasks: readonly { code: string; title: Title }[]
  refused?: FormState
  language: Language
}

/** One step of the form, holding what was typed before. */
export function StepForm({ id, step, draft, revision, tasks, refused, language }: Props) {
  const t = translator(language)
  const number = steps.indexOf(step) + 1
  const here = address(language, 'draftStep', { id, step: String(number) })
  const { values, days } = typedIn(step, draft)
  return (
    <Form className="form wide" action={saveStepAction} language={language} from={here} hidden={{ id, step, revision: String(revision) }} values={values} refused={refused}>
      {/* What the Enter key sends: the first button of a form, which must not be one that removes a row. */}
      <button type="submit" name="go" value="next" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      {step === 'idea' && (
        <>
          <Field name="title" label={t('proposal.title')} hint={t('proposal.titleHint', { max: lengths.title })} />
          <Field name="summary" rows={3} label={t('proposal.summaryField')} hint={t('proposal.summaryHint', { max: lengths.summary })} />
          <Field name="need" rows={5} label={t('proposal.needField')} hint={t('proposal.needHint')} />
          <Field name="targetGroup" rows={3} label={t('proposal.targetGroupField')} hint={t('proposal.targetGroupHint')} />
          <TaskChoice tasks={tasks} chosen={new Set(draft.tasks)} legend={t('proposal.tasksLegend')} hint={t('proposal.tasksHint')} language={language} />
        </>
      )}
      {step === 'actions' && (
        <>
          <Group name="when" legend={t('proposal.whenLegend')} hint={days === 'dayText' ? t('proposal.dayHint') : undefined} className="rows">
            <div className="row-fields">
              <div data-kind="day"><Field name="from" label={t('proposal.from')} type={days === 'day' ? 'date' : 'text'} /></div>
              <div data-kind="day"><Field name="to" label={t('proposal.to')} type={days === 'day' ? 'date' : 'text'} /></div>
            </div>
          </Group>
          <Rows table="actions" fields={fieldsOf('actions', { name: 'line', description: 'text', from: days, to: days }, t)} words={rowWords('actions', t)} />
        </>
      )}
      {step === 'results' && <Rows table="results" fields={fieldsOf('results', { name: 'line', target: 'number', unit: 'short', measuring: 'text' }, t)} words={rowWords('results', t)} />}
      {step === 'costs' && (
        <CostsStep
          language={language}
          fields={fieldsOf('costs', { kind: 'line', unit: 'short', unitCost: 'number', quantity: 'number' }, t)}
          words={{
            ...rowWords('costs', t),
            value: t('proposal.rowValue', { amount: '{amount}' }),
            noValue: t('proposal.noValue'),
            sources: t('proposal.sources'),
            sourcesHint: t('proposal.sourcesHint'),
            source: { grant: t('proposal.source.grant'), ownMoney: t('proposal.source.ownMoney'), ownNonMoney: t('proposal.source.ownNonMoney'), fees: t('proposal.source.fees') },
            sumCosts: t('proposal.sumCosts'),
            sumSources: t('proposal.sumSources'),
            equal: t('proposal.sumsEqual'),
            short: t('proposal.sumsShort', { amount: '{amount}' }),
            over: t('proposal.sumsOver', { amount: '{amount}' }),
          }}
        />
      )}
      <Overwrite label={t('proposal.overwrite')} hint={t('proposal.overwriteHint')} newest={t('proposal.seeNewest')} href={here} />
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
  for (const name of Object.keys(shapes[step]) as (keyof ProposalDraft)[]) {
    const value = draft[name]
    if (typeof value === 'string') values[name] = value
    else if (name === 'sources') for (const kind of sourceKinds) values[`sources.${kind}`] = draft.sources[kind]
    else if (name !== 'tasks') {
      const rows = value as Record<string, string>[]
      for (const [place, row] of (rows.length ? rows : [blankRow(name as TableName)]).entries()) for (const [field, typed] of Object.entries(row)) values[`${name}.${place}.${field}`] = typed
    }
  }
  const isDay = (name: string) => /(^|\.)(from|to)$/.test(name)
  const all = Object.entries(values).filter(([name]) => isDay(name))
  const readable = all.every(([, typed]) => !typed || readDay(typed))
  if (readable) for (const [name, typed] of all) values[name] = readDay(typed) ?? ''
  return { values, days: readable ? 'day' : 'dayText' }
}

const fieldsOf = (table: TableName, kinds: Record<string, RowField['kind']>, t: Translate): RowField[] =>
  tables[table].fields.map((name) => ({ name, label: t(`proposal.field.${table}.${name}` as MessageKey), kind: kinds[name]! }))

const rowWords = (table: TableName, t: Translate): RowWords => ({
  legend: t(`proposal.${table}`),
  hint: t(`proposal.${table}Hint`),
  row: t(`proposal.row.${table}`, { number: '{number}' }),
  add: t(`proposal.add.${table}`),
  remove: t(`proposal.remove.${table}`, { number: '{number}', name: '{name}' }),
  blank: t('proposal.blankRow'),
})
