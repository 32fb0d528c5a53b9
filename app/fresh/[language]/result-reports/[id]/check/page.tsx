import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Form, Submit } from '@/app/_components/form'
import { sayReportPath } from '@/app/_components/results/said-paths'
import { ReportStanding } from '@/app/_components/results/standing'
import { WholeReport } from '@/app/_components/results/whole-report'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { sendReportAction } from '@/lib/results/actions'
import { getReport } from '@/lib/results/queries'
import { readReport } from '@/lib/results/reading'
import { mayWriteReport } from '@/lib/results/rules'

type Props = { params: Promise<{ language: Language; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('results.check.title')} – ${t('site.name')}` }
}

/** What is still missing, in words; once nothing is, the whole to read and the button to send it; afterwards where it stands. */
export default async function CheckReport({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'resultReportCheck', { id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const report = await getReport(viewer, id)
  if (!report) nothingHere()
  const t = translator(language)
  const { plan, slug, lastMove } = report
  const sent = report.state !== 'inProgress'
  const objection = sent ? null : mayWriteReport(viewer, report)
  const { content, problems } = sent ? { content: report.content, problems: undefined } : readReport(report.draft, plan)
  const write = address(language, 'resultReport', { id })
  return (
    <div className="wrap page">
      <p className="meta"><a href={address(language, 'proposal', { slug })}>{plan.title}</a> · {t('proposal.inName', { organisation: report.organisation })}</p>
      <h1>{t(sent ? 'results.title' : 'results.check.title')}</h1>
      {sent && (
        <section className="notice standing" id="stan">
          <p><b>{report.state === 'completed' ? t('results.check.public') : t('results.check.sent', { date: lastMove ? sayMoment(lastMove.at, language) : '' })}</b></p>
          {report.state === 'completed' && <p><a className="ds-button" href={address(language, 'proposalResults', { slug })}>{t('results.whole')}</a></p>}
        </section>
      )}
      {!sent && <ReportStanding reporting={report.reporting} language={language} />}
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!sent && report.conflicts.length > 0 && <div className="notice"><p>{t('results.objection.conflicts')}</p></div>}
      {problems && (
        <>
          <p className="lead">{t('results.check.notYet')}</p>
          <ul className="missing">
            {Object.entries(problems).map(([path, said]) => <li key={path}><b lang="pl">{sayReportPath(path, plan, t)}</b>: {said.map(({ key, values }) => t(key, values)).join(' ')}</li>)}
          </ul>
          <p><a className="ds-button" href={withQuery(write, { popraw: '1' })}>{t('results.check.change')}</a></p>
        </>
      )}
      {content && !sent && <p className="lead">{t('results.check.ready')}</p>}
      {content && <section className="preview"><h2>{plan.title}</h2><WholeReport plan={plan} content={content} language={language} level="h3" /></section>}
      {content && !sent && !objection && (
        <Form action={sendReportAction} language={language} from={here} hidden={{ id }}>
          <p>{t('results.check.afterwards')}</p>
          <p className="acts">
            <Submit>{t('results.check.send')}</Submit>
            <a className="ds-button" data-variant="secondary" href={write}>{t('results.check.change')}</a>
          </p>
        </Form>
      )}
    </div>
  )
}
