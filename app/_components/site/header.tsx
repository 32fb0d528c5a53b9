import { address, type Page } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { AccountLink } from './account-link'
import { CurrentPage } from './current-page'
import { Mark } from './mark'

const sections = ['tasks', 'proposals', 'organisations', 'consultations', 'transparency'] as const satisfies Page[]

/** The same on every page. On a phone the navigation is a popover, which needs no JavaScript. */
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
        <nav id="menu" popover="auto" aria-label={t('site.mainNavigation')}>
          <ul>
            {sections.map((page) => (
              <li key={page}><a href={address(language, page)}>{t(`site.${page}`)}</a></li>
            ))}
            <li className="aside"><a href={address(language, 'search')}>{t('site.search')}</a></li>
            <li><a href={address(other, 'home')} lang={other} hrefLang={other} data-other-language={other}>{t('site.otherLanguage')}</a></li>
          </ul>
        </nav>
        <button className="ds-button menu-button" data-size="sm" data-variant="tertiary" type="button" popoverTarget="menu">{t('site.menu')}</button>
        <AccountLink href={address(language, 'account')} label={t('site.account')} />
      </div>
      <CurrentPage />
    </header>
  )
}
