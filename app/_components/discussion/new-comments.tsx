'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import type { Pulse } from '@/lib/discussion/queries/pulse'
import type { Language } from '@/lib/language'

/** „3 nowe komentarze” by plural form, with `#` for the number. */
export type FreshWords = { forms: Partial<Record<Intl.LDMLPluralRule, string>>; some: string; show: string }
type Props = {
  threadId: string
  /** How many comments the page knows of. */
  count: number
  /** Where the newest stand; left out on that page itself. */
  page?: string
  language: Language
  words: FreshWords
}

/**
 * Says on a button that comments have come since the page was made. Nothing moves by itself: its place is reserved, and
 * what is new is shown when asked for. A tab that nobody looks at holds no connection.
 */
export function NewComments({ threadId, count, page, language, words }: Props) {
  const router = useRouter()
  const [now, setNow] = useState(count)
  const [refreshing, refresh] = useTransition()
  useEffect(() => follow(threadId, ({ comments }) => setNow(comments)), [threadId])
  const fresh = Math.max(0, now - count)
  const said = fresh ? (words.forms[new Intl.PluralRules(language).select(fresh)] ?? '').replace('#', String(fresh)) : ''
  return (
    <div className="new-comments">
      {/* Heard once, when the first one comes; what is seen goes on counting. */}
      <span className="visually-hidden" role="status">{fresh > 0 && words.some}</span>
      {fresh > 0 && (
        <button
          type="button"
          className="ds-button"
          data-size="sm"
          aria-disabled={refreshing || undefined}
          onClick={() => {
            if (page) return location.assign(page)
            refresh(() => router.refresh())
            document.getElementById('komentarze')?.focus()
          }}
        >
          {said} · {words.show}
        </button>
      )}
    </div>
  )
}

/** Hears how a thread grows while the tab is looked at. */
function follow(threadId: string, tell: (pulse: Pulse) => void): () => void {
  let stream: EventSource | undefined
  const close = () => {
    stream?.close()
    stream = undefined
  }
  const openOrClose = () => {
    if (document.hidden) return close()
    if (stream) return
    stream = new EventSource(`/api/threads/${threadId}/live`)
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Pulse))
  }
  openOrClose()
  document.addEventListener('visibilitychange', openOrClose)
  return () => {
    document.removeEventListener('visibilitychange', openOrClose)
    close()
  }
}
