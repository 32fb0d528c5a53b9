import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { WholeReport } from '@/app/_components/results/whole-report'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { acceptReportAction, returnReportAction } from '@/lib/results/actions'
import { getReportForDesk } from '@/lib/results/queries'
import { mayAcceptReport } from '@/lib/results/rules'

type Props = { params: Promise<{ language: Language; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('results.title')} – ${t('site.name')}` }
}

/** A report that was sent, as it will look, with the decision about it. */
export default async function DecideOnReport({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'officeReport', { id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const report = await getReportForDesk(viewer, id)
  if (!report) nothingHere()
  const t = translator(language)
  const objection = mayAcceptReport(viewer, report)
  const hidden = { id, seen: report.moves.at(-1)!.id }
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'officeReports')}>{t('results.desk.title')}</a></li></ol>
      </nav>
      <h1 lang="pl">{report.plan.title}</h1>
      <p className="meta">{t('proposal.by')}: <bdi>{report.organisation}</bdi> · {t('results.desk.sent', { date: sayMoment(report.sentAt, language) })} · <a href={address(language, 'proposal', { slug: report.slug })}>{t('proposal.seePublished')}</a></p>
      <div className="listed">
        <section className="preview"><h2 className="meta">{t('results.title')}</h2><WholeReport plan={report.plan} content={report.content} language={language} level="h3" /></section>
        <aside className="stack">
          <section className="panel stack" id="decyzja" aria-labelledby="decyzja-naglowek">
            <h2 id="decyzja-naglowek">{t('results.desk.decision')}</h2>
            {objection && <p>{t(objection.key, objection.values)}</p>}
            {!objection && (
              <>
                <Form action={acceptReportAction} language={language} from={here} hidden={hidden}>
                  <p>{t('results.desk.acceptLead')}</p>
                  <p><Submit>{t('results.desk.accept')}</Submit></p>
                </Form>
                <Form className="stack" action={returnReportAction} language={language} from={here} hidden={hidden}>
                  <Field name="reason" rows={4} label={t('results.desk.returnReason')} hint={t('results.desk.returnHint')} required />
                  <p><Submit variant="secondary">{t('results.desk.return')}</Submit></p>
                </Form>
              </>
            )}
            <p><a href={address(language, 'officeReports')}>{t('results.desk.back')}</a></p>
          </section>
        </aside>
      </div>
    </div>
  )
}
