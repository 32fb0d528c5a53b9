'use client'
import { useActionState, useId } from 'react'
import type { Language } from '@/lib/language'
import { deleteAccountAction } from '@/lib/privacy/actions'

type Props = { language: Language; from: string; words: { label: string; also: string; alsoHint: string; sure: string; confirm: string } }

/**
 * Deletes the account: a box to be ticked, and a button. Not the site's `Form`, which asks to stay: the page it stands
 * on cannot be shown again, since nobody is signed in any more.
 */
export function DeleteForm({ language, from, words }: Props) {
  const [{ message, fields, values }, submit, waiting] = useActionState(deleteAccountAction, {})
  const id = useId()
  const problem = fields?.sure?.[0]
  const wordsProblem = fields?.words?.[0]
  return (
    <form className="form" action={submit} aria-label={words.label}>
      {message && <div className="ds-alert refusal" data-color="danger" role="alert"><p>{problem ?? wordsProblem ?? message}</p></div>}
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-words`}>{words.also}</label>
        <div data-field="description" id={`${id}-hint`}>{words.alsoHint}</div>
        <textarea className="ds-input" id={`${id}-words`} name="words" rows={3} defaultValue={values?.words} aria-invalid={wordsProblem ? true : undefined} aria-describedby={`${id}-hint${wordsProblem ? ` ${id}-words-problem` : ''}`} />
        {wordsProblem && <p className="ds-validation-message" id={`${id}-words-problem`}>{wordsProblem}</p>}
      </div>
      <div className="choices">
        <label className="choice">
          <input className="ds-input" type="checkbox" name="sure" value="yes" aria-invalid={problem ? true : undefined} aria-describedby={problem ? id : undefined} />
          <span>{words.sure}</span>
        </label>
        {problem && <p className="ds-validation-message" id={id}>{problem}</p>}
      </div>
      <p>
        <button className="ds-button" type="submit" data-color="danger" aria-disabled={waiting || undefined} onClick={(event) => waiting && event.preventDefault()}>{words.confirm}</button>
      </p>
    </form>
  )
}
