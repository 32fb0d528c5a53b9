import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentViewer } from '@/lib/accounts/session'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getReportStatus } from '@/lib/moderation/queries/report-status'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ numer?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.status.find')} – ${t('site.name')}` }
}

/** Asks for the number of a report, and leads to how it stands. */
export default async function FindReport({ params, searchParams }: Props) {
  const { language } = await params
  const typed = ([(await searchParams).numer].flat()[0] ?? '').slice(0, 100)
  const report = typed ? await getReportStatus(await currentViewer(), typed) : null
  if (report) redirect(address(language, 'reportStatus', { number: report.number }))
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{t('moderation.status.find')}</h1>
      <p className="lead">{t('moderation.status.findLead')}</p>
      {typed && <div className="notice" role="status"><p>{t('moderation.status.none')}</p></div>}
      <form className="form" action={address(language, 'findReport')}>
        <div className="ds-field" data-width="middle">
          <label className="ds-label" htmlFor="numer">{t('moderation.status.field')}</label>
          <input className="ds-input" id="numer" name="numer" defaultValue={typed} maxLength={100} autoComplete="off" autoCapitalize="characters" />
        </div>
        <p><button className="ds-button">{t('moderation.status.look')}</button></p>
      </form>
    </div>
  )
}
