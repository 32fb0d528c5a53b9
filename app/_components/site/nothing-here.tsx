import { address } from '@/lib/addresses'

/** Said in both languages, since an unknown address has none. */
export function NothingHere() {
  return (
    <div className="wrap page">
      <h1 lang="pl">Nie ma takiej strony</h1>
      <p className="lead" lang="pl">Adres mógł się zmienić albo jest w&nbsp;nim literówka.</p>
      <p className="acts" lang="pl">
        <a className="ds-button" href={address('pl', 'tasks')}>Zobacz zadania</a>
        <a className="ds-button" data-variant="secondary" href={address('pl', 'search')}>Szukaj</a>
      </p>
      <section lang="en" style={{ marginBlockStart: '3rem' }}>
        <h2>There is no such page</h2>
        <p>The address may have changed, or it has a typing error. <a href={address('en', 'tasks')}>See the tasks</a>.</p>
      </section>
    </div>
  )
}
