'use client'
import { useActionState, useId } from 'react'
import type { Language } from '@/lib/language'
import { deleteAccountAction } from '@/lib/privacy/actions'

type Props = { language: Language; from: string; words: { label: string; sure: string; confirm: string } }

/**
 * Deletes the account: a box to be ticked, and a button. Not the site's `Form`, which asks to stay: the page it stands
 * on cannot be shown again, since nobody is signed in any more.
 */
export function DeleteForm({ language, from, words }: Props) {
  const [{ message, fields }, submit, waiting] = useActionState(deleteAccountAction, {})
  const id = useId()
  const problem = fields?.sure?.[0]
  return (
    <form className="form" action={submit} aria-label={words.label}>
      {message && <div className="ds-alert refusal" data-color="danger" role="alert"><p>{problem ?? message}</p></div>}
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
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
