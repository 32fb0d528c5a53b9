import type { Metadata } from 'next'
import { BranchPage } from '@/app/_components/discussion/branch-page'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { getBranch } from '@/lib/discussion/queries/branch'
import { getOwnMarks } from '@/lib/discussion/queries/own'
import { getThread } from '@/lib/discussion/queries/threads'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTask } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; code: string; comment: string }>; searchParams: Promise<{ po?: string; odmowa?: string; minuty?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('comment.branchHeading')}, ${code} – ${t('site.name')}` }
}

export default async function TaskComment({ params, searchParams }: Props) {
  const { language, code, comment } = await params
  const { po, odmowa, minuty } = await searchParams
  const viewer = await currentViewer()
  const task = isUuid(comment) ? await getTask(viewer, language, code) : null
  const [found, thread, marks] = task ? await Promise.all([getBranch(viewer, task.threadId, comment, isUuid(po) ? po : undefined), getThread(viewer, task.threadId), getOwnMarks(viewer, task.threadId)]) : []
  if (!task || !found || !thread || !marks) nothingHere()
  return <BranchPage title={`${task.code} ${task.title.text}`} lang={task.title.lang} found={found} marks={marks} refused={typeof odmowa === 'string' ? { key: odmowa, minutes: minuty } : undefined} state={thread} place={taskPlace(language, task)} language={language} viewer={viewer} />
}
