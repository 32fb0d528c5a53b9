import type { Metadata } from 'next'
import { Document } from '@/app/_components/site/document'
import { NothingHere } from '@/app/_components/site/nothing-here'

export const metadata: Metadata = { title: 'Nie ma takiej strony – Głos Torunia' }

export default function NotFound() {
  return <Document language="pl"><NothingHere /></Document>
}
