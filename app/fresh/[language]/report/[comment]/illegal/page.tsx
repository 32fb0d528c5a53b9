import type { Metadata } from 'next'
import { HelpNow } from '@/app/_components/moderation/help-now'
import { NoticeForm } from '@/app/_components/moderation/notice-form'
import { QuotedComment } from '@/app/_components/moderation/quoted-comment'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getReportable, getSubjects } from '@/lib/moderation/queries/reporting'
import { canReportOpenly } from '@/lib/moderation/reporting'

type Props = { params: Promise<{ language: Language; comment: string }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.notice.title')} – ${t('site.name')}` }
}

/** The fuller form for what is illegal (DSA art. 16), with the comment and the wording that it is about. */
export default async function ReportIllegal({ params, searchParams }: Props) {
  const { language, comment: id } = await params
  const asked = ownAddress((await searchParams).powrot)
  const viewer = await currentViewer()
  const comment = isUuid(id) ? await getReportable(viewer, id) : null
  if (!comment) nothingHere()
  const t = translator(language)
  const subject = (await getSubjects(viewer, language, [comment.threadId])).get(comment.threadId)
  const back = asked ?? subject?.comment(id) ?? address(language, 'home')
  const here = withQuery(address(language, 'reportIllegal', { comment: id }), { powrot: back })
  const objection = canReportOpenly(viewer, comment)
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={back} lang={subject?.lang}>{subject?.title ?? t('moderation.report.back')}</a></li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem 0' }}>{t('moderation.notice.title')}</h1>
      <p className="lead">{t('moderation.notice.lead')}</p>
      <section aria-label={t('moderation.report.comment')}><QuotedComment comment={comment} language={language} /></section>
      {objection ? <div className="notice"><p>{t(objection.key)}</p></div> : (
        <>
          <HelpNow language={language} />
          <NoticeForm commentId={id} revision={comment.revision} language={language} from={here} comesBackTo={here} />
        </>
      )}
    </div>
  )
}
