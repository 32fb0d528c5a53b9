import type { Metadata } from 'next'
import { HelpNow } from '@/app/_components/moderation/help-now'
import { NoticeForm } from '@/app/_components/moderation/notice-form'
import { Reported } from '@/app/_components/moderation/reported'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getReportable } from '@/lib/moderation/queries/reporting'
import { canReportOpenly } from '@/lib/moderation/reporting'
import { placeOf } from '../place'

type Props = { params: Promise<{ language: Language; content: string }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.notice.title')} – ${t('site.name')}` }
}

/** The fuller form for what is illegal (DSA art. 16), with what it is about and the wording that was seen. */
export default async function ReportIllegal({ params, searchParams }: Props) {
  const { language, content: id } = await params
  const asked = ownAddress((await searchParams).powrot)
  const viewer = await currentViewer()
  const content = isUuid(id) ? await getReportable(viewer, id) : null
  if (!content) nothingHere()
  const t = translator(language)
  const place = await placeOf(content, viewer, language)
  const back = asked ?? place?.address ?? address(language, 'home')
  const here = withQuery(address(language, 'reportIllegal', { content: id }), { powrot: back })
  const objection = canReportOpenly(viewer, content)
  const { about } = content
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={back} lang={place?.lang}>{place?.title ?? t('moderation.report.back', { about })}</a></li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem 0' }}>{t('moderation.notice.title')}</h1>
      <p className="lead">{t('moderation.notice.lead', { about })}</p>
      <Reported content={content} language={language} />
      {objection ? <div className="notice"><p>{t(objection.key)}</p></div> : (
        <>
          <HelpNow language={language} />
          <NoticeForm content={content} revision={content.revision} language={language} from={here} comesBackTo={here} />
        </>
      )}
    </div>
  )
}
