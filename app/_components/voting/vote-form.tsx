'use client'
import { useRouter } from 'next/navigation'
import { startTransition, useActionState, useEffect, useState } from 'react'
import { castBallotAction, withdrawBallotAction } from '@/lib/voting/actions'
import type { Choice } from '@/lib/voting/rules'
import type { FormState } from '@/lib/refusal'
import { useViewer } from '../site/viewer'

type Option = { value: Choice; label: string; chosen: string }
type Props = {
  questionId: string
  language: string
  from: string
  legend: string
  options: Option[]
  words: { hint: string; withdraw: string; withdrawn: string; failed: string }
  /** Where the visitor is known already; else it is asked for. */
  choice?: Choice | null
}

/**
 * Buttons that send at once. Without JavaScript a small page says what was recorded; with it the vote is shown here,
 * in the place kept for it, and taken back if it could not be saved.
 */
export function VoteForm({ questionId, language, from, legend, options, words, choice }: Props) {
  const viewer = useViewer()
  const router = useRouter()
  const [cast, castBallot, casting] = useActionState(castBallotAction, {})
  const [taken, withdrawBallot, withdrawing] = useActionState(withdrawBallotAction, {})
  const [own, setOwn] = useState<Choice | null | undefined>(choice)
  const [said, setSaid] = useState('')
  const chosen = own === undefined ? (viewer?.choice ?? null) : own
  const waiting = casting || withdrawing

  const send = (action: (form: FormData) => void, form: FormData, next: Choice | null) => {
    if (waiting || !viewer) return false // Nobody we know: the form goes the way it goes without JavaScript.
    form.set('_stay', '1')
    setOwn(next)
    startTransition(() => action(form))
    return true
  }

  useEffect(() => settle(cast), [cast]) // oxlint-disable-line react-hooks/exhaustive-deps -- once for each answer
  useEffect(() => settle(taken), [taken]) // oxlint-disable-line react-hooks/exhaustive-deps -- once for each answer
  function settle(state: FormState) {
    if (state.done) {
      setSaid(own ? options.find(({ value }) => value === own)!.chosen : words.withdrawn)
      router.refresh()
    } else if (state.message) {
      setOwn(undefined)
      setSaid(state.message)
    }
  }

  const unseen = (
    <>
      <input type="hidden" name="questionId" value={questionId} />
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
    </>
  )
  const problem = cast.message ?? taken.message
  return (
    <>
      <form
        action={castBallot}
        onSubmit={(event) => {
          const { submitter } = event.nativeEvent as SubmitEvent
          const form = new FormData(event.currentTarget, submitter)
          if (send(castBallot, form, form.get('choice') as Choice)) event.preventDefault()
        }}
      >
        {unseen}
        <fieldset>
          <legend>{legend}</legend>
          {options.map(({ value, label }) => (
            <button key={value} className="option" type="submit" name="choice" value={value} aria-pressed={chosen === value}>
              {label}
            </button>
          ))}
        </fieldset>
      </form>
      <div className="own-vote">
        {!chosen && !viewer && choice === undefined && <p className="meta">{words.hint}</p>}
        {chosen && <p aria-hidden={!!said || undefined}>{options.find(({ value }) => value === chosen)?.chosen}</p>}
        <p className={chosen ? 'visually-hidden' : undefined} role="status">{said}</p>
        {problem && !said && <p role="alert">{problem}</p>}
        {chosen && (
          <form
            action={withdrawBallot}
            onSubmit={(event) => {
              if (send(withdrawBallot, new FormData(event.currentTarget), null)) event.preventDefault()
            }}
          >
            {unseen}
            <button className="ds-button" type="submit" data-variant="tertiary" data-size="sm">{words.withdraw}</button>
          </form>
        )}
      </div>
    </>
  )
}
