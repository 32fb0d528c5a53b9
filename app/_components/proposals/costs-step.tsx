'use client'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useFormContext } from 'react-hook-form'
import { Group } from '@/app/_components/fields'
import { sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { sourceKinds, type SourceKind } from '@/lib/proposals/modes'
import { costAsTyped, readMoney, shares } from '@/lib/proposals/money'
import { RowField, type FieldSpec } from './row-field'
import { Rows, type RowWords } from './rows'
import { makeTotals, type Totals } from './totals'

export type CostsWords = RowWords & {
  value: string
  noValue: string
  sources: string
  sourcesHint: string
  source: Record<SourceKind, string>
  sumCosts: string
  sumSources: string
  equal: string
  short: string
  over: string
  split: string
  splitHint: string
  sumSplit: string
  sumFromGrant: string
  differs: string
  agrees: string
}
type Props = {
  fields: readonly FieldSpec[]
  words: CostsWords
  first: string
  /** Who shares the costs, by the key that the split knows them by; empty for one alone. */
  sharers: readonly { key: string; name: string }[]
  language: Language
}
type Typed = Record<string, Record<string, string>>

/** Costs and where the money comes from, with their sums as they are typed. */
export function CostsStep({ fields, words, first, sharers, language }: Props) {
  const { formState } = useFormContext()
  const [{ costs, grants, sources, split }] = useState(() => totalsIn(formState.defaultValues as { costs?: Typed; sources?: Record<string, string>; split?: Record<string, string> } | undefined))
  const perGrant = fields.some(({ name }) => name === 'fromGrant')
  const after = useCallback((id: string) => <Value id={id} totals={costs} words={words} language={language} />, [costs, words, language])
  const onRow = useCallback(
    (id: string, row: HTMLElement | null) => {
      const typed = (field: string) => row?.querySelector<HTMLInputElement>(`[name="costs.${id}.${field}"]`)?.value ?? ''
      costs.tell(id, costAsTyped({ unitCost: typed('unitCost'), quantity: typed('quantity') }))
      if (perGrant) grants.tell(id, readMoney(typed('fromGrant')))
    },
    [costs, grants, perGrant],
  )
  /** An amount outside the rows, told to its sum as it is typed. */
  const amount = (group: 'sources' | 'split', key: string, label: string, totals: Totals) => (
    <RowField
      key={key}
      field={{ name: key, label, kind: 'amount' }}
      name={`${group}.${key}`}
      value={((formState.defaultValues as Record<string, Record<string, string> | undefined> | undefined)?.[group] ?? {})[key] ?? ''}
      problem={(formState.errors[group] as Record<string, { message?: string } | undefined> | undefined)?.[key]?.message}
      onInput={(_, typed) => totals.tell(key, readMoney(typed))}
    />
  )
  return (
    <>
      <Rows table="costs" fields={fields} words={words} first={first} after={after} onRow={onRow} />
      <Group name="sources" legend={words.sources} hint={words.sourcesHint} className="rows">
        <div className="row-fields">{sourceKinds.map((kind) => amount('sources', kind, words.source[kind], sources))}</div>
      </Group>
      <Sums costs={costs} sources={sources} grants={perGrant ? grants : null} words={words} language={language} />
      {sharers.length > 0 && (
        <>
          <Group name="split" legend={words.split} hint={words.splitHint} className="rows">
            <div className="row-fields">{sharers.map(({ key, name }) => amount('split', key, name, split))}</div>
          </Group>
          <div className="sums"><dl><Sum name={words.sumSplit} totals={split} against={costs} words={words} language={language} /></dl></div>
        </>
      )}
    </>
  )
}

function totalsIn({ costs = {}, sources = {}, split = {} }: { costs?: Typed; sources?: Record<string, string>; split?: Record<string, string> } = {}) {
  const money = (typed: Record<string, string>) => makeTotals(Object.entries(typed).map(([key, value]) => [key, readMoney(value)] as const))
  return {
    costs: makeTotals(Object.entries(costs).map(([id, row]) => [id, costAsTyped(row)] as const)),
    grants: makeTotals(Object.entries(costs).map(([id, row]) => [id, readMoney(row.fromGrant ?? '')] as const)),
    sources: money(sources),
    split: money(split),
  }
}

const useTotal = (totals: Totals) => useSyncExternalStore(totals.listen, totals.total, totals.total)

function Value({ id, totals, words, language }: { id: string; totals: Totals; words: CostsWords; language: Language }) {
  const of = () => totals.of(id)
  const value = useSyncExternalStore(totals.listen, of, of)
  return <p className={value === null ? 'quiet' : undefined}>{value === null ? words.noValue : words.value.replace('{amount}', sayMoney(value, language))}</p>
}

/** A sum, and by how much it differs from another. */
function Sum({ name, totals, against, words, language }: { name: string; totals: Totals; against: Totals; words: CostsWords; language: Language }) {
  const [total, wanted] = [useTotal(totals), useTotal(against)]
  return (
    <div>
      <dt>{name}</dt>
      <dd>{sayMoney(total, language)} <small>{total === wanted ? words.agrees : words.differs.replace('{amount}', sayMoney(Math.abs(total - wanted), language))}</small></dd>
    </div>
  )
}

function Sums({ costs, sources, grants, words, language }: { costs: Totals; sources: Totals; grants: Totals | null; words: CostsWords; language: Language }) {
  const [needed, covered] = [useTotal(costs), useTotal(sources)]
  const amounts = sourceKinds.map((kind) => sources.of(kind) ?? 0)
  const share = shares(amounts)
  const difference = covered - needed
  const verdict = difference === 0 ? words.equal : (difference < 0 ? words.short : words.over).replace('{amount}', sayMoney(Math.abs(difference), language))
  return (
    <div className="sums" data-equal={difference === 0 || undefined}>
      <dl>
        <div><dt>{words.sumCosts}</dt><dd>{sayMoney(needed, language)}</dd></div>
        <div><dt>{words.sumSources}</dt><dd>{sayMoney(covered, language)}</dd></div>
        {sourceKinds.map((kind, place) => amounts[place]! > 0 && <div key={kind} className="part"><dt>{words.source[kind]}</dt><dd>{share[place]}%</dd></div>)}
        {grants && <GrantSum grants={grants} sources={sources} words={words} language={language} />}
      </dl>
      {(needed > 0 || covered > 0) && <p>{verdict}</p>}
    </div>
  )
}

function GrantSum({ grants, sources, words, language }: { grants: Totals; sources: Totals; words: CostsWords; language: Language }) {
  const total = useTotal(grants)
  useTotal(sources)
  const wanted = sources.of('grant') ?? 0
  return (
    <div>
      <dt>{words.sumFromGrant}</dt>
      <dd>{sayMoney(total, language)} <small>{total === wanted ? words.agrees : words.differs.replace('{amount}', sayMoney(Math.abs(total - wanted), language))}</small></dd>
    </div>
  )
}
