import type { Metadata } from 'next'
import { ConversationPage } from '@/app/_components/discussion/conversation-page'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { listBranches, nothingFound } from '@/lib/discussion/queries/branches'
import { getThread } from '@/lib/discussion/queries/threads'
import { viewOf } from '@/lib/discussion/views'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { matchingWords } from '@/lib/search/comments'
import { getTask } from '@/lib/strategy/queries'
import { taskCode } from '@/lib/strategy/rules'

type Props = { params: Promise<{ language: Language; code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('comment.whole')}, ${code} – ${t('site.name')}` }
}

/** The whole conversation about a task, in the order and choice that its address asks for. */
export default async function TaskConversation({ params, searchParams }: Props) {
  const { view, turned } = viewOf(await searchParams)
  const { language, code } = await params
  const task = taskCode.test(code) ? await getTask(null, language, code) : null
  if (!task) nothingHere()
  const matching = view.words ? await matchingWords(null, view.words) : undefined
  const [page, thread] = await Promise.all([
    matching === null ? nothingFound : listBranches(null, task.threadId, view, turned, matching),
    getThread(null, task.threadId),
  ])
  return <ConversationPage title={`${task.code} ${task.title.text}`} lang={task.title.lang} page={page} view={view} turned={turned} state={thread!} place={taskPlace(language, task)} language={language} />
}
