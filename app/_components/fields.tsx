'use client'
import { use, type ReactNode } from 'react'
import { useFormContext, type FieldErrors } from 'react-hook-form'
import { fieldId, FormContext } from './form-context'

type FieldProps = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'tel' | 'date' | 'datetime-local' | 'number'
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: string
  rows?: number
  required?: boolean
  width?: 'short' | 'middle'
  /** The key of one letter that leads here, where a page has such. */
  shortcut?: string
}

/** A labelled field with its hint and its problem; several lines when `rows` is given. */
export function Field({ name, label, hint, type = 'text', inputMode, autoComplete, rows, required, width, shortcut }: FieldProps) {
  const id = fieldId(use(FormContext).id, name)
  const { register, formState } = useFormContext()
  const problem = problemOf(formState.errors, name)
  const initial = valueOf(formState.defaultValues, name)
  const shared = {
    id,
    className: 'ds-input',
    defaultValue: initial,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined,
    'aria-required': required || undefined,
    'data-key': shortcut,
    ...register(name),
  } as const
  return (
    <div className="ds-field" data-width={width}>
      <label className="ds-label" htmlFor={id}>{label}</label>
      {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
      {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} type={type} inputMode={inputMode} autoComplete={autoComplete} />}
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
    </div>
  )
}

/** A choice of one from a list. */
export function Select({ name, label, hint, options }: { name: string; label: string; hint?: string; options: readonly { value: string; label: string }[] }) {
  const id = fieldId(use(FormContext).id, name)
  const { register, formState } = useFormContext()
  const problem = problemOf(formState.errors, name)
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>{label}</label>
      {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
      <select id={id} className="ds-input" defaultValue={valueOf(formState.defaultValues, name)} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-problem` : hint ? `${id}-hint` : undefined} {...register(name)}>
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
    </div>
  )
}

/** A choice of one, all to be seen at once. */
export function Choices({ name, legend, hint, options }: { name: string; legend: string; hint?: string; options: readonly { value: string; label: string; hint?: string; shortcut?: string }[] }) {
  const id = fieldId(use(FormContext).id, name)
  const { register, formState } = useFormContext()
  const problem = problemOf(formState.errors, name)
  const chosen = valueOf(formState.defaultValues, name)
  return (
    <fieldset className="choices" id={id} tabIndex={-1} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className="ds-label">{legend}</legend>
      {hint && <div data-field="description">{hint}</div>}
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input className="ds-input" type="radio" value={option.value} defaultChecked={option.value === chosen} data-key={option.shortcut} {...register(name)} />
          <span>{option.label}{option.hint && <small>{option.hint}</small>}</span>
        </label>
      ))}
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
    </fieldset>
  )
}

/** A box to be ticked; ticked, it sends `yes`. */
export function Tick({ name, legend, hint, label }: { name: string; legend: string; hint?: string; label: string }) {
  const id = fieldId(use(FormContext).id, name)
  const { register, formState } = useFormContext()
  const problem = problemOf(formState.errors, name)
  return (
    <fieldset className="choices">
      <legend className="ds-label">{legend}</legend>
      {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
      <label className="choice">
        <input
          id={id}
          className="ds-input"
          type="checkbox"
          value="yes"
          defaultChecked={valueOf(formState.defaultValues, name) === 'yes'}
          aria-invalid={problem ? true : undefined}
          aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}
          {...register(name)}
        />
        <span>{label}</span>
      </label>
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
    </fieldset>
  )
}

/**
 * Boxes of which any number may be ticked; they send their values under one name, with an empty one, so that unticking all
 * is an answer too.
 * @param chosen what is ticked at first
 */
export function Ticks({ name, legend, hint, className, options, chosen }: { name: string; legend: string; hint?: string; className?: string; options: readonly { value: string; label: string }[]; chosen: readonly string[] }) {
  const id = fieldId(use(FormContext).id, name)
  const { formState } = useFormContext()
  const problem = problemOf(formState.errors, name)
  const sent = at(formState.defaultValues, name) as string | string[] | undefined
  const ticked = sent === undefined ? chosen : [sent].flat()
  return (
    <fieldset className="choices" id={id} tabIndex={-1} aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}>
      <legend className="ds-label">{legend}</legend>
      {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
      <input type="hidden" name={name} value="" />
      <div className={className}>
        {options.map(({ value, label }) => (
          <label key={value} className="choice">
            <input className="ds-input" type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Fields that belong together, and the problem that they have together. */
export function Group({ name, legend, hint, className, children }: { name: string; legend: string; hint?: string; className?: string; children: ReactNode }) {
  const id = fieldId(use(FormContext).id, name)
  const { formState } = useFormContext()
  const problem = problemOf(formState.errors, name)
  return (
    <fieldset id={id} className={className} tabIndex={-1} aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}>
      <legend className="ds-label">{legend}</legend>
      {hint && <div data-field="description" id={`${id}-hint`}>{hint}</div>}
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
      {children}
    </fieldset>
  )
}

const at = (tree: unknown, name: string): unknown => name.split('.').reduce<unknown>((branch, part) => (branch as Record<string, unknown> | undefined)?.[part], tree)
const problemOf = (errors: FieldErrors, name: string) => (at(errors, name) as { message?: string } | undefined)?.message
const valueOf = (values: unknown, name: string) => at(values, name) as string | undefined
