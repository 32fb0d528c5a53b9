'use client'
import { useRef, type ReactNode } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Field, Group } from '@/app/_components/fields'
import { rowsAtMost } from '@/lib/proposals/draft'

export type RowField = { name: string; label: string; kind: 'line' | 'text' | 'day' | 'dayText' | 'number' | 'short' }
export type RowWords = { legend: string; hint: string; row: string; add: string; remove: string; blank: string }
type Props = { table: 'actions' | 'results' | 'costs'; fields: readonly RowField[]; words: RowWords; after?: (row: Record<string, string>) => ReactNode }

/**
 * Rows of a table, as many as needed. The buttons work in place; without JavaScript they save the step and show it again.
 */
export function Rows({ table, fields, words, after }: Props) {
  const { control } = useFormContext()
  const rows = useFieldArray({ control, name: table })
  const typed = (useWatch({ control, name: table }) ?? []) as Record<string, string>[]
  const add = useRef<HTMLButtonElement>(null)
  const blank = Object.fromEntries(fields.map(({ name }) => [name, '']))
  return (
    <Group name={table} legend={words.legend} hint={words.hint} className="rows">
      <span id={table} />
      {rows.fields.map((row, place) => {
        const number = String(place + 1)
        const name = typed[place]?.[fields[0]!.name]?.trim() || words.blank
        return (
          <fieldset key={row.id} className="row">
            <legend>{words.row.replace('{number}', number)}</legend>
            <div className="row-fields">
              {fields.map((field) => (
                <div key={field.name} data-kind={field.kind}>
                  <Field
                    name={`${table}.${place}.${field.name}`}
                    label={field.label}
                    type={field.kind === 'day' ? 'date' : 'text'}
                    rows={field.kind === 'text' ? 3 : undefined}
                    inputMode={field.kind === 'number' ? 'decimal' : undefined}
                  />
                </div>
              ))}
            </div>
            <div className="row-end">
              {after?.(typed[place] ?? {})}
              {rows.fields.length > 1 && (
                <button
                  className="ds-button"
                  data-variant="tertiary"
                  data-size="sm"
                  data-color="danger"
                  type="submit"
                  name="go"
                  value={`remove:${table}:${place}`}
                  onClick={(event) => {
                    event.preventDefault()
                    rows.remove(place)
                    add.current?.focus()
                  }}
                >
                  {words.remove.replace('{number}', number).replace('{name}', name)}
                </button>
              )}
            </div>
          </fieldset>
        )
      })}
      {rows.fields.length < rowsAtMost && (
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
              rows.append(blank, { focusName: `${table}.${rows.fields.length}.${fields[0]!.name}` })
            }}
          >
            {words.add}
          </button>
        </p>
      )}
    </Group>
  )
}
