import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { clauseInForce } from '@/lib/clauses'
import type { Language } from '@/lib/language'
import { Clause } from './clauses/clause'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'privacy', (t) => t('page.privacy'))

/** What is kept about people, why and for how long (GDPR art. 13): the wording in force. */
export default async function Privacy({ params }: Props) {
  return <Clause version={clauseInForce} language={await languageIn(params)} />
}
