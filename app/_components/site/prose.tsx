import { Children, cloneElement, isValidElement, type ReactNode } from 'react'
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
function bound(children: ReactNode): ReactNode {
  return Children.map(children, (child) => {
    if (typeof child === 'string') return bindShortWords(child)
    if (!isValidElement<{ children?: ReactNode }>(child) || child.props.children === undefined) return child
    return cloneElement(child, undefined, bound(child.props.children))
  })
}
