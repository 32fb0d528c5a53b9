import type { Metadata } from 'next'
import { address, type Page } from '@/lib/addresses'
import { isLanguage, type Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'

/** A page's title and its twin in the other language; the header's link to that language follows it. */
export function pageMetadata(language: Language, page: Page, title: (t: Translate) => string, parameters: Record<string, string> = {}, more: Metadata = {}): Metadata {
  if (!isLanguage(language)) return {}
  const t = translator(language)
  const at = address as (language: Language, page: Page, parameters: Record<string, string>) => string
  return {
    title: page === 'home' ? title(t) : `${title(t)} – ${t('site.name')}`,
    ...more,
    alternates: { ...more.alternates, canonical: at(language, page, parameters), languages: { pl: at('pl', page, parameters), en: at('en', page, parameters) } },
  }
}
