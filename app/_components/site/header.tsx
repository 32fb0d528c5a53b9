import { address, type Page } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { AccountLink } from './account-link'
import { CurrentPage } from './current-page'
import { Mark } from './mark'

const sections = ['tasks', 'proposals', 'organisations', 'consultations', 'transparency'] as const satisfies Page[]

export function Header({ language }: { language: Language }) {
  const t = translator(language)
  const other = language === 'pl' ? 'en' : 'pl'
  return (
    <header className="top">
      <div className="wrap">
        <a className="mark" href={address(language, 'home')}>
          <Mark />
          <span>Głos <em>Torunia</em></span>
        </a>
        <nav aria-label={t('site.mainNavigation')}>
          <ul>
            {sections.map((page) => (
              <li key={page}><a href={address(language, page)}>{t(`site.${page}`)}</a></li>
            ))}
          </ul>
        </nav>
        <div className="side">
          <a href={address(language, 'search')}>{t('site.search')}</a>
          <a href={address(other, 'home')} lang={other} hrefLang={other} data-other-language={other}>{t('site.otherLanguage')}</a>
          <AccountLink href={address(language, 'account')} label={t('site.account')} />
        </div>
      </div>
      <CurrentPage />
    </header>
  )
}
