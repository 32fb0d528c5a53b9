import type { Metadata } from 'next'
import { connection } from 'next/server'
import { OlderPage } from '@/app/_components/discussion/older-page'
import { proposalPlace } from '@/app/_components/proposals/place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { listBranches } from '@/lib/discussion/queries/branches'
import { getThread } from '@/lib/discussion/queries/threads'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'

type Props = { params: Promise<{ language: Language; slug: string; cursor: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('comment.older')} – ${t('site.name')}` }
}

export default async function OlderProposalComments({ params }: Props) {
  await connection()
  const { language, slug, cursor } = await params
  const proposal = isUuid(cursor) ? await getPublished(null, slug) : null
  const [page, thread] = proposal ? await Promise.all([listBranches(null, proposal.threadId, cursor), getThread(null, proposal.threadId)]) : []
  if (!proposal || !page?.branches.length || !thread) nothingHere()
  return <OlderPage title={proposal.content.title} {...page} state={thread} place={proposalPlace(language, proposal)} language={language} />
}
