import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AnswerForm } from '@/app/_components/discussion/answer-form'
import { commentWords } from '@/app/_components/discussion/words'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { listUnanswered } from '@/lib/discussion/queries/unanswered'
import { getThread } from '@/lib/discussion/queries/threads'
import { canAnswerOfficially } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getTask } from '@/lib/strategy/queries'

type Props = { params: Promise<{ language: Language; code: string }> }
type Waiting = Awaited<ReturnType<typeof listUnanswered>>['questions'][number]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  const t = translator(language)
  return { title: `${t('writing.official.title')}, ${code} – ${t('site.name')}` }
}

/** For officials: what waits for the office in a task's discussion, and one answer to as much of it as one likes. */
export default async function AnswerTask({ params }: Props) {
  const { language, code } = await params
  const here = address(language, 'answerTask', { code })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const task = viewer.roles.includes('official') ? await getTask(viewer, language, code) : null
  const [waiting, thread] = task ? await Promise.all([listUnanswered(viewer, task.threadId), getThread(viewer, task.threadId)]) : []
  if (!task || !waiting || !thread) nothingHere()
  const t = translator(language)
  const place = taskPlace(language, task)
  const objection = canAnswerOfficially(viewer, { ...thread, allThere: true })
  const optionOf = ({ id, body, agrees, name, postedAt }: Waiting) => ({
    id,
    body,
    meta: [t('writing.official.from', { name: name ?? t('comment.removedAuthor'), date: sayDay(postedAt, language) }), t('writing.official.agrees', { count: agrees })].filter(Boolean).join(' · '),
  })
  const groups = [
    { legend: t('writing.official.questions'), options: waiting.questions.map(optionOf), empty: t('writing.official.none') },
    ...(waiting.agreed.length ? [{ legend: t('writing.official.agreed'), options: waiting.agreed.map(optionOf), empty: '' }] : []),
  ]
  const words = commentWords(language)
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={place.page} lang={task.title.lang}>{task.code} {task.title.text}</a></li></ol>
      </nav>
      <h1>{t('writing.official.title')}</h1>
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!objection && (
        <>
          <p className="lead">{t('writing.official.lead')}</p>
          <AnswerForm
            threadId={task.threadId}
            formKey={randomUUID()}
            language={language}
            from={here}
            groups={groups}
            words={words}
            own={{
              field: t('writing.official.field'),
              hint: t('writing.official.hint'),
              send: t('writing.official.send'),
              problems: { ...words.problems, 'writing.problem.chooseAnswered': t('writing.problem.chooseAnswered'), 'writing.problem.fewerAnswered': t('writing.problem.fewerAnswered') },
            }}
          />
        </>
      )}
    </div>
  )
}
