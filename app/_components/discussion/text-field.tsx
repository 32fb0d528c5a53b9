'use client'
import { use, useDeferredValue } from 'react'
import { useWatch } from 'react-hook-form'
import { personalDataIn } from '@/lib/discussion/personal-data'
import { commentLength, stances } from '@/lib/discussion/rules'
import { graphemes } from '@/lib/text'
import { Choices, Field } from '../fields'
import { Submit } from '../form'
import { fieldId, FormContext } from '../form-context'
import type { CommentWords } from './words'

/** The text of a voice: how much is left near the limit, and what looks like personal data, before it is sent. */
export function TextField({ label, hint, rows, words }: { label: string; hint?: string; rows: number; words: CommentWords }) {
  const body = useDeferredValue<string>(useWatch({ name: 'body' }) ?? '')
  return (
    <>
      <Field name="body" rows={rows} label={label} hint={hint} required />
      <Counter body={body} words={words} />
      <PersonalDataWarning body={body} words={words} />
    </>
  )
}

const near = 200
/** Counts as a person does. Seen from the last 500 characters on, said aloud at the last 200, in steps. */
function Counter({ body, words }: { body: string; words: CommentWords }) {
  // No text has more characters than code units, so short ones need not be counted.
  const left = body.length < commentLength - 500 ? commentLength : commentLength - graphemes(body.trim())
  const say = (count: number) => {
    const form = new Intl.PluralRules('pl').select(Math.abs(count))
    return (count < 0 ? words.over : words.left)[form === 'one' || form === 'few' ? form : 'many'].replace('#', String(Math.abs(count)))
  }
  return (
    <>
      <p className="meta counter" aria-hidden>{left <= 500 && say(left)}</p>
      <p className="visually-hidden" role="status">{left <= near && say(left > 0 ? Math.ceil(left / 50) * 50 : left)}</p>
    </>
  )
}

/** Asks once more before somebody's data is public; going on is a button of its own. */
function PersonalDataWarning({ body, words }: { body: string; words: CommentWords }) {
  const id = fieldId(use(FormContext).id, 'goesOn')
  const found = personalDataIn(body)
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="ds-alert personal-data" data-color="warning" id={id} tabIndex={-1}>
          <ul>{found.map(({ kind, passage }) => <li key={passage}>{words.warned[kind].replace('{passage}', () => passage)}</li>)}</ul>
          <p>{words.warnedWhy}</p>
          <p><Submit name="goesOn" value="yes" variant="secondary">{words.sendAnyway}</Submit></p>
        </div>
      )}
    </div>
  )
}

/** What the voice is, if its writer says so. */
export const StanceChoice = ({ words }: { words: CommentWords }) => (
  <Choices name="stance" legend={words.stance} options={[...stances, ''].map((value) => ({ value, label: words.stances[value || 'none']! }))} />
)
