'use client'
import { memo, useCallback, useRef, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { Group } from '@/app/_components/fields'
import { rowsAtMost } from '@/lib/proposals/modes'
import { RowField, type FieldSpec } from './row-field'

export type RowWords = { legend: string; hint: string; row: string; add: string; remove: string; blank: string }
type Typed = Record<string, string>
type Problems = Record<string, { message?: string } | undefined>
export type Fill = (row: HTMLElement, name: string, value: string) => void
type Props = {
  table: 'applicants' | 'actions' | 'results' | 'costs'
  fields: readonly FieldSpec[]
  words: RowWords
  /** Keys of rows that a table without any begins with. */
  first: string
  /** What stands below a row's fields. */
  after?: (id: string, typed: Typed) => ReactNode
  /** Hears when a row is typed in, and when it goes. */
  onRow?: (id: string, row: HTMLElement | null) => void
  /** Hears when something was chosen in a row. */
  onChoice?: Fill
}

/**
 * Rows of a table, as many as needed, with fields that keep what is typed themselves: a key stroke costs its own row only.
 * The buttons work in place; without JavaScript they save the step and show it again.
 */
export function Rows({ table, fields, words, first, after, onRow, onChoice }: Props) {
  const { formState } = useFormContext()
  const typed = ((formState.defaultValues as Record<string, unknown> | undefined)?.[table] ?? {}) as Record<string, Typed>
  const problems = formState.errors[table] as Record<string, Problems> | undefined
  const [ids, setIds] = useState(() => (Object.keys(typed).length ? Object.keys(typed) : [first]))
  const add = useRef<HTMLButtonElement>(null)
  const asked = useRef<string>(undefined)
  const remove = useCallback((id: string) => {
    setIds((before) => before.filter((other) => other !== id))
    onRow?.(id, null)
    add.current?.focus()
  }, [onRow])
  const shown = useCallback((row: HTMLElement | null) => {
    if (!row || row.dataset.row !== asked.current) return
    asked.current = undefined
    row.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  return (
    <Group name={table} legend={words.legend} hint={words.hint} className="rows">
      <span id={table} />
      {ids.map((id, place) => (
        <Row key={id} id={id} place={place} table={table} fields={fields} words={words} typed={typed[id] ?? none} problems={problems?.[id]} alone={ids.length === 1} after={after} onRow={onRow} onChoice={onChoice} remove={remove} shown={shown} />
      ))}
      {ids.length < rowsAtMost && (
        <p>
          <button
            ref={add}
            className="ds-button"
            data-variant="secondary"
            type="submit"
            name="go"
            value={`add:${table}`}
            onClick={(event) => {
              event.preventDefault()
              const id = `r${crypto.getRandomValues(new Uint32Array(2)).join('').slice(0, 12)}`
              asked.current = id
              setIds((before) => [...before, id])
            }}
          >
            {words.add}
          </button>
        </p>
      )}
    </Group>
  )
}

const none: Typed = {}

type RowProps = Omit<Props, 'first'> & { id: string; place: number; typed: Typed; problems: Problems | undefined; alone: boolean; remove: (id: string) => void; shown: (row: HTMLElement | null) => void }

const Row = memo(function Row({ id, place, table, fields, words, typed, problems, alone, after, onRow, onChoice, remove, shown }: RowProps) {
  const number = String(place + 1)
  const naming = fields.find(({ kind }) => kind !== 'select')!.name
  const [name, setName] = useState(typed[naming] ?? '')
  return (
    <fieldset ref={shown} className="row" data-row={id}>
      <legend>{words.row.replace('{number}', number)}</legend>
      <div className="row-fields">
        {fields.map((field) => (
          <RowField
            key={field.name}
            field={field}
            name={`${table}.${id}.${field.name}`}
            value={typed[field.name] ?? ''}
            problem={problems?.[field.name]?.message}
            onInput={onRow && ((row) => onRow(id, row))}
            onChoice={onChoice}
            // What names the row is said by the button that takes it away: known when the field is left, not at each key.
            onLeave={field.name === naming ? setName : undefined}
          />
        ))}
      </div>
      <div className="row-end">
        {after?.(id, typed)}
        {!alone && (
          <button
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            data-color="danger"
            type="submit"
            name="go"
            value={`remove:${table}:${id}`}
            onClick={(event) => {
              event.preventDefault()
              remove(id)
            }}
          >
            {words.remove.replace('{number}', number).replace('{name}', () => name.trim() || words.blank)}
          </button>
        )}
      </div>
    </fieldset>
  )
})
