'use client'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { ViewerAnswer } from '@/app/api/viewer/route'

type Asked = { thread?: string; question?: string }
const Context = createContext<{ viewer: ViewerAnswer | null } | null>(null)

/**
 * Asks once for what belongs to the visitor, and gives it to the places that the page has reserved.
 * Null until it is known, and for whoever is not signed in.
 */
export function ViewerProvider({ thread, question, children }: Asked & { children: ReactNode }) {
  const [viewer, setViewer] = useState<ViewerAnswer | null>(null)
  useEffect(() => {
    const query = new URLSearchParams({ ...(thread && { thread }), ...(question && { question }) })
    fetch(`/api/viewer?${query}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<ViewerAnswer>) : null))
      .then(setViewer, () => undefined)
  }, [thread, question])
  return <Context value={{ viewer }}>{children}</Context>
}

let name: Promise<ViewerAnswer | null> | undefined

/** The visitor; outside a provider (the header) only their name. */
export function useViewer(): ViewerAnswer | null {
  const context = use(Context)
  const [viewer, setViewer] = useState<ViewerAnswer | null>(null)
  useEffect(() => {
    if (context) return
    name ??= fetch('/api/viewer').then((answer) => (answer.ok ? answer.json() : null))
    name.then(setViewer, () => undefined)
  }, [context])
  return context ? context.viewer : viewer
}
