'use client'
import { use } from 'react'
import { fieldId, FormContext } from '@/app/_components/form-context'

export type Options = readonly { label?: string; options: readonly { value: string; label: string }[] }[]
export type FieldSpec = { name: string; label: string; hint?: string; kind: 'line' | 'text' | 'day' | 'dayText' | 'number' | 'short' | 'select'; options?: Options }
type Props = { field: FieldSpec; name: string; value: string; problem: string | undefined; names: boolean }

/** A field of a row: it keeps what is typed by itself, and nothing else is drawn anew. */
export function RowField({ field: { label, hint, kind, options = [] }, name, value, problem, names }: Props) {
  const id = fieldId(use(FormContext).id, name)
  const shared = {
    id,
    name,
    className: 'ds-input',
    defaultValue: value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined,
  } as const
  return (
    <div data-kind={kind}>
      <div className="ds-field">
        <label className="ds-label" htmlFor={id}>{label}</label>
        {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
        {kind === 'text' ? (
          <textarea {...shared} rows={3} />
        ) : kind === 'select' ? (
          <select {...shared}>
            {options.map((group, place) => {
              const shown = group.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)
              // oxlint-disable-next-line react/no-array-index-key -- groups never move
              return group.label ? <optgroup key={place} label={group.label}>{shown}</optgroup> : shown
            })}
          </select>
        ) : (
          <input {...shared} type={kind === 'day' ? 'date' : 'text'} inputMode={kind === 'number' ? 'decimal' : undefined} data-names={names || undefined} />
        )}
        {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
      </div>
    </div>
  )
}
