import type { Metadata } from 'next'
import { BranchPage } from '@/app/_components/discussion/branch-page'
import { proposalPlace } from '@/app/_components/proposals/place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { getBranch } from '@/lib/discussion/queries/branch'
import { getOwnMarks } from '@/lib/discussion/queries/own'
import { getThread } from '@/lib/discussion/queries/threads'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'

type Props = { params: Promise<{ language: Language; slug: string; comment: string }>; searchParams: Promise<{ po?: string; odmowa?: string; minuty?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('comment.branchHeading')} – ${t('site.name')}` }
}

export default async function ProposalComment({ params, searchParams }: Props) {
  const { language, slug, comment } = await params
  const { po, odmowa, minuty } = await searchParams
  const viewer = await currentViewer()
  const proposal = isUuid(comment) ? await getPublished(viewer, slug) : null
  const [found, thread, marks] = proposal ? await Promise.all([getBranch(viewer, proposal.threadId, comment, isUuid(po) ? po : undefined), getThread(viewer, proposal.threadId), getOwnMarks(viewer, proposal.threadId)]) : []
  if (!proposal || !found || !thread || !marks) nothingHere()
  return <BranchPage title={proposal.content.title} lang={'pl'} found={found} marks={marks} refused={typeof odmowa === 'string' ? { key: odmowa, minutes: minuty } : undefined} state={thread} place={proposalPlace(language, proposal)} language={language} viewer={viewer} />
}
