import type { Metadata } from 'next'
import { Report } from '@/app/_components/moderation/report'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getReportable } from '@/lib/moderation/queries/reporting'
import { placeOf } from './place'

type Props = { params: Promise<{ language: Language; content: string }>; searchParams: Promise<{ powrot?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, content: id } = await params
  const content = isUuid(id) ? await getReportable(null, id) : null
  const t = translator(language)
  return { title: `${t('moderation.report.title', { about: content?.about ?? 'comment' })} – ${t('site.name')}` }
}

/** Reports a comment, a proposal or an organisation's profile, with an account or without. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { language, content: id } = await params
  const asked = ownAddress((await searchParams).powrot)
  const viewer = await currentViewer()
  const content = isUuid(id) ? await getReportable(viewer, id) : null
  if (!content) nothingHere()
  const t = translator(language)
  const place = await placeOf(content, viewer, language)
  const back = asked ?? place?.address ?? address(language, 'home')
  const { about } = content
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={back} lang={place?.lang}>{place?.title ?? t('moderation.report.back', { about })}</a></li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem 0' }}>{t('moderation.report.title', { about })}</h1>
      <p className="lead">{t('moderation.report.lead')}</p>
      <Report contentId={id} viewer={viewer} language={language} from={withQuery(address(language, 'report', { content: id }), { powrot: back })} />
    </div>
  )
}
