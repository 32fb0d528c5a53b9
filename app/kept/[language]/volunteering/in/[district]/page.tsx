import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { districts } from '@/lib/organisations/districts'
import { VolunteeringPage } from '../../volunteering-page'

type Props = { params: Promise<{ language: Language; district: string }> }

export const generateStaticParams = () => [{ district: '__build__' }]

const isDistrict = (code: string): code is keyof typeof districts => Object.hasOwn(districts, code)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { language, district } = await params
  return isDistrict(district) ? pageMetadata(language, 'volunteeringIn', (t) => `${t('volunteering.title')}: ${districts[district]}`, { district }) : {}
}

export default async function VolunteeringIn({ params }: Props) {
  const language = await languageIn(params)
  const { district } = await params
  if (!isDistrict(district)) notFound()
  return <VolunteeringPage language={language} district={district} />
}
