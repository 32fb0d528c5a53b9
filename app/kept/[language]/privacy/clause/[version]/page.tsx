import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { isClauseVersion } from '@/lib/clauses'
import type { Language } from '@/lib/language'
import { Clause } from '../../clauses/clause'

type Props = { params: Promise<{ language: Language; version: string }> }

export const generateStaticParams = () => [{ version: '__build__' }]

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { language, version } = await params
  return pageMetadata(language, 'clause', (t) => t('privacy.clause.title', { version }), { version })
}

/** The information clause as it read from a day on, for whoever spoke while it was in force. */
export default async function ClauseOfThen({ params }: Props) {
  const { version } = await params
  if (!isClauseVersion(version)) notFound()
  return <Clause version={version} language={await languageIn(params)} />
}
