import type { Metadata } from 'next'
import { ChangesPage } from '@/app/_components/discussion/changes-page'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { getHistory } from '@/lib/discussion/queries/history'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTask } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; code: string; comment: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('writing.history.title')}, ${code} – ${t('site.name')}` }
}

export default async function TaskCommentHistory({ params }: Props) {
  const { language, code, comment } = await params
  const viewer = await currentViewer()
  const task = isUuid(comment) ? await getTask(viewer, language, code) : null
  const history = task && (await getHistory(viewer, task.threadId, comment))
  if (!history) nothingHere()
  return <ChangesPage title={`${task.code} ${task.title.text}`} history={history} place={taskPlace(language, task)} language={language} />
}
