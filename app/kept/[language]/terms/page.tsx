import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { TermsEn } from './en'
import { TermsPl } from './pl'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'terms', (t) => t('page.terms'))

/** The rules of the conversation. Decisions of moderators name them by these anchors. */
export default async function Terms({ params }: Props) {
  return (await languageIn(params)) === 'pl' ? <TermsPl /> : <TermsEn />
}
