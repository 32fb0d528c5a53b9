'use client'
import { useEffect, useState } from 'react'
import type { Language } from '@/lib/language'
import en from '@/lib/messages/en/page.json'
import pl from '@/lib/messages/pl/page.json'

// Part of every page, so it brings neither all messages nor the table of addresses along.
const said = { pl: { ...pl.error, address: '/' }, en: { ...en.error, address: '/en' } } satisfies Record<Language, object>

/**
 * What a page says that could not be made: whose fault it is and what to do now, in the language of its address.
 * Why it could not, stands in the server's log.
 */
export function BrokenPage({ retry }: { retry: () => void }) {
  const [language, setLanguage] = useState<Language>('pl')
  const { title, lead, again, home, address } = said[language]
  useEffect(() => setLanguage(/^\/en(\/|$)/.test(location.pathname) ? 'en' : 'pl'), [])
  useEffect(() => {
    document.title = `${title} – Głos Torunia`
  }, [title])
  return (
    <div className="wrap page" lang={language}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <p className="acts">
        <button className="ds-button" type="button" onClick={retry}>{again}</button>
        <a className="ds-button" data-variant="secondary" href={address}>{home}</a>
      </p>
    </div>
  )
}
