import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { sayField } from '@/app/_components/partnership/words'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import type { Language } from '@/lib/language'
import { fieldsOfWork } from '@/lib/organisations/fields-of-work'
import { NetworkPage } from '../../network-page'

type Props = { params: Promise<{ language: Language; field: string }> }

export const generateStaticParams = () => [{ field: '__build__' }]

const isField = (code: string) => fieldsOfWork.some((field) => field.code === code)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { language, field } = await params
  return isField(field) ? pageMetadata(language, 'networkIn', (t) => `${t('partnership.title')}: ${sayField(field, language)}`, { field }) : {}
}

export default async function NetworkIn({ params }: Props) {
  const language = await languageIn(params)
  const { field } = await params
  if (!isField(field)) notFound()
  return <NetworkPage language={language} field={field} />
}
