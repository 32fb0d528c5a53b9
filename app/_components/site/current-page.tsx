'use client'
import { useEffect } from 'react'

/**
 * Marks the section that the page belongs to, and leads to the same page in the other language: a kept header is the
 * same on every page. `<link rel="alternate">` in the page's head tells the twin's address.
 */
export function CurrentPage() {
  useEffect(() => {
    const { pathname } = location
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.top nav a')) {
      const path = link.getAttribute('href')!
      if (pathname === path) link.setAttribute('aria-current', 'page')
      else if (pathname.startsWith(`${path}/`)) link.setAttribute('aria-current', 'true')
    }
    const other = document.querySelector<HTMLAnchorElement>('a[data-other-language]')
    const twin = other && document.querySelector<HTMLLinkElement>(`link[rel="alternate"][hreflang="${other.dataset.otherLanguage}"]`)
    if (other && twin) other.href = new URL(twin.href).pathname + location.search
  }, [])
  return null
}
