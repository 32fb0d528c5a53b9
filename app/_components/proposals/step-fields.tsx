import { Choices, Field, Group } from '@/app/_components/fields'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator, type MessageKey, type Translate } from '@/lib/messages'
import { newRowKey, tables, type ProposalDraft, type TableName } from '@/lib/proposals/draft'
import { lengths } from '@/lib/proposals/lengths'
import { asks, sourceKinds, yearsAtMost, yearsBetween, type FieldPath, type Mode, type TypedStep } from '@/lib/proposals/modes'
import { readDay } from '@/lib/proposals/days'
import { definitionsFor } from '@/lib/proposals/result-library'
import type { Title } from '@/lib/strategy/queries'
import { CostsStep } from './costs-step'
import { sayField } from './labels'
import { ModeChoice } from './mode-choice'
import { Official } from './official'
import { ResultsRows } from './results-rows'
import type { FieldSpec, Options } from './row-field'
import { Rows, type RowWords } from './rows'
import { SimilarProposals } from './similar-proposals'
import { TaskChoice } from './task-choice'
import { TaskKind } from './task-kind'

type Props = {
  step: TypedStep
  draft: ProposalDraft
  days: 'day' | 'dayText'
  tasks: readonly { code: string; title: Title }[]
  organisation: string
  partners: readonly { slug: string; name: string }[]
  language: Language
}

/** What a step asks for in the draft's mode. */
export function StepFields({ step, draft, days, tasks, organisation, partners, language }: Props) {
  const t = translator(language)
  const mode = draft.mode as Mode
  const shared = { draft, mode, days, language, t }
  if (step === 'idea') return <Idea {...shared} tasks={tasks} />
  if (step === 'applicants') return <Applicants {...shared} partners={partners} />
  if (step === 'residents') return <Residents {...shared} />
  if (step === 'actions') return <Actions {...shared} />
  if (step === 'results') return <Results {...shared} />
  if (step === 'capacity') return <Capacity {...shared} />
  if (step === 'costs') return <Costs {...shared} organisation={organisation} />
  return <Closing {...shared} />
}

type Shared = { draft: ProposalDraft; mode: Mode; days: 'day' | 'dayText'; language: Language; t: Translate }

/** A field that stands alone, where the mode asks for it. */
function Text({ name, rows, hint, mode, t }: { name: FieldPath; rows?: number; hint?: string; mode: Mode; t: Translate }) {
  return asks(mode, name) ? <Field name={name} rows={rows} label={t(`offer.field.${name}` as MessageKey)} hint={hint} /> : null
}

function Idea({ mode, draft, tasks, language, t }: Shared & Pick<Props, 'tasks'>) {
  return (
    <>
      <ModeChoice mode={mode} folded language={language} />
      <Official parts={['III1', 'I2', 'III3']} mode={mode} language={language} />
      <Text name="title" hint={t('offer.hint.title', { max: lengths.title })} mode={mode} t={t} />
      <SimilarProposals language={language} words={{ title: t('offer.similar.title'), lead: t('offer.similar.lead') }} />
      {asks(mode, 'taskKind') && <TaskKind draft={draft} language={language} />}
      <Text name="summary" rows={3} hint={t('offer.hint.summary', { max: lengths.summary })} mode={mode} t={t} />
      <Text name="need" rows={5} hint={t('offer.hint.need')} mode={mode} t={t} />
      <Text name="targetGroup" rows={3} hint={t('offer.hint.targetGroup')} mode={mode} t={t} />
      <Text name="places" rows={2} hint={t('offer.hint.places')} mode={mode} t={t} />
      <Text name="complementarity" rows={3} hint={t('offer.hint.complementarity')} mode={mode} t={t} />
      <TaskChoice tasks={tasks} chosen={new Set(draft.tasks)} legend={t('offer.field.tasks')} hint={t('proposal.tasksHint')} language={language} />
    </>
  )
}

function Applicants({ partners, mode, draft, language, t }: Shared & Pick<Props, 'partners'>) {
  const options = [{ options: [{ value: '', label: t('offer.outside') }, ...partners.map(({ slug, name }) => ({ value: slug, label: name }))] }]
  return (
    <>
      <Official parts={['II1', 'VI2']} mode={mode} language={language} />
      <Rows table="applicants" fields={fieldsOf('applicants', { slug: 'select', name: 'line', register: 'line' }, { draft, mode, t }, { slug: options })} words={rowWords('applicants', t)} first={newRowKey()} />
      <Text name="jointWork" rows={4} hint={t('offer.hint.jointWork')} mode={mode} t={t} />
    </>
  )
}

function Residents({ mode, t }: Shared) {
  return (
    <Group name="residents" legend={t('offer.legend.residents')} hint={t('offer.hint.residentsWork')} className="rows">
      <Text name="residents.work" rows={4} mode={mode} t={t} />
      <div className="row-fields">
        <div data-kind="source"><Field name="residents.hours" label={t('offer.field.residents.hours')} inputMode="decimal" /></div>
        <div data-kind="source"><Field name="residents.money" label={t('offer.field.residents.money')} inputMode="decimal" /></div>
      </div>
      <Text name="residents.things" rows={3} mode={mode} t={t} />
    </Group>
  )
}

function Actions({ mode, draft, days, language, t }: Shared) {
  const kinds = { name: 'line', description: 'text', targetGroup: 'line', from: days, to: days, nonParty: 'line' } as const
  return (
    <>
      <Official parts={['III2', 'III4']} mode={mode} language={language} />
      <Group name="when" legend={t('offer.legend.when')} hint={days === 'dayText' ? t('proposal.dayHint') : undefined} className="rows">
        <div className="row-fields">
          <div data-kind="day"><Field name="from" label={t('offer.field.from')} type={days === 'day' ? 'date' : 'text'} /></div>
          <div data-kind="day"><Field name="to" label={t('offer.field.to')} type={days === 'day' ? 'date' : 'text'} /></div>
        </div>
      </Group>
      <Rows table="actions" fields={fieldsOf('actions', kinds, { draft, mode, t })} words={rowWords('actions', t)} first={newRowKey()} />
    </>
  )
}

function Results({ mode, draft, language, t }: Shared) {
  const { fitting, others } = definitionsFor(draft.tasks)
  const listed = (definitions: typeof fitting) => definitions.map((definition) => ({ value: definition.code, label: definition[language].name }))
  const options = [
    { options: [{ value: '', label: t('offer.noDefinition') }] },
    { label: t('offer.fitting'), options: listed(fitting) },
    { label: t('offer.others'), options: listed(others) },
  ].filter((group) => group.options.length)
  const models = Object.fromEntries([...fitting, ...others].map(({ code, pl: { name, unit, measuring, evidence } }) => [code, { name, unit, measuring, source: evidence }]))
  const kinds = { definition: 'select', name: 'line', target: 'number', unit: 'short', measuring: 'text', source: 'text' } as const
  return (
    <>
      <Official parts={['III5', 'III6']} mode={mode} language={language} />
      {asks(mode, 'narrative.direct') && (
        <Group name="narrative" legend={t('offer.legend.narrative')} hint={t('offer.hint.resultNarrative')} className="rows">
          <Text name="narrative.direct" rows={3} mode={mode} t={t} />
          <Text name="narrative.change" rows={3} mode={mode} t={t} />
          <Text name="narrative.durability" rows={3} mode={mode} t={t} />
        </Group>
      )}
      <ResultsRows fields={fieldsOf('results', kinds, { draft, mode, t }, { definition: options })} words={rowWords('results', t)} first={newRowKey()} models={models} />
      <p><a href={address(language, 'resultStandards')} target="_blank" rel="noreferrer">{t('offer.standardsLink')}</a></p>
    </>
  )
}

function Capacity({ mode, language, t }: Shared) {
  return (
    <>
      <Official parts={['IV1', 'IV2']} mode={mode} language={language} />
      <Text name="experience" rows={5} mode={mode} t={t} />
      <Group name="resources" legend={t('offer.legend.resources')} className="rows">
        <Text name="resources.people" rows={3} mode={mode} t={t} />
        <Text name="resources.things" rows={3} mode={mode} t={t} />
        <Text name="resources.money" rows={2} mode={mode} t={t} />
      </Group>
    </>
  )
}

function Costs({ organisation, mode, draft, language, t }: Shared & Pick<Props, 'organisation'>) {
  const joint = asks(mode, 'split') ? draft.applicants.filter(({ name, slug }) => name.trim() || slug) : []
  const sharers = joint.length ? [{ key: 'own', name: t('offer.splitOwn', { organisation }) }, ...joint.map(({ id, name, slug }) => ({ key: id, name: name || slug }))] : []
  const actions = draft.actions.filter(({ name }) => name.trim()).map(({ id, name }) => ({ value: id, label: name }))
  const belongsTo: Options = [{ options: [{ value: '', label: t('offer.chooseGroup') }, { value: 'admin', label: t('offer.admin') }] }, ...(actions.length ? [{ label: t('offer.ofActions'), options: actions }] : [])]
  const kinds = { kind: 'line', belongsTo: 'select', unit: 'short', unitCost: 'number', quantity: 'number', fromGrant: 'number', year1: 'number', year2: 'number', year3: 'number' } as const
  const amount = { amount: '{amount}' }
  return (
    <>
      <Official parts={['VA', 'VB', ...(sharers.length ? ['VC' as const] : [])]} mode={mode} language={language} />
      <CostsStep
        language={language}
        first={newRowKey()}
        sharers={sharers}
        fields={fieldsOf('costs', kinds, { draft, mode, t }, { belongsTo })}
        words={{
          ...rowWords('costs', t),
          value: t('proposal.rowValue', amount),
          noValue: t('proposal.noValue'),
          sources: t('offer.field.sources.all'),
          sourcesHint: t('proposal.sourcesHint'),
          source: Object.fromEntries(sourceKinds.map((kind) => [kind, t(`offer.field.sources.${kind}`)])) as Record<(typeof sourceKinds)[number], string>,
          sumCosts: t('proposal.sumCosts'),
          sumSources: t('proposal.sumSources'),
          equal: t('proposal.sumsEqual'),
          short: t('proposal.sumsShort', amount),
          over: t('proposal.sumsOver', amount),
          split: t('offer.field.split.all'),
          splitHint: t('offer.hint.split'),
          sumSplit: t('offer.sumSplit'),
          sumFromGrant: t('offer.sumFromGrant'),
          differs: t('offer.differs', amount),
          agrees: t('offer.agrees'),
        }}
      />
    </>
  )
}

function Closing({ mode, language, t }: Shared) {
  return (
    <>
      <Official parts={['VI1', 'VI3']} mode={mode} language={language} />
      <Choices name="paid" legend={t('offer.field.paid')} hint={t('offer.hint.paid')} options={(['unpaid', 'paid'] as const).map((value) => ({ value, label: t(`offer.paid.${value}`) }))} />
      <Text name="otherInformation" rows={5} mode={mode} t={t} />
    </>
  )
}

/** The fields of a table's rows that the mode asks for. Years only where the project has several. */
function fieldsOf<Table extends TableName>(table: Table, kinds: Record<string, FieldSpec['kind']>, { draft, mode, t }: Pick<Shared, 'draft' | 'mode' | 't'>, options: Record<string, Options> = {}): FieldSpec[] {
  const [from, to] = [readDay(draft.from), readDay(draft.to)]
  const years = from && to ? Math.min(yearsBetween(from, to), yearsAtMost) : 1
  return tables[table].fields
    .filter((name) => asks(mode, `${table}.${name}` as FieldPath) && (!name.startsWith('year') || (years > 1 && Number(name.at(-1)) <= years)))
    .map((name) => ({ name, label: sayField(table, name, draft, t), kind: kinds[name]!, ...(options[name] && { options: options[name] }), ...(name === 'definition' && { hint: t('offer.hint.definition') }) }))
}

const rowWords = (table: TableName, t: Translate): RowWords => ({
  legend: t(`offer.field.${table}.all`),
  hint: t(`offer.tableHint.${table}`),
  row: t(`offer.row.${table}`, { number: '{number}' }),
  add: t(`offer.add.${table}`),
  remove: t(`offer.remove.${table}`, { number: '{number}', name: '{name}' }),
  blank: t('proposal.blankRow'),
})

