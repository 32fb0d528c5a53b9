'use client'
import { useEffect, useState } from 'react'
import { fold } from '@/lib/text'

/** Narrows the tiles while typing. Without JavaScript it is the site's search. */
export function TaskFilter({ label, counts, searchAddress, searchLabel }: { label: string; counts: string[]; searchAddress: string; searchLabel: string }) {
  const [said, setSaid] = useState('')
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return (
    <form action={searchAddress} role="search" className="find" style={{ margin: 0 }} onSubmit={(event) => live && event.preventDefault()}>
      <div className="ds-field">
        <label className="ds-label" htmlFor="task-filter">{label}</label>
        <input className="ds-input" id="task-filter" type="search" name="q" autoComplete="off" onInput={(event) => setSaid(counts[narrow(event.currentTarget.value)] ?? '')} />
      </div>
      {!live && <button className="ds-button" data-variant="secondary">{searchLabel}</button>}
      <p className="meta" role="status" style={{ flexBasis: '100%', minHeight: '1.5em' }}>{said}</p>
    </form>
  )
}

/** Shows the tiles in which every word begins somewhere; forgives endings by leaving two letters off long words. */
function narrow(typed: string): number {
  const words = fold(typed).split(/\s+/).filter(Boolean).map((word) => (word.length > 6 ? word.slice(0, -2) : word))
  let shown = 0
  for (const tile of document.querySelectorAll<HTMLElement>('.tiles > li')) {
    const text = fold(`${tile.querySelector('.code')?.textContent} ${tile.dataset.words}`)
    tile.hidden = !words.every((word) => text.includes(word))
    if (!tile.hidden) shown++
  }
  for (const goal of document.querySelectorAll<HTMLElement>('[data-goal]')) goal.hidden = !goal.querySelector('.tiles > li:not([hidden])')
  return shown
}
