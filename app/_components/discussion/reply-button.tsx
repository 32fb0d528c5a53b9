'use client'
import { useEffect, useRef, useState } from 'react'
import { CommentForm, type CommentWords } from './comment-form'

type Props = { threadId: string; commentId: string; action: string; from: string; language: 'pl' | 'en'; label: string; of: string; words: CommentWords }

/** Opens the answer's form under the comment; without JavaScript it leads to the comment's own page, where the form stands. */
export function ReplyButton({ threadId, commentId, action, from, language, label, of, words }: Props) {
  const [open, setOpen] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) form.current?.querySelector('textarea')?.focus()
  }, [open])
  return (
    <>
      <form action={`${action}#odpowiedz`}>
        <button
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          aria-expanded={open}
          aria-describedby={`kto-${commentId}`}
          onClick={(event) => {
            event.preventDefault()
            setOpen(!open)
          }}
        >
          {label}
        </button>
      </form>
      {open && (
        <div className="reply-form" ref={form}>
          <CommentForm threadId={threadId} parentId={commentId} language={language} from={from} words={words} hint={of} />
        </div>
      )}
    </>
  )
}
