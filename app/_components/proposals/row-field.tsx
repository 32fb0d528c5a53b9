'use client'
import { use, type SyntheticEvent } from 'react'
import { fieldId, FormContext } from '@/app/_components/form-context'

export type Options = readonly { label?: string; options: readonly { value: string; label: string }[] }[]
export type FieldSpec = { name: string; label: string; hint?: string; kind: 'line' | 'text' | 'day' | 'dayText' | 'number' | 'short' | 'select' | 'amount'; options?: Options }
type Props = {
  field: FieldSpec
  name: string
  value: string
  problem: string | undefined
  /** Hears of each change, with the row that it stands in. */
  onInput?: (row: HTMLElement | null, typed: string) => void
  /** Hears what was chosen from a list. */
  onChoice?: (row: HTMLElement, name: string, value: string) => void
  onLeave?: (value: string) => void
}
type Input = SyntheticEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>

/** A field of a row: it keeps what is typed by itself, and nothing else is drawn anew. */
export function RowField({ field: { label, hint, kind, options = [], name: field }, name, value, problem, onInput, onChoice, onLeave }: Props) {
  const rowOf = (event: Input) => event.currentTarget.closest<HTMLElement>('[data-row]')
  const id = fieldId(use(FormContext).id, name)
  const shared = {
    id,
    name,
    className: 'ds-input',
    defaultValue: value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined,
    onInput: onInput && ((event: Input) => onInput(rowOf(event), event.currentTarget.value)),
    onBlur: onLeave && ((event: Input) => onLeave(event.currentTarget.value)),
  } as const
  return (
    <div data-kind={kind}>
      <div className="ds-field">
        <label className="ds-label" htmlFor={id}>{label}</label>
        {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
        {kind === 'text' ? (
          <textarea {...shared} rows={3} />
        ) : kind === 'select' ? (
          <select {...shared} onChange={onChoice && ((event) => onChoice(rowOf(event)!, field, event.currentTarget.value))}>
            {options.map((group, place) => {
              const shown = group.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)
              // oxlint-disable-next-line react/no-array-index-key -- groups never move
              return group.label ? <optgroup key={place} label={group.label}>{shown}</optgroup> : shown
            })}
          </select>
        ) : (
          <input {...shared} type={kind === 'day' ? 'date' : 'text'} inputMode={kind === 'number' || kind === 'amount' ? 'decimal' : undefined} />
        )}
        {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
      </div>
    </div>
  )
}
