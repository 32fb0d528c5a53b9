'use client'
import type { HeldFor } from '@/lib/discussion/rules'
import { useViewer } from '../site/viewer'

/** `why` has a place for `{sentence}`. */
export type UnreadWords = { hidden: string; why: string; held: Record<HeldFor, string> }

/** What the visitor wrote and others cannot read, and why: shown to them alone. */
export function OwnUnread({ words }: { words: UnreadWords }) {
  const viewer = useViewer()
  return viewer?.unread.map(({ id, state, body, heldFor, sentence }) => (
    <div className="own-hidden" key={id}>
      <p><a href={`#glos-${id}`}>{state === 'held' && heldFor ? words.held[heldFor] : words.hidden}</a></p>
      <p style={{ whiteSpace: 'pre-line' }}>{body}</p>
      {sentence && <p>{words.why.replace('{sentence}', () => sentence)}</p>}
    </div>
  ))
}
