import type { Metadata } from 'next'
import { HelpNow } from '@/app/_components/moderation/help-now'
import { NoticeForm } from '@/app/_components/moderation/notice-form'
import { Reported } from '@/app/_components/moderation/reported'
import { address, withQuery } from '@/lib/addresses'
import { translator } from '@/lib/messages'
import { canReportOpenly } from '@/lib/moderation/reporting'
import { BackTo } from '../back-to'
import { toReport, type Props } from '../place'

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.notice.title')} – ${t('site.name')}` }
}

/** The fuller form for what is illegal (DSA art. 16), with what it is about and the wording that was seen. */
export default async function ReportIllegal(props: Props) {
  const { language, viewer, content, back } = await toReport(props)
  const t = translator(language)
  const here = withQuery(address(language, 'reportIllegal', { content: content.id }), { powrot: back.href })
  const objection = canReportOpenly(viewer, content)
  return (
    <div className="wrap page narrow">
      <BackTo {...back} language={language} />
      <h1 style={{ marginBlock: '1rem 0' }}>{t('moderation.notice.title')}</h1>
      <p className="lead">{t('moderation.notice.lead', { about: content.about })}</p>
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
