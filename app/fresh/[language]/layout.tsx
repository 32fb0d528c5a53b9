import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense, type ReactNode } from 'react'
import { Document } from '@/app/_components/site/document'
import { isLanguage, languages } from '@/lib/language'

// Fresh pages: made for each request, for one visitor. Nothing in them is suspended below <html>, since a browser
// without JavaScript would never show it.
export const instant = false

// A build has no database: a fresh page asks for its visitor (or the connection) before it asks for anything else.
export const generateStaticParams = () => languages.map((language) => ({ language }))

export const metadata: Metadata = { robots: { index: false } }

export default function FreshLayout({ params, children }: { params: Promise<{ language: string }>; children: ReactNode }) {
  return (
    <Suspense>
      <Shown params={params}>{children}</Shown>
    </Suspense>
  )
}

async function Shown({ params, children }: { params: Promise<{ language: string }>; children: ReactNode }) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  return <Document language={language}>{children}</Document>
}
