'use client'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field, Group } from '@/app/_components/fields'
import { sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { sourceKinds, type SourceKind } from '@/lib/proposals/draft'
import { costAsTyped, readMoney, sum } from '@/lib/proposals/money'
import { Rows, type RowField, type RowWords } from './rows'

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
}

function Value({ value, words, language }: { value: number | null; words: CostsWords; language: Language }) {
  return <p className={value === null ? 'quiet' : undefined}>{value === null ? words.noValue : words.value.replace('{amount}', sayMoney(value, language))}</p>
}

/** Costs and where the money comes from, with their sums as they are typed. */
export function CostsStep({ fields, words, language }: { fields: readonly RowField[]; words: CostsWords; language: Language }) {
  return (
    <>
      <Rows
        table="costs"
        fields={fields}
        words={words}
        after={(row) => <Value value={costAsTyped(row)} words={words} language={language} />}
      />
      <Group name="sources" legend={words.sources} hint={words.sourcesHint} className="rows">
        <div className="row-fields">
          {sourceKinds.map((kind) => <div key={kind} data-kind="source"><Field name={`sources.${kind}`} label={words.source[kind]} inputMode="decimal" /></div>)}
        </div>
      </Group>
      <Sums words={words} language={language} />
    </>
  )
}

function Sums({ words, language }: { words: CostsWords; language: Language }) {
  const { control } = useFormContext()
  const [costs, sources] = useWatch({ control, name: ['costs', 'sources'] }) as [Record<string, string>[] | undefined, Record<string, string> | undefined]
  const needed = sum((costs ?? []).map(costAsTyped))
  const covered = sum(sourceKinds.map((kind) => readMoney(sources?.[kind] ?? '')))
  const difference = covered - needed
  const verdict = difference === 0 ? words.equal : (difference < 0 ? words.short : words.over).replace('{amount}', sayMoney(Math.abs(difference), language))
  return (
    <div className="sums" data-equal={difference === 0 || undefined}>
      <dl>
        <div><dt>{words.sumCosts}</dt><dd>{sayMoney(needed, language)}</dd></div>
        <div><dt>{words.sumSources}</dt><dd>{sayMoney(covered, language)}</dd></div>
      </dl>
      {(needed > 0 || covered > 0) && <p>{verdict}</p>}
    </div>
  )
}
