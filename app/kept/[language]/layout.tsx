import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document } from '@/app/_components/site/document'
import { env } from '@/lib/env'
import { languageIn } from '../language'

// Kept pages: the same for everyone, rendered once and kept until something on them changes. A build needs no
// database, so it makes none of them; the one language it is given does not exist.
export const generateStaticParams = () => [{ language: '__build__' }]

export const generateMetadata = (): Metadata => ({ metadataBase: new URL(env.origin) })

export default async function KeptLayout({ params, children }: { params: Promise<{ language: string }>; children: ReactNode }) {
  return <Document language={await languageIn(params)}>{children}</Document>
}
