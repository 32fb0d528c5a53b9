'use client'
import { useViewer } from '../site/viewer'

/** What the visitor wrote and the moderators hid: shown to them alone. */
export function OwnHidden({ title }: { title: string }) {
  const viewer = useViewer()
  return viewer?.hidden.map(({ id, body }) => (
    <div className="own-hidden" key={id}>
      <p><a href={`#glos-${id}`}>{title}</a></p>
      <p style={{ whiteSpace: 'pre-line' }}>{body}</p>
    </div>
  ))
}
