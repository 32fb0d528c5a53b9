import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EditPage } from '@/app/_components/discussion/edit-page'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { getOwnComment } from '@/lib/discussion/queries/own'
import { getThread } from '@/lib/discussion/queries/threads'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTask } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; code: string; comment: string }>; searchParams: Promise<{ wycofaj?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('writing.edit.title')}, ${code} – ${t('site.name')}` }
}

export default async function EditTaskComment({ params, searchParams }: Props) {
  const { language, code, comment: id } = await params
  const { wycofaj } = await searchParams
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: address(language, 'editTaskComment', { code, comment: id }) }))
  const task = isUuid(id) ? await getTask(viewer, language, code) : null
  const [comment, thread] = task ? await Promise.all([getOwnComment(viewer, task.threadId, id), getThread(viewer, task.threadId)]) : []
  if (!task || !comment || !thread) nothingHere()
  return <EditPage title={`${task.code} ${task.title.text}`} comment={comment} state={thread} asks={!!wycofaj} place={taskPlace(language, task)} language={language} viewer={viewer} />
}
