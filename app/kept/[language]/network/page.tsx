import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { NetworkPage } from './network-page'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'network', (t) => t('partnership.title'))

export default async function Network({ params }: Props) {
  return <NetworkPage language={await languageIn(params)} />
}
