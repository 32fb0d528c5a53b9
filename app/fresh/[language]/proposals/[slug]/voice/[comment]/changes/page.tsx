import type { Metadata } from 'next'
import { ChangesPage } from '@/app/_components/discussion/changes-page'
import { proposalPlace } from '@/app/_components/proposals/place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { getHistory } from '@/lib/discussion/queries/history'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'

type Props = { params: Promise<{ language: Language; slug: string; comment: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('writing.history.title')} – ${t('site.name')}` }
}

export default async function ProposalCommentHistory({ params }: Props) {
  const { language, slug, comment } = await params
  const viewer = await currentViewer()
  const proposal = isUuid(comment) ? await getPublished(viewer, slug) : null
  const history = proposal && (await getHistory(viewer, proposal.threadId, comment))
  if (!history) nothingHere()
  return <ChangesPage title={proposal.content.title} history={history} place={proposalPlace(language, proposal)} language={language} />
}
