'use client'
import { useEffect } from 'react'

/**
 * Keys of one letter: whatever on the page bears `data-key` is pressed, chosen, opened or gone to by it; `j` and `k` walk
 * through a list of cases where there is one. Silent while somebody writes, and with Ctrl, Alt or Meta.
 */
export function Keys() {
  useEffect(() => {
    for (const each of document.querySelectorAll('[data-key]')) each.setAttribute('aria-keyshortcuts', each.getAttribute('data-key')!)
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isWriting(event.target)) return
      if (walks(event.key) || press(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return null
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=submit], [type=button])'))

/** On to the next case of the list, or back; and ticking the one that has the focus. */
function walks(key: string): boolean {
  const cases = [...document.querySelectorAll<HTMLElement>('[data-case]')]
  if (!cases.length || !['j', 'k', 'x'].includes(key)) return false
  const here = cases.findIndex((each) => each.contains(document.activeElement))
  if (key === 'x') {
    const box = cases[here]?.querySelector<HTMLInputElement>('input[type=checkbox]')
    box?.click()
    return !!box
  }
  const next = cases[key === 'j' ? Math.min(here + 1, cases.length - 1) : Math.max(here - 1, 0)]
  next?.querySelector<HTMLElement>('[data-opens]')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return true
}

function press(key: string): boolean {
  const element = [...document.querySelectorAll<HTMLElement>('[data-key]')].find((each) => each.dataset.key === key)
  if (!element) return false
  const details = element.closest('details')
  if (details) details.open = true
  element.focus()
  if (element.matches('a, button, input')) element.click()
  return true
}
