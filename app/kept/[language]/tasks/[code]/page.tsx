import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { Thread } from '@/app/_components/discussion/thread'
import { pageMetadata } from '@/app/_components/site/metadata'
import { ShareButton } from '@/app/_components/site/share-button'
import { ViewerProvider } from '@/app/_components/site/viewer'
import { TaskHead, TaskNeighbours } from '@/app/_components/strategy/task-head'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { Vote } from '@/app/_components/voting/vote'
import { languageIn } from '@/app/kept/language'
import { keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { listBranches } from '@/lib/discussion/queries/branches'
import { countComments, getThread } from '@/lib/discussion/queries/threads'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listForTask } from '@/lib/proposals/queries/published'
import { getTask } from '@/lib/strategy/queries'
import { taskCode } from '@/lib/strategy/rules'
import { tag } from '@/lib/tags'
import { getQuestion, getTally } from '@/lib/voting/queries'

type Props = { params: Promise<{ language: Language; code: string }> }

export const generateStaticParams = () => [{ code: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, code } = await params
  if (!taskCode.test(code)) return {}
  const shown = await keptTask(language, code)
  if (!shown) return {}
  return pageMetadata(language, 'task', () => `${code} ${shown.task.title.text}`, { code }, { alternates: { types: { 'application/atom+xml': `/feeds/tasks/${code}.atom` } } })
}

export default async function Task({ params }: Props) {
  const language = await languageIn(params)
  const { code } = await params
  const shown = taskCode.test(code) ? await keptTask(language, code) : null
  if (!shown) notFound()
  const { task, thread, question, tally, page, count, proposals, formKey } = shown
  const t = translator(language)
  const place = taskPlace(language, task)
  return (
    <ViewerProvider thread={task.threadId} question={task.questionId}>
      <div className="wrap task">
        <div className="cols">
          <TaskHead task={task} language={language} />
          <aside>
            <Vote questionId={task.questionId} kind={question.kind} open={question.open} tally={tally} language={language} from={place.page} />
            <div className="rest stack">
              <section className="props">
                <h2>{t('task.proposals')} {proposals.length > 0 && <span className="count">{proposals.length}</span>}</h2>
                {proposals.length === 0 && <p className="quiet">{t('task.noProposals')}</p>}
                <ul>
                  {proposals.map((proposal) => (
                    <li key={proposal.slug}>
                      <a href={address(language, 'proposal', { slug: proposal.slug })}>{proposal.title}</a>
                      <span className="meta" style={{ display: 'block' }}>{proposal.organisation}</span>
                    </li>
                  ))}
                </ul>
                {!task.withdrawnAt && <a className="ds-button" data-variant="secondary" href={`${address(language, 'newProposal')}?zadanie=${task.code}`}>{t('task.propose')}</a>}
              </section>
              <section className="follow">
                <h2>{t('task.follow')}</h2>
                <p><a href={`/feeds/tasks/${task.code}.atom`}>{t('task.feed')}</a></p>
                <ShareButton label={t('task.share')} done={t('task.copied')} title={`${task.code} ${task.title.text}`} />
              </section>
            </div>
          </aside>
          <section className="talk" aria-labelledby="komentarze">
            <Thread formKey={formKey} state={thread} branches={page.branches} next={page.next} count={count} place={place} language={language} />
            <TaskNeighbours task={task} language={language} />
          </section>
        </div>
      </div>
    </ViewerProvider>
  )
}

/** All that the page shows, kept until the task, its thread or its question changes. */
async function keptTask(language: Language, code: string) {
  'use cache'
  keepUntilTouched(tag.strategy, tag.proposals, tag.names)
  const task = await getTask(null, language, code)
  if (!task) return null
  cacheTag(tag.thread(task.threadId), tag.question(task.questionId))
  const [thread, question, tally, page, counts, proposals] = await Promise.all([
    getThread(null, task.threadId),
    getQuestion(null, task.questionId),
    getTally(null, task.questionId),
    listBranches(null, task.threadId),
    countComments(null, [task.threadId]),
    listForTask(null, task.id),
  ])
  return { task, thread: thread!, question: question!, tally, page, count: counts.get(task.threadId)?.comments ?? 0, proposals, formKey: randomUUID() }
}
