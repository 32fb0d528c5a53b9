'use client'
import { useViewer } from '../site/viewer'

/** What the visitor wrote and the moderators hid, and why: shown to them alone. `why` has a place for `{sentence}`. */
export function OwnHidden({ title, why }: { title: string; why: string }) {
  const viewer = useViewer()
  return viewer?.hidden.map(({ id, body, sentence }) => (
    <div className="own-hidden" key={id}>
      <p><a href={`#glos-${id}`}>{title}</a></p>
      <p style={{ whiteSpace: 'pre-line' }}>{body}</p>
      {sentence && <p>{why.replace('{sentence}', () => sentence)}</p>}
    </div>
  ))
}
