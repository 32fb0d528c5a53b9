import type { Metadata } from 'next'
import { Report } from '@/app/_components/moderation/report'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getReportable } from '@/lib/moderation/queries/reporting'
import { getSubjects } from '@/lib/moderation/queries/reporting'

type Props = { params: Promise<{ language: Language; comment: string }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.report.title')} – ${t('site.name')}` }
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { language, comment: id } = await params
  const asked = ownAddress((await searchParams).powrot)
  const viewer = await currentViewer()
  const comment = isUuid(id) ? await getReportable(viewer, id) : null
  if (!comment) nothingHere()
  const t = translator(language)
  const subject = (await getSubjects(viewer, language, [comment.threadId])).get(comment.threadId)
  const back = asked ?? subject?.comment(id) ?? address(language, 'home')
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={back} lang={subject?.lang}>{subject?.title ?? t('moderation.report.back')}</a></li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem 0' }}>{t('moderation.report.title')}</h1>
      <p className="lead">{t('moderation.report.lead')}</p>
      <Report commentId={id} viewer={viewer} language={language} from={withQuery(address(language, 'report', { comment: id }), { powrot: back })} />
    </div>
  )
}
