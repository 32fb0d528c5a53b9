import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Body } from '@/app/_components/discussion/body'
import { ReportForm } from '@/app/_components/results/report-form'
import { ReportStanding } from '@/app/_components/results/standing'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { FormState } from '@/lib/refusal'
import { getReport } from '@/lib/results/queries'
import { readReport } from '@/lib/results/reading'
import { mayWriteReport } from '@/lib/results/rules'

type Props = { params: Promise<{ language: Language; id: string }>; searchParams: Promise<{ popraw?: string; zapisano?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('results.title')} – ${t('site.name')}` }
}

/** The form of a report; once it was sent, the page that says where it stands. */
export default async function WriteReport({ params, searchParams }: Props) {
  const { language, id } = await params
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: address(language, 'resultReport', { id }) }))
  const report = await getReport(viewer, id)
  if (!report) nothingHere()
  if (report.state !== 'inProgress') redirect(address(language, 'resultReportCheck', { id }))
  const t = translator(language)
  const { popraw, zapisano } = await searchParams
  const objection = mayWriteReport(viewer, report)
  const mend = report.lastMove?.move === 'mend' ? report.lastMove.reason : null
  return (
    <div className="wrap page">
      <p className="meta"><a href={address(language, 'proposal', { slug: report.slug })}>{report.plan.title}</a> · {t('proposal.inName', { organisation: report.organisation })}{report.savedAt && ` · ${t('results.form.savedAt', { date: sayMoment(report.savedAt, language) })}`}</p>
      <h1>{t('results.title')}</h1>
      <p className="lead">{t('results.form.lead')}</p>
      <ReportStanding reporting={report.reporting} language={language} />
      <p className="meta">{t('results.rule')} {t('results.form.noNames')}</p>
      {mend && <div className="notice standing"><p><b>{t('results.check.mend')}</b></p><Body text={mend} /></div>}
      <div id="zapisano">
        {report.conflicts.length > 0 && <div className="notice" role="status"><p>{t('results.form.conflictsLead')}</p></div>}
        {zapisano !== undefined && report.conflicts.length === 0 && <div className="ds-alert" data-color="success" role="status"><p>{t('results.form.saved')}</p></div>}
      </div>
      {objection ? <div className="notice"><p>{t(objection.key, objection.values)}</p></div> : <ReportForm report={report} refused={popraw === undefined ? undefined : problemsIn(report, language)} language={language} />}
    </div>
  )
}

/** What is wrong, as the form would say it. */
function problemsIn({ draft, plan }: { draft: Parameters<typeof readReport>[0]; plan: Parameters<typeof readReport>[1] }, language: Language): FormState | undefined {
  const t = translator(language)
  const { problems } = readReport(draft, plan)
  return problems && { message: t('objection.checkTheForm'), fields: Object.fromEntries(Object.entries(problems).map(([path, said]) => [path, said.map(({ key, values }) => t(key, values))])) }
}
