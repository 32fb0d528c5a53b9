import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { HowItWorksEn } from './en'
import { HowItWorksPl } from './pl'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'howItWorks', (t) => t('page.howItWorks'))

/** What one can do here and what comes of it, for whoever is here for the first time. */
export default async function HowItWorks({ params }: Props) {
  return (await languageIn(params)) === 'pl' ? <HowItWorksPl /> : <HowItWorksEn />
}
