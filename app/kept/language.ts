import { notFound } from 'next/navigation'
import { isLanguage, type Language } from '@/lib/language'

/** The page's language. A build asks for one that does not exist, and gets no further: it has no database. */
export async function languageIn(params: Promise<{ language: string }>): Promise<Language> {
  const { language } = await params
  return isLanguage(language) ? language : notFound()
}
