import { address, type Page } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

const pages = ['howItWorks', 'volunteering', 'network', 'openData', 'transparency', 'accessibility', 'privacy', 'terms'] as const satisfies Page[]

export function Footer({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <footer className="bottom">
      <div className="wrap">
        <p>{t('site.opinion')}</p>
        <nav aria-label={t('site.footerNavigation')}>
          <ul>
            {pages.map((page) => (
              <li key={page}><a href={address(language, page)}>{t(`site.${page}`)}</a></li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
