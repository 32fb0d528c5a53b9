import '@/app/_look/look.css'
import type { Metadata } from 'next'
import { Mark } from '@/app/_components/site/mark'
import { address } from '@/lib/addresses'

export const metadata: Metadata = { title: 'Nie ma takiej strony – Głos Torunia' }

/** Said in both languages, since an unknown address has none. */
export default function NotFound() {
  return (
    <html lang="pl" data-color-scheme="auto">
      <body data-color="brick">
        <header className="top">
          <div className="wrap">
            <a className="mark" href={address('pl', 'home')}><Mark /><span>Głos <em>Torunia</em></span></a>
          </div>
        </header>
        <main className="wrap page">
          <h1>Nie ma takiej strony</h1>
          <p className="lead">Adres mógł się zmienić albo jest w&nbsp;nim literówka.</p>
          <p className="acts">
            <a className="ds-button" href={address('pl', 'tasks')}>Zobacz zadania</a>
            <a className="ds-button" data-variant="secondary" href={address('pl', 'search')}>Szukaj</a>
          </p>
          <section lang="en" style={{ marginBlockStart: '3rem' }}>
            <h2>There is no such page</h2>
            <p>The address may have changed, or it has a typing error. <a href={address('en', 'tasks')}>See the tasks</a>.</p>
          </section>
        </main>
      </body>
    </html>
  )
}
