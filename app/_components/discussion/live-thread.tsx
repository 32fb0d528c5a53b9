'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { FormState } from '@/lib/refusal'
import type { Language } from '@/lib/language'
import { useViewer } from '../site/viewer'
import { CommentForm } from './comment-form'
import type { CommentWords } from './words'

type Props = { threadId: string; from: string; language: Language; words: CommentWords; answering: string; failed: string; /** A comment's own page, with a place for `{id}`. */ comment: string; change: { label: string; /** With a place for `{id}`. */ address: string } }
type Answering = { id: string; place: HTMLElement; name: string }

/** What JavaScript adds to a whole conversation, in one place: reacting without leaving the page, answering below a comment, and one's own marks. */
export function LiveThread({ threadId, from, language, words, answering, failed, comment, change }: Props) {
  const viewer = useViewer()
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [answer, setAnswer] = useState<Answering | null>(null)
  const latest = useRef(viewer)

  useEffect(() => {
    latest.current = viewer
    for (const comment of document.querySelectorAll<HTMLElement>('article.comment')) mark(comment, viewer, change)
  })

  useEffect(() => {
    const react = async (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement
      const button = event.submitter as HTMLButtonElement | null
      if (form.id !== 'oceny' || !button || !latest.current) return // Nobody we know: the form goes its own way.
      event.preventDefault()
      if (button.dataset.busy) return
      button.dataset.busy = '1'
      const taken = button.ariaPressed === 'true'
      const fields = new FormData(form)
      fields.set(button.name, taken ? 'takeback' : button.value)
      try {
        const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
        const state = (await answer.json()) as FormState
        if (state.done?.includes('?powrot=')) return location.assign(state.done) // To sign in first.
        setSaid(state.done ? '' : (state.message ?? failed))
        if (state.done) {
          show(button, taken)
          latest.current.refresh()
        }
        router.refresh()
      } catch {
        setSaid(failed)
      } finally {
        delete button.dataset.busy
      }
    }
    const reply = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button.reply')
      const comment = button?.closest('article')
      if (!button || !comment) return
      event.preventDefault()
      const id = idOf(comment)
      setAnswer((open) => {
        open?.place.remove()
        if (open?.id === id) return null
        const place = document.createElement('div')
        place.className = 'reply-form'
        comment.querySelector(':scope > footer')!.after(place)
        return { id, place, name: comment.querySelector('h3')?.textContent ?? '' }
      })
    }
    document.addEventListener('submit', react)
    document.addEventListener('click', reply)
    return () => {
      document.removeEventListener('submit', react)
      document.removeEventListener('click', reply)
    }
  }, [router, failed])

  useEffect(() => {
    for (const button of document.querySelectorAll<HTMLButtonElement>('button.reply')) button.ariaExpanded = String(idOf(button.closest('article')!) === answer?.id)
    answer?.place.querySelector('textarea')?.focus()
  }, [answer])

  return (
    <>
      <p className="reaction-said" role="alert">{said}</p>
      {answer && createPortal(<CommentForm key={answer.id} threadId={threadId} parentId={answer.id} language={language} from={from} words={words} hint={answering.replace('{name}', () => answer.name)} elsewhere={comment} />, answer.place)}
    </>
  )
}

/** What is the visitor's own: where they stand, and what they wrote. */
function mark(comment: HTMLElement, viewer: ReturnType<typeof useViewer>, change: Props['change']) {
  if (!viewer) return
  const id = idOf(comment)
  for (const button of comment.querySelectorAll<HTMLButtonElement>(':scope > footer > .reactions > button')) button.ariaPressed = String(viewer.reactions[id] === button.value)
  if (!viewer.own.includes(id) || comment.dataset.own) return
  comment.dataset.own = 'true'
  for (const button of comment.querySelectorAll<HTMLButtonElement>(':scope > footer > .reactions > button')) button.disabled = true
  const link = Object.assign(document.createElement('a'), { className: 'act', href: change.address.replace('{id}', id), textContent: change.label })
  comment.querySelector(':scope > footer > .acts-of')?.append(link)
}

const idOf = (comment: Element) => comment.id.slice('glos-'.length)

/** At once what the server will say: the number beside the button, and beside the one that was pressed before. */
function show(button: HTMLButtonElement, taken: boolean) {
  for (const other of button.parentElement!.querySelectorAll('button')) {
    const was = other.ariaPressed === 'true'
    const is = other === button && !taken
    if (was === is) continue
    other.ariaPressed = String(is)
    const number = other.querySelector('b')!
    const count = Number(number.textContent) + (is ? 1 : -1)
    // The text that React knows, not another in its place.
    if (number.firstChild) number.firstChild.nodeValue = count ? String(count) : ''
  }
}
