'use client'
import { useRouter } from 'next/navigation'
import { startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { castBallotAction, withdrawBallotAction } from '@/lib/voting/actions'
import { sayReceipt, type Choice } from '@/lib/voting/rules'
import type { FormState } from '@/lib/refusal'
import { ProofOfWork } from '../proof-of-work'
import { useViewer } from '../site/viewer'

type Option = { value: Choice; label: string; chosen: string }
type Props = {
  questionId: string
  language: string
  from: string
  legend: string
  options: Option[]
  /** How many may be chosen: one by a button that sends at once, several by checkboxes. */
  most: number
  words: { note: string; send: string; hint: string; withdraw: string; withdrawn: string; receipt: string; receiptWhy: string }
  /** Where the visitor is known already; else it is asked for. */
  ballot?: { choices: Choice[]; receipt: string } | null
}

/**
 * Buttons that send at once, or checkboxes. Without JavaScript a small page says what was recorded; with it the vote is
 * shown here, in the place kept for it, and taken back if it could not be saved.
 */
export function VoteForm({ questionId, language, from, legend, options, most, words, ballot }: Props) {
  const viewer = useViewer()
  const router = useRouter()
  const [cast, castBallot, casting] = useActionState(castBallotAction, {})
  const [taken, withdrawBallot, withdrawing] = useActionState(withdrawBallotAction, {})
  const known = ballot === undefined ? viewer?.ballots[questionId] : ballot
  const [own, setOwn] = useState<Choice[]>()
  const [said, setSaid] = useState('')
  const chosen = own ?? known?.choices ?? []
  const waiting = casting || withdrawing
  const sent = useRef<{ action: typeof castBallot; form: FormData }>(null)
  const [sentTo, setSentTo] = useState(() => castBallot)
  const answered = sentTo === castBallot ? cast : taken
  /** The refusal for which the device could not do its work. */
  const [unproven, setUnproven] = useState<FormState>()
  const work = answered === unproven ? undefined : answered.work
  const inWords = (choices: readonly Choice[]) => options.filter(({ value }) => choices.includes(value)).map((option) => option.chosen).join(' ')

  const send = (action: (form: FormData) => void, form: FormData, next: Choice[]) => {
    if (waiting) return false
    form.set('_works', '1')
    // Nobody we know: it leads where it leads without JavaScript.
    if (viewer) {
      form.set('_stay', '1')
      setOwn(next)
    }
    sent.current = { action, form }
    if (!work) post() // While the device works, what was pressed last is what will be sent.
    return true
  }

  function post() {
    const { action, form } = sent.current!
    setSentTo(() => action)
    startTransition(() => action(form))
  }

  useEffect(() => settle(cast), [cast]) // oxlint-disable-line react-hooks/exhaustive-deps -- once for each answer
  useEffect(() => settle(taken), [taken]) // oxlint-disable-line react-hooks/exhaustive-deps -- once for each answer
  function settle(state: FormState) {
    if (state.done) {
      setSaid(chosen.length ? inWords(chosen) : words.withdrawn)
      viewer?.refresh()
      router.refresh()
    } else if (state.work) {
      setSaid('')
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
  const receipt = chosen.length > 0 && (known?.receipt ?? null)
  return (
    <>
      <form
        action={castBallot}
        onSubmit={(event) => {
          const { submitter } = event.nativeEvent as SubmitEvent
          const form = new FormData(event.currentTarget, submitter)
          if (send(castBallot, form, form.getAll('choice') as Choice[])) event.preventDefault()
        }}
      >
        {unseen}
        <fieldset>
          <legend>{legend}</legend>
          {words.note && <p className="meta">{words.note}</p>}
          {options.map(({ value, label }) =>
            most === 1 ? (
              <button key={value} className="option" type="submit" name="choice" value={value} aria-pressed={chosen.includes(value)}>
                {label}
              </button>
            ) : (
              <label key={`${value} ${known?.receipt ?? ''}`} className="choice">
                <input className="ds-input" type="checkbox" name="choice" value={value} defaultChecked={chosen.includes(value)} />
                <span>{label}</span>
              </label>
            ),
          )}
          {most > 1 && <button className="ds-button" type="submit">{words.send}</button>}
        </fieldset>
      </form>
      <div className="own-vote">
        {!chosen.length && !viewer && ballot === undefined && <p className="meta">{words.hint}</p>}
        {chosen.length > 0 && !work && <p aria-hidden={!!said || undefined}>{inWords(chosen)}</p>}
        <p className={chosen.length ? 'visually-hidden' : undefined} role="status">{said}</p>
        {work && (
          <ProofOfWork
            work={work}
            onProof={(proof) => {
              sent.current!.form.set('_proof', proof)
              post()
            }}
            onFailure={() => {
              setUnproven(answered)
              setOwn(undefined)
              setSaid(answered.message!)
            }}
          />
        )}
        {problem && !said && !work && <p role="alert">{problem}</p>}
        {chosen.length > 0 && (
          <form
            action={withdrawBallot}
            onSubmit={(event) => {
              if (send(withdrawBallot, new FormData(event.currentTarget), [])) event.preventDefault()
            }}
          >
            {unseen}
            <button className="ds-button" type="submit" data-variant="tertiary" data-size="sm">{words.withdraw}</button>
          </form>
        )}
      </div>
      {receipt && (
        <details className="receipt">
          <summary>{words.receipt.split('{receipt}')[0]}<span className="receipt-code">{sayReceipt(receipt)}</span>{words.receipt.split('{receipt}')[1]}</summary>
          <p className="meta">{words.receiptWhy}</p>
        </details>
      )}
    </>
  )
}
