import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { ConsultationsEn } from './en'
import { ConsultationsPl } from './pl'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'consultations', (t) => t('page.consultations'))

/** What consultations will be; there are none yet. */
export default async function Consultations({ params }: Props) {
  return (await languageIn(params)) === 'pl' ? <ConsultationsPl /> : <ConsultationsEn />
}
