'use client'
import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { CommentWords } from './words'

const prefix = 'szkic:'
const daysAtMost = 7
type Draft = { body: string; stance: string; at: number }

/** Where a browser keeps nothing (private windows, full disks), nothing is kept. */
function stored<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}

export const forgetDraft = (place: string) => stored((storage) => storage.removeItem(prefix + place))

/** Keeps what is being written in this browser, and brings it back with a sentence that says so. */
export function KeptDraft({ place, words }: { place: string; words: CommentWords }) {
  const { setValue, getValues } = useFormContext()
  const [body, stance]: string[] = useWatch({ name: ['body', 'stance'] })
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    const draft = stored((storage) => JSON.parse(storage.getItem(prefix + place) ?? 'null') as Draft | null)
    if (!draft || getValues('body')) return
    if (Date.now() - draft.at > daysAtMost * 86_400_000) return void forgetDraft(place)
    setValue('body', draft.body)
    setValue('stance', draft.stance)
    setRestored(true)
  }, [place, getValues, setValue])
  useEffect(() => {
    const later = setTimeout(() => {
      if (body?.trim()) stored((storage) => storage.setItem(prefix + place, JSON.stringify({ body, stance: stance ?? '', at: Date.now() } satisfies Draft)))
    }, 400)
    return () => clearTimeout(later)
  }, [place, body, stance])
  const discard = () => {
    forgetDraft(place)
    setValue('body', '')
    setValue('stance', '')
    setRestored(false)
  }
  return (
    <div role="status">
      {restored && body && (
        <p className="meta draft-back">
          {words.draftBack} <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={discard}>{words.draftDiscard}</button>
        </p>
      )}
    </div>
  )
}

/** Around the forms that end a session: whoever comes next to this computer finds nothing of what was written. */
export function ForgetDrafts({ children }: { children: React.ReactNode }) {
  return <div onSubmit={() => stored((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix)).forEach((key) => storage.removeItem(key)))}>{children}</div>
}
