import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** The way back to what is being reported. */
export function BackTo({ href, title, lang, language }: { href: Address; title: string; lang: Language | undefined; language: Language }) {
  return (
    <nav className="crumbs" aria-label={translator(language)('site.breadcrumb')}>
      <ol><li><a href={href} lang={lang}>{title}</a></li></ol>
    </nav>
  )
}
