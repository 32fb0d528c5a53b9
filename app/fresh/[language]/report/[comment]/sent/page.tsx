import type { Metadata } from 'next'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getReportable } from '@/lib/moderation/queries/reporting'
import { getSubjects } from '@/lib/moderation/queries/reporting'

type Props = { params: Promise<{ language: Language; comment: string }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.report.sentTitle')} – ${t('site.name')}` }
}

/** What happens next to a report, and the way back. */
export default async function Reported({ params, searchParams }: Props) {
  const { language, comment: id } = await params
  const asked = ownAddress((await searchParams).powrot)
  const comment = isUuid(id) ? await getReportable(await currentViewer(), id) : null
  if (!comment) nothingHere()
  const t = translator(language)
  const subject = (await getSubjects(null, language, [comment.threadId])).get(comment.threadId)
  const back = asked ?? subject?.comment(id) ?? address(language, 'home')
  return (
    <div className="wrap page narrow">
      <h1>{t('moderation.report.sentTitle')}</h1>
      <p className="lead">{t('moderation.report.sentLead')}</p>
      <div className="prose">
        <h2>{t('moderation.report.nextTitle')}</h2>
        <ul>
          <li>{t('moderation.report.nextLook')}</li>
          <li>{t('moderation.report.nextHide')}</li>
          <li>{t('moderation.report.nextKeep')}</li>
          <li>{t('moderation.report.nextLedger')} <a href={address(language, 'transparency')}>{t('moderation.report.ledger')}</a></li>
        </ul>
      </div>
      <p className="acts"><a className="ds-button" href={back}>{t('moderation.report.back')}</a></p>
    </div>
  )
}
