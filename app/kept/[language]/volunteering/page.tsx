import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { VolunteeringPage } from './volunteering-page'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'volunteering', (t) => t('volunteering.title'))

export default async function Volunteering({ params }: Props) {
  return <VolunteeringPage language={await languageIn(params)} />
}
