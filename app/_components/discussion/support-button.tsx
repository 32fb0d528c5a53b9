'use client'
import { useActionState, useEffect, useState, startTransition } from 'react'
import { supportCommentAction, withdrawSupportAction } from '@/lib/discussion/actions'
import { useViewer } from '../site/viewer'

type Props = { commentId: string; count: number; language: string; from: string; words: { support: string; of: string; supported: string } }

/** Supports a comment, or takes the support back; says how many do. */
export function SupportButton({ commentId, count, language, from, words }: Props) {
  const viewer = useViewer()
  const before = viewer?.supported.includes(commentId) ?? false
  const [changed, setChanged] = useState<boolean>()
  const supported = changed ?? before
  const [state, submit, waiting] = useActionState(supported ? withdrawSupportAction : supportCommentAction, {})
  useEffect(() => {
    if (state.message) setChanged(undefined)
  }, [state])
  const shown = count + Number(supported) - Number(before)
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        if (!viewer) return
        event.preventDefault()
        if (waiting) return
        const form = new FormData(event.currentTarget)
        form.set('_stay', '1')
        startTransition(() => {
          submit(form)
          setChanged(!supported)
        })
      }}
    >
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="_language" value={language} />
      <input type="hidden" name="_from" value={from} />
      <button className="ds-button support" type="submit" data-variant="tertiary" data-size="sm" aria-pressed={supported} aria-label={`${words.of}${shown ? `, ${shown}` : ''}`}>
        {supported ? words.supported : words.support}
        {shown > 0 && <span className="support-count">{shown}</span>}
      </button>
      {state.message && <p className="ds-validation-message" role="alert">{state.message}</p>}
    </form>
  )
}
