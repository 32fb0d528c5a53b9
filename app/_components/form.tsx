'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { startTransition, use, useActionState, useEffect, useEffectEvent, useId, useMemo, useRef, useState, useTransition, type ReactNode } from 'react'
import { useRouter } from 'next/navigation'
import { FormProvider, useForm, type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { nested } from '@/lib/form-values'
import type { Language } from '@/lib/language'
import type { FormState } from '@/lib/refusal'
import { fieldId, FormContext } from './form-context'
import { ProofOfWork } from './proof-of-work'

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
  /** Hears that it was done, before the browser goes where it leads. */
  onDone?: () => void
  /** Where to go when what was made is not on this page, by its place (`#glos-…`). */
  elsewhere?: ((hash: string) => string) | ''
  /** For buttons and boxes elsewhere on the page that belong to it. */
  formId?: string
  className?: string
  label?: string
  children: ReactNode
}

const nothingRefused: FormState = {}

/**
 * One form for the whole site: posts without JavaScript, checks early when there is some. A refusal stands on top,
 * the reason beside each field, and what was typed stays.
 */
export function Form({ action, language, from, comesBackTo, hidden = {}, values = {}, schema, problems = {}, refused = nothingRefused, onDone, elsewhere, formId, className, label, children }: Props) {
  const [state, submit, waiting] = useActionState(action, refused)
  const refusals = useMemo(() => toErrors(state.fields), [state.fields]) // react-hook-form compares by identity
  const form = useForm<FieldValues>({
    resolver: schema && sayIn(problems, zodResolver(schema as never) as unknown as Resolver<FieldValues>),
    defaultValues: nested({ ...values, ...hidden, ...state.values }),
    errors: refusals,
  })
  const id = useId()
  const summary = useRef<HTMLDivElement>(null)
  const element = useRef<HTMLFormElement>(null)
  const pressed = useRef<HTMLElement>(null)
  const proof = useRef<string>(undefined)
  /** The refusal for which the device could not do its work. */
  const [unproven, setUnproven] = useState<FormState>()
  const work = state === unproven ? undefined : state.work
  useEffect(() => {
    if (state.message) summary.current?.focus()
  }, [state, unproven])
  useArrival(state, form.reset, onDone, elsewhere)
  const [here, setHere] = useState(from)
  useEffect(() => setHere(comesBackTo ?? location.pathname + location.search), [comesBackTo])
  return (
    <FormProvider {...form}>
      <FormContext value={{ id, waiting: waiting || !!work }}>
        <form
          ref={element}
          id={formId}
          action={submit}
          className={className}
          aria-label={label}
          noValidate
          onSubmit={(event) => {
            const element = event.currentTarget
            const { submitter } = event.nativeEvent as SubmitEvent
            const sent = new FormData(element, submitter)
            sent.set('_stay', '1')
            sent.set('_works', '1')
            if (proof.current) sent.set('_proof', proof.current)
            proof.current = undefined
            pressed.current = submitter
            form.clearErrors() // Those of the server that stand at no field of its own would never go.
            void form.handleSubmit(
              () => {
                startTransition(() => submit(sent))
              },
              () => work && setUnproven(state),
            )(event)
          }}
        >
          {work && (
            <ProofOfWork
              work={work}
              onProof={(done) => {
                proof.current = done
                element.current!.requestSubmit(pressed.current)
              }}
              onFailure={() => setUnproven(state)}
            />
          )}
          {state.message && !work && (
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
function useArrival(state: FormState, reset: () => void, onDone: Props['onDone'], elsewhere: Props['elsewhere']) {
  const router = useRouter()
  const [refreshing, refresh] = useTransition()
  const [hash, setHash] = useState<string>()
  const tell = useEffectEvent(() => onDone?.())
  const leave = useEffectEvent((hash: string) => elsewhere && location.assign(elsewhere(hash)))
  useEffect(() => {
    if (!state.done) return
    tell()
    const to = new URL(state.done, location.href)
    if (to.pathname + to.search !== location.pathname + location.search) return location.assign(to)
    reset()
    setHash(to.hash)
    refresh(() => router.refresh())
  }, [state, reset, router]) // Each answer is one of its own, also when it leads where the last one led.
  useEffect(() => {
    if (!hash || refreshing) return
    const target = document.getElementById(hash.slice(1))
    if (!target) return void leave(hash)
    location.hash = hash
    target.tabIndex = -1
    target.focus()
    setHash(undefined)
  }, [hash, refreshing])
}

/** The button that sends the form; pressed twice it sends once. */
export function Submit({ children, name, value, variant, color, size, shortcut }: { children: ReactNode; name?: string; value?: string; variant?: string; color?: string; size?: string; shortcut?: string }) {
  const { waiting } = use(FormContext)
  return (
    <button className="ds-button" type="submit" name={name} value={value} data-variant={variant} data-color={color} data-size={size} data-key={shortcut} aria-disabled={waiting || undefined} onClick={(event) => waiting && event.preventDefault()}>
      {children}
    </button>
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
