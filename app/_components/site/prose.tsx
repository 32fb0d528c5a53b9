import { cloneElement, isValidElement, type ReactNode } from 'react'
import type { Language } from '@/lib/language'
import { bindShortWords } from '@/lib/text'

/** A page to be read: one heading, what it is about in a sentence or two, then text in a narrow column. */
export function Prose({ title, lead, language, children }: { title: string; lead?: string; language: Language; children: ReactNode }) {
  const shown = language === 'pl' ? bound : (text: ReactNode) => text
  return (
    <div className="wrap page">
      <article className="prose">
        <h1>{shown(title)}</h1>
        {lead && <p className="lead">{shown(lead)}</p>}
        {shown(children)}
      </article>
    </div>
  )
}

/** Polish text with its one-letter words bound to the next, wherever it stands below. */
function bound(node: ReactNode): ReactNode {
  if (typeof node === 'string') return bindShortWords(node)
  if (Array.isArray(node)) return node.map(bound)
  if (!isValidElement<{ children?: ReactNode }>(node) || node.props.children === undefined) return node
  const { children } = node.props
  // Spread, so that fixed children need no keys.
  return Array.isArray(children) ? cloneElement(node, undefined, ...children.map(bound)) : cloneElement(node, undefined, bound(children))
}
