import type { Metadata } from 'next'
import { ConversationPage } from '@/app/_components/discussion/conversation-page'
import { proposalPlace } from '@/app/_components/proposals/place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { listBranches, nothingFound } from '@/lib/discussion/queries/branches'
import { getThread } from '@/lib/discussion/queries/threads'
import { viewOf } from '@/lib/discussion/views'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'
import { matchingWords } from '@/lib/search/comments'

type Props = { params: Promise<{ language: Language; slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const t = translator(language)
  return { title: `${t('comment.whole')}, ${slug} – ${t('site.name')}` }
}

/** The whole conversation about a proposal, in the order and choice that its address asks for. */
export default async function ProposalConversation({ params, searchParams }: Props) {
  const { view, turned } = viewOf(await searchParams)
  const { language, slug } = await params
  const proposal = await getPublished(null, slug)
  if (!proposal) nothingHere()
  const matching = view.words ? await matchingWords(null, view.words) : undefined
  const [page, thread] = await Promise.all([
    matching === null ? nothingFound : listBranches(null, proposal.threadId, view, turned, matching),
    getThread(null, proposal.threadId),
  ])
  return <ConversationPage title={proposal.content.title} lang={'pl'} page={page} view={view} turned={turned} state={thread!} place={proposalPlace(language, proposal)} language={language} />
}
