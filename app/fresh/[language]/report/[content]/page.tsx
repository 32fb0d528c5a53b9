import type { Metadata } from 'next'
import { Report } from '@/app/_components/moderation/report'
import { address, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import { translator } from '@/lib/messages'
import { getReportable } from '@/lib/moderation/queries/reporting'
import { BackTo } from './back-to'
import { toReport, type Props } from './place'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, content: id } = await params
  const content = isUuid(id) ? await getReportable(null, id) : null
  const t = translator(language)
  return { title: `${t('moderation.report.title', { about: content?.about ?? 'comment' })} – ${t('site.name')}` }
}

/** Reports a comment, a proposal or an organisation's profile, with an account or without. */
export default async function ReportPage(props: Props) {
  const { language, viewer, content, back } = await toReport(props)
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <BackTo {...back} language={language} />
      <h1 style={{ marginBlock: '1rem 0' }}>{t('moderation.report.title', { about: content.about })}</h1>
      <p className="lead">{t('moderation.report.lead')}</p>
      <Report contentId={content.id} viewer={viewer} language={language} from={withQuery(address(language, 'report', { content: content.id }), { powrot: back.href })} />
    </div>
  )
}
