'use client'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useRouter } from 'next/navigation'
import type { Language } from '@/lib/language'
import type { FormState } from '@/lib/refusal'

type Words = { sending: string; checking: string; failed: string; tooLarge: string }
type Props = {
  /** The address that answers it: see lib/form-route.ts. */
  action: string
  language: Language
  /** The page it stands on. */
  from: string
  hidden: Record<string, string>
  /** The largest file that may be chosen. */
  bytesAtMost: number
  words: Words
  /** What was refused before, where there is no JavaScript. */
  refused?: string
  /** Where to find the part of the page that shows what came of it. */
  place: string
  className?: string
  children: ReactNode
}

/** A form that is posted to an address, with a file or without. Without JavaScript it is simply sent; with it one sees how far it is. */
export function PostedForm({ action, language, from, hidden, bytesAtMost, words, refused, place, className, children }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const alert = useRef<HTMLDivElement>(null)
  const id = useId()
  const [problem, setProblem] = useState<FormState>({ message: refused })
  /** From 0 to 1 while it is being sent. */
  const [sent, setSent] = useState<number>()
  useEffect(() => {
    if (problem.message) alert.current?.focus()
  }, [problem])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sent !== undefined) return
    const fields = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    if ([...fields.values()].some((value) => value instanceof File && value.size > bytesAtMost)) return setProblem({ message: words.tooLarge })
    const request = new XMLHttpRequest()
    request.open('POST', action)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => setSent(total ? loaded / total : 0))
    request.addEventListener('loadend', () => {
      setSent(undefined)
      hear(stateIn(request.responseText))
    })
    setProblem({})
    setSent(0)
    request.send(fields)
  }

  function hear(state: FormState | null) {
    if (!state?.done) return setProblem(state?.message ? state : { message: words.failed })
    const to = new URL(state.done, location.href)
    if (to.pathname !== location.pathname) return location.assign(to)
    form.current?.reset()
    const target = document.getElementById(place)
    if (target) target.tabIndex = -1
    target?.focus()
    if (to.search !== location.search) router.replace(to.pathname + to.search, { scroll: false }) // What was refused before is not said again.
    router.refresh()
  }

  return (
    <form ref={form} id={id} method="post" action={action} encType="multipart/form-data" className={className} onSubmit={submit}>
      {problem.message && (
        <div className="ds-alert refusal" data-color="danger" role="alert" tabIndex={-1} ref={alert}>
          {(Object.values(problem.fields ?? {}).flat().length ? Object.values(problem.fields!).flat() : [problem.message]).map((said) => <p key={said}>{said}</p>)}
        </div>
      )}
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <p role="status" className={sent === undefined ? 'visually-hidden' : 'meta'}>{sent === undefined ? '' : sent < 1 ? words.sending : words.checking}</p>
      {sent !== undefined && <progress className="upload" max={1} value={sent < 1 ? sent : undefined} aria-label={words.sending} />}
    </form>
  )
}

function stateIn(text: string): FormState | null {
  try {
    return JSON.parse(text) as FormState
  } catch {
    return null
  }
}
