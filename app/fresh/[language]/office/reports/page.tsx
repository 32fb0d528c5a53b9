import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReportStanding } from '@/app/_components/results/standing'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { isCoordinator } from '@/lib/proposals/life-cycle'
import { listReporting } from '@/lib/results/queries'

type Props = { params: Promise<{ language: Language }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('results.desk.title')} – ${t('site.name')}` }
}

/** Reports that wait for whoever accepts them, and tasks in progress by the day their report is due. */
export default async function Reports({ params }: Props) {
  const { language } = await params
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: address(language, 'officeReports') }))
  if (isCoordinator(viewer, null)) nothingHere()
  const t = translator(language)
  const all = await listReporting(viewer)
  const parts = [['waiting', all.filter(({ reporting }) => reporting.stands === 'sent')], ['running', all.filter(({ reporting }) => reporting.stands !== 'sent')]] as const
  return (
    <div className="wrap page narrow-page">
      <h1>{t('results.desk.title')}</h1>
      <p className="lead">{t('results.desk.lead')}</p>
      {parts.map(([part, listed]) => (
        <section key={part} className="section-head">
          <h2>{t(`results.desk.${part}`)} <span className="count">{listed.length}</span></h2>
          {listed.length === 0 && <p className="quiet">{t('results.desk.none')}</p>}
          <ul className="list">
            {listed.map(({ id, slug, title, organisation, reporting }) => (
              <li key={id}>
                <a href={part === 'waiting' ? address(language, 'officeReport', { id }) : address(language, 'proposal', { slug })} lang="pl">{title}</a>
                <p className="meta">{organisation}</p>
                <ReportStanding reporting={reporting} language={language} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
