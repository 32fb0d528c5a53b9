import '@/app/_look/look.css'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Footer } from './footer'
import { Header } from './header'

/** The whole document around a page, the same for kept and fresh ones. */
export function Document({ language, children }: { language: Language; children: ReactNode }) {
  const t = translator(language)
  return (
    <html lang={language} data-color-scheme="auto">
      <body data-color="brick">
        <a className="ds-skip-link" href="#content">{t('site.skip')}</a>
        {env.isDemo && <p className="demo-note">{t('site.demo')}</p>}
        <Header language={language} />
        <main id="content" tabIndex={-1}>{children}</main>
        <Footer language={language} />
      </body>
    </html>
  )
}
