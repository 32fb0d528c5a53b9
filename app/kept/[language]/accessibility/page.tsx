import type { Metadata } from 'next'
import { cacheLife } from 'next/cache'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { AccessibilityEn } from './en'
import { AccessibilityPl } from './pl'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'accessibility', (t) => t('page.accessibility'))

/** The statement that art. 10 of the digital accessibility act asks for, with the ids of its technical conditions. */
export default async function Accessibility({ params }: Props) {
  const language = await languageIn(params)
  const origin = await ownOrigin()
  return language === 'pl' ? <AccessibilityPl origin={origin} /> : <AccessibilityEn origin={origin} />
}

/** The installation's origin, read when the page is first shown and not when it is built. */
async function ownOrigin() {
  'use cache'
  cacheLife('max')
  return env.origin
}
