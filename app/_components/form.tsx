'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { createContext, startTransition, use, useActionState, useEffect, useId, useMemo, useRef, useState, useTransition, type ReactNode } from 'react'
import { useRouter } from 'next/navigation'
import { FormProvider, useForm, useFormContext, type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { nested } from '@/lib/form-values'
import type { FormState } from '@/lib/refusal'
import type { Language } from '@/lib/language'

/** What the browser may say by itself, with `{max}`-like places; what is not listed waits for the server. */
export type ProblemWords = Record<string, string>

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  language: Language
  /** The page it stands on, to come back to; with JavaScript the very address in the bar. */
  from: string
  /** Another page to come back to. */
  comesBackTo?: string
  /** Sent along unseen, such as the id of the thing being answered. */
  hidden?: Record<string, string>
  /** What the fields hold at first. */
  values?: Record<string, string>
  /** Checks in the browser what the server checks again. */
  schema?: z.ZodType
  problems?: ProblemWords
  /** What is wrong with what it holds, where that is known before anything was sent. */
  refused?: FormState
  className?: string
  label?: string
  children: ReactNode
}

const nothingRefused: FormState = {}
const FormContext = createContext({ id: '', waiting: false })

/**
 * One form for the whole site: posts without JavaScript, checks early when there is some. A refusal stands on top,
 * the reason beside each field, and what was typed stays.
 */
export function Form({ action, language, from, comesBackTo, hidden = {}, values = {}, schema, problems = {}, refused = nothingRefused, className, label, children }: Props) {
  const [state, submit, waiting] = useActionState(action, refused)
  const refusals = useMemo(() => toErrors(state.fields), [state.fields]) // react-hook-form compares by identity
  const form = useForm<FieldValues>({
    resolver: schema && sayIn(problems, zodResolver(schema as never) as unknown as Resolver<FieldValues>),
    defaultValues: nested({ ...values, ...hidden, ...state.values }),
    errors: refusals,
  })
  const id = useId()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.message) summary.current?.focus()
  }, [state])
  useArrival(state, form.reset)
  const [here, setHere] = useState(from)
  useEffect(() => setHere(comesBackTo ?? location.pathname + location.search), [comesBackTo])
  return (
    <FormProvider {...form}>
      <FormContext value={{ id, waiting }}>
        <form
          action={submit}
          className={className}
          aria-label={label}
          noValidate
          onSubmit={(event) => {
            const element = event.currentTarget
            const { submitter } = event.nativeEvent as SubmitEvent
            const sent = new FormData(element, submitter)
            sent.set('_stay', '1')
            form.clearErrors() // Those of the server that stand at no field of its own would never go.
            void form.handleSubmit(() => {
              startTransition(() => submit(sent))
            })(event)
          }}
        >
          {state.message && (
            <div className="ds-alert refusal" data-color="danger" role="alert" tabIndex={-1} ref={summary}>
              <p>{state.message}</p>
              <Problems id={id} fields={state.fields} />
            </div>
          )}
          <input type="hidden" name="_language" value={language} />
          <input type="hidden" name="_from" value={here} />
          {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          {children}
        </form>
      </FormContext>
    </FormProvider>
  )
}

/** Goes where the form leads: to another page, or on this one to what is new, without losing one's place. */
function useArrival({ done }: FormState, reset: () => void) {
  const router = useRouter()
  const [refreshing, refresh] = useTransition()
  const [hash, setHash] = useState<string>()
  useEffect(() => {
    if (!done) return
    const to = new URL(done, location.href)
    if (to.pathname + to.search !== location.pathname + location.search) return location.assign(to)
    reset()
    setHash(to.hash)
    refresh(() => router.refresh())
  }, [done, reset, router])
  useEffect(() => {
    if (!hash || refreshing) return
    const target = document.getElementById(hash.slice(1))
    if (!target) return
    location.hash = hash
    target.tabIndex = -1
    target.focus()
    setHash(undefined)
  }, [hash, refreshing])
}

/** The button that sends the form; pressed twice it sends once. */
export function Submit({ children, name, value, variant, color, size }: { children: ReactNode; name?: string; value?: string; variant?: string; color?: string; size?: string }) {
  const { waiting } = use(FormContext)
  return (
    <button className="ds-button" type="submit" name={name} value={value} data-variant={variant} data-color={color} data-size={size} aria-disabled={waiting || undefined} onClick={(event) => waiting && event.preventDefault()}>
      {children}
    </button>
  )
}

type FieldProps = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'tel' | 'date'
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: string
  rows?: number
  required?: boolean
  width?: 'short' | 'middle'
}

/** A labelled field with its hint and its problem; several lines when `rows` is given. */
export function Field({ name, label, hint, type = 'text', inputMode, autoComplete, rows, required, width }: FieldProps) {
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
export function Choices({ name, legend, hint, options }: { name: string; legend: string; hint?: string; options: readonly { value: string; label: string; hint?: string }[] }) {
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
          <input className="ds-input" type="radio" value={option.value} defaultChecked={option.value === chosen} {...register(name)} />
          <span>{option.label}{option.hint && <small>{option.hint}</small>}</span>
        </label>
      ))}
      {problem && <p className="ds-validation-message" id={`${id}-problem`}>{problem}</p>}
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

/** Each problem once more at the top, leading to its field; those of unseen fields too, so that no refusal is without its reason. */
function Problems({ id, fields = {} }: { id: string; fields: FormState['fields'] }) {
  const problems = Object.entries(fields).flatMap(([name, said]) => said.map((problem) => ({ name, problem })))
  return problems.length > 0 && (
    <ul>
      {problems.map(({ name, problem }) => <li key={name + problem}><a href={`#${fieldId(id, name)}`}>{problem}</a></li>)}
    </ul>
  )
}

const fieldId = (form: string, name: string) => `${form}${name.replaceAll('.', '-')}`
const at = (tree: unknown, name: string): unknown => name.split('.').reduce<unknown>((branch, part) => (branch as Record<string, unknown> | undefined)?.[part], tree)
const problemOf = (errors: FieldErrors, name: string) => (at(errors, name) as { message?: string } | undefined)?.message
const valueOf = (values: unknown, name: string) => at(values, name) as string | undefined

const toErrors = (fields: FormState['fields']): FieldErrors => {
  const errors: Record<string, unknown> = {}
  for (const [name, [message]] of Object.entries(fields ?? {})) {
    const path = name.split('.')
    let branch = errors
    for (const part of path.slice(0, -1)) branch = (branch[part] ??= {}) as Record<string, unknown>
    branch[path.at(-1)!] = { type: 'server', message }
  }
  return errors as FieldErrors
}

/** zod's messages are message keys; says those that the page has words for. */
const sayIn = (problems: ProblemWords, resolver: Resolver<FieldValues>): Resolver<FieldValues> => async (values, context, options) => {
  const result = await resolver(values, context, options)
  const say = (tree: unknown): unknown =>
    tree && typeof tree === 'object' && 'message' in tree && typeof tree.message === 'string'
      ? { ...tree, message: problems[tree.message] ?? problems['problem.invalid'] ?? tree.message }
      : Array.isArray(tree) ? tree.map(say)
      : tree && typeof tree === 'object' && !('nodeType' in tree) ? Object.fromEntries(Object.entries(tree).map(([name, branch]) => [name, name === 'ref' ? branch : say(branch)]))
      : tree
  return Object.keys(result.errors).length ? { values: {}, errors: say(result.errors) as FieldErrors } : result
}
