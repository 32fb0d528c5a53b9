import type { Metadata } from 'next'
import { connection } from 'next/server'
import { OlderPage } from '@/app/_components/discussion/older-page'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { listBranches } from '@/lib/discussion/queries/branches'
import { getThread } from '@/lib/discussion/queries/threads'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTask } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; code: string; cursor: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('comment.older')}, ${code} – ${t('site.name')}` }
}

export default async function OlderTaskComments({ params }: Props) {
  await connection()
  const { language, code, cursor } = await params
  const task = isUuid(cursor) ? await getTask(null, language, code) : null
  const [page, thread] = task ? await Promise.all([listBranches(null, task.threadId, cursor), getThread(null, task.threadId)]) : []
  if (!task || !page?.branches.length || !thread) nothingHere()
  return <OlderPage title={`${task.code} ${task.title.text}`} {...page} state={thread} place={taskPlace(language, task)} language={language} />
}
