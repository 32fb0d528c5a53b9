'use client'
import { startTransition, useActionState, useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { SimilarVoice } from '@/app/api/threads/[id]/similar/route'
import { reactAction } from '@/lib/discussion/actions'
import type { CommentWords } from './words'

type Words = CommentWords['similar']
type Props = { threadId: string; language: 'pl' | 'en'; from: string; words: Words }

const pause = 800
const longEnough = 20

/** After a pause in writing: up to three voices that say something like it, to agree with instead of saying it twice. */
export function SimilarVoices({ threadId, language, from, words }: Props) {
  const body: string = useWatch({ name: 'body' }) ?? ''
  const [voices, setVoices] = useState<SimilarVoice[]>([])
  useEffect(() => {
    if (body.trim().length < longEnough) return setVoices([])
    const cut = new AbortController()
    const later = setTimeout(() => {
      // In the body, not in the address: what is not published yet belongs in nobody's log.
      fetch(`/api/threads/${threadId}/similar`, { method: 'POST', body: body.slice(0, 2000), headers: { 'content-type': 'text/plain;charset=UTF-8', 'accept-language': language }, signal: cut.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ items: SimilarVoice[] }>) : { items: [] }))
        .then(({ items }) => setVoices(items), () => undefined)
    }, pause)
    return () => {
      clearTimeout(later)
      cut.abort()
    }
  }, [body, threadId, language])
  return (
    <div role="status">
      {voices.length > 0 && (
        <section className="similar notice" aria-label={words.title}>
          <p><b>{words.title}</b> {words.lead}</p>
          <ul>{voices.map((voice) => <li key={voice.id}><Voice voice={voice} language={language} from={from} words={words} /></li>)}</ul>
        </section>
      )}
    </div>
  )
}

/** No form inside the form: the button sends the reaction itself. */
function Voice({ voice, language, from, words }: { voice: SimilarVoice; language: string; from: string; words: Words }) {
  const [state, submit, waiting] = useActionState(reactAction, {})
  const agreed = !!state.done && !state.done.includes('?powrot=')
  useEffect(() => {
    if (state.done?.includes('?powrot=')) location.assign(state.done) // To sign in first; the draft stays in the browser.
  }, [state])
  const agree = () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ commentId: voice.id, revision: String(voice.revision), kind: 'agree', _language: language, _from: from, _stay: '1' })) form.set(name, value)
    startTransition(() => submit(form))
  }
  return (
    <>
      <p><a href={voice.address} target="_blank" rel="noreferrer"><bdi>{voice.name}</bdi></a>: {voice.excerpt}</p>
      <button type="button" className="ds-button" data-variant="secondary" data-size="sm" aria-pressed={agreed} aria-disabled={waiting || agreed || undefined} aria-label={words.agreeWith.replace('{name}', () => voice.name)} onClick={() => !waiting && !agreed && agree()}>
        {agreed ? words.agreed : words.agree}
      </button>
      {state.message && <p className="ds-validation-message" role="alert">{state.message}</p>}
    </>
  )
}
