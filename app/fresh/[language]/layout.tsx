import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document } from '@/app/_components/site/document'
import { nothingHere } from '@/app/fresh/nothing-here'
import { isLanguage } from '@/lib/language'

// Fresh pages: made for each request, for one visitor. Nothing in them is suspended, since a browser without JavaScript
// would never show it, and since what was not found or leads elsewhere must say so before the first byte.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false } }

export default async function FreshLayout({ params, children }: { params: Promise<{ language: string }>; children: ReactNode }) {
  const { language } = await params
  if (!isLanguage(language)) nothingHere()
  return <Document language={language}>{children}</Document>
}
