import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EditPage } from '@/app/_components/discussion/edit-page'
import { proposalPlace } from '@/app/_components/proposals/place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { getOwnComment } from '@/lib/discussion/queries/own'
import { getThread } from '@/lib/discussion/queries/threads'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'

type Props = { params: Promise<{ language: Language; slug: string; comment: string }>; searchParams: Promise<{ wycofaj?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('writing.edit.title')} – ${t('site.name')}` }
}

export default async function EditProposalComment({ params, searchParams }: Props) {
  const { language, slug, comment: id } = await params
  const { wycofaj } = await searchParams
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: address(language, 'editProposalComment', { slug, comment: id }) }))
  const proposal = isUuid(id) ? await getPublished(viewer, slug) : null
  const [comment, thread] = proposal ? await Promise.all([getOwnComment(viewer, proposal.threadId, id), getThread(viewer, proposal.threadId)]) : []
  if (!proposal || !comment || !thread) nothingHere()
  return <EditPage title={proposal.content.title} comment={comment} state={thread} asks={!!wycofaj} place={proposalPlace(language, proposal)} language={language} viewer={viewer} />
}
