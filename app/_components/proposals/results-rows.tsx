'use client'
import { useCallback } from 'react'
import type { FieldSpec } from './row-field'
import { Rows, type RowWords } from './rows'

/** What a definition of the library fills in, by its code. */
export type Models = Record<string, { name: string; unit: string; measuring: string; source: string }>

/** Results; choosing a model fills those fields of the row in which nothing was typed. Without JavaScript the server does. */
export function ResultsRows({ fields, words, first, models }: { fields: readonly FieldSpec[]; words: RowWords; first: string; models: Models }) {
  const onChoice = useCallback(
    (row: HTMLElement, name: string, value: string) => {
      for (const [field, text] of Object.entries((name === 'definition' && models[value]) || {})) {
        const input = row.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name$=".${field}"]`)
        if (input && !input.value.trim()) input.value = text
      }
    },
    [models],
  )
  return <Rows table="results" fields={fields} words={words} first={first} onChoice={onChoice} />
}
