import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Viewer } from '@/lib/person'
import { listOwnReporting } from '@/lib/results/queries'
import { ReportStanding } from './standing'

/** The tasks of the viewer's organisations that are to be reported, each with its day; nothing where there are none. */
export async function OwnReports({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const reports = await listOwnReporting(viewer)
  if (!reports.length) return null
  return (
    <section className="section-head stack">
      <h2>{t('results.own.heading')}</h2>
      <ul className="list">
        {reports.map(({ id, title, organisation, reporting }) => (
          <li key={id}>
            <a href={address(language, 'resultReport', { id })} lang="pl">{title}</a>
            <p className="meta">{organisation}</p>
            <ReportStanding reporting={reporting} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}
