'use client'
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import type { ViewerAnswer } from '@/app/api/viewer/route'

type Asked = { thread?: string; questions?: readonly string[] }
/** `refresh` asks again, after the visitor has changed something. */
type Known = ViewerAnswer & { refresh: () => void }
const Context = createContext<{ viewer: Known | null } | null>(null)

/**
 * Asks once for what belongs to the visitor, and gives it to the places that the page has reserved.
 * Null until it is known, and for whoever is not signed in.
 */
export function ViewerProvider({ thread, questions = [], children }: Asked & { children: ReactNode }) {
  const [viewer, setViewer] = useState<ViewerAnswer | null>(null)
  const query = new URLSearchParams([...(thread ? [['thread', thread]] : []), ...questions.map((id) => ['question', id])]).toString()
  const refresh = useCallback(() => {
    fetch(`/api/viewer?${query}`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<ViewerAnswer>) : null))
      .then(setViewer, () => undefined)
  }, [query])
  useEffect(refresh, [refresh])
  return <Context value={{ viewer: viewer && { ...viewer, refresh } }}>{children}</Context>
}

let name: Promise<ViewerAnswer | null> | undefined

/** The visitor; outside a provider (the header) only their name. */
export function useViewer(): Known | null {
  const context = use(Context)
  const [viewer, setViewer] = useState<ViewerAnswer | null>(null)
  useEffect(() => {
    if (context) return
    name ??= fetch('/api/viewer').then((answer) => (answer.ok ? answer.json() : null))
    name.then(setViewer, () => undefined)
  }, [context])
  return context ? context.viewer : viewer && { ...viewer, refresh: () => undefined }
}
