import type { Metadata } from 'next'
import { AppealForm } from '@/app/_components/moderation/appeal-form'
import { AppealState } from '@/app/_components/moderation/appeal-state'
import { ReportSteps } from '@/app/_components/moderation/report-steps'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { appealAsReporterAction } from '@/lib/moderation/actions'
import { whyFinal } from '@/lib/moderation/appealing'
import { getReportStatus } from '@/lib/moderation/queries/report-status'
import { sayKindOf } from '@/lib/moderation/say-kind'

type Props = { params: Promise<{ language: Language; number: string }>; searchParams: Promise<{ powrot?: string; nowe?: string }> }

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t((await searchParams).nowe ? 'moderation.report.sentTitle' : 'moderation.status.title')} – ${t('site.name')}`, robots: { index: false } }
}

/** How a report stands, by its number: the receipt when it has just been sent, later the outcome and the way to contest it. */
export default async function ReportStatus({ params, searchParams }: Props) {
  const { language, number: typed } = await params
  const { powrot, nowe } = await searchParams
  const report = await getReportStatus(await currentViewer(), decodeURIComponent(typed))
  if (!report) nothingHere()
  const { number, at, urgent, about, decision, appeal } = report
  const t = translator(language)
  const back = ownAddress(powrot)
  const here = address(language, 'reportStatus', { number })
  return (
    <div className="wrap page narrow stack">
      <h1>{t(nowe ? 'moderation.report.sentTitle' : 'moderation.status.title')}</h1>
      <p className="lead">{t('moderation.status.number')} <b className="number">{number}</b></p>
      <p className="quiet">{t(nowe ? 'moderation.status.keep' : 'moderation.status.sent', { date: sayMoment(at, language) })}</p>
      {urgent && <div className="notice"><p>{t('moderation.status.urgent')}</p></div>}
      <section className="stack" aria-labelledby="stan">
        <h2 id="stan">{t('moderation.status.now')}</h2>
        {!decision && <p>{t('moderation.status.waiting', { about })}</p>}
        {decision && (
          <>
            <p><b>{t(decision.kind === 'keep' ? 'moderation.status.kept' : 'moderation.status.acted', { about, kind: sayKindOf(about, decision.kind, language) })}</b> <time dateTime={decision.at.toISOString()}>{sayMoment(decision.at, language)}</time></p>
            {decision.kind === 'keep' ? <p className="said"><bdi>{decision.sentence}</bdi></p> : decision.ground !== 'none' && <p>{t('statement.ground', { ground: t(`ground.${decision.ground}`) })}</p>}
          </>
        )}
        {appeal && <AppealState appeal={appeal} language={language} />}
      </section>
      {decision?.kind === 'keep' && !appeal && !whyFinal(decision) && <AppealForm action={appealAsReporterAction} hidden={{ number }} language={language} from={here} />}
      {!decision && <ReportSteps about={about} language={language} />}
      {back && <p className="acts"><a className="ds-button" href={back}>{t('moderation.report.back', { about })}</a></p>}
    </div>
  )
}
