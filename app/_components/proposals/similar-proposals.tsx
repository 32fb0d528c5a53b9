'use client'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { SimilarProposal } from '@/app/api/proposals/similar/route'

const pause = 800
const longEnough = 8

/** After a pause in writing the title: proposals like it, to look at before doing the same once more. */
export function SimilarProposals({ language, words }: { language: 'pl' | 'en'; words: { title: string; lead: string } }) {
  const title: string = useWatch({ name: 'title' }) ?? ''
  const [found, setFound] = useState<SimilarProposal[]>([])
  useEffect(() => {
    if (title.trim().length < longEnough) return setFound([])
    const cut = new AbortController()
    const later = setTimeout(() => {
      // In the body, not in the address: what is not published yet belongs in nobody's log.
      fetch('/api/proposals/similar', { method: 'POST', body: title.slice(0, 300), headers: { 'content-type': 'text/plain;charset=UTF-8', 'accept-language': language }, signal: cut.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ items: SimilarProposal[] }>) : { items: [] }))
        .then(({ items }) => setFound(items), () => undefined)
    }, pause)
    return () => {
      clearTimeout(later)
      cut.abort()
    }
  }, [title, language])
  return (
    <div role="status">
      {found.length > 0 && (
        <section className="similar notice" aria-label={words.title}>
          <p><b>{words.title}.</b> {words.lead}</p>
          <ul>{found.map(({ address, title, organisation }) => <li key={address}><a href={address} target="_blank" rel="noreferrer">{title}</a> {organisation && <>(<bdi>{organisation}</bdi>)</>}</li>)}</ul>
        </section>
      )}
    </div>
  )
}
