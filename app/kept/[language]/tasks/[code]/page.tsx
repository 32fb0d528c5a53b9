import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { Thread } from '@/app/_components/discussion/thread'
import { PromiseBars, PromiseKey } from '@/app/_components/results/promises'
import { pageMetadata } from '@/app/_components/site/metadata'
import { ShareButton } from '@/app/_components/site/share-button'
import { ViewerProvider } from '@/app/_components/site/viewer'
import { TaskHead, TaskNeighbours } from '@/app/_components/strategy/task-head'
import { taskPlace } from '@/app/_components/strategy/task-place'
import { Vote } from '@/app/_components/voting/vote'
import { languageIn } from '@/app/kept/language'
import { keepNoLongerThan, keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { listBranches } from '@/lib/discussion/queries/branches'
import { getThread } from '@/lib/discussion/queries/threads'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listForTask } from '@/lib/proposals/queries/published'
import { remembered } from '@/lib/remember'
import { listPublishedReports } from '@/lib/results/queries'
import { getTask } from '@/lib/strategy/queries'
import { taskCode } from '@/lib/strategy/rules'
import { tag } from '@/lib/tags'
import { listQuestions } from '@/lib/voting/queries'
import { nextChangeOf } from '@/lib/voting/rules'

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
  const { task, thread, main, further, page, proposals, reports, formKey } = shown
  const t = translator(language)
  const place = taskPlace(language, task)
  return (
    <ViewerProvider thread={task.threadId} questions={[task.questionId, ...further.map(({ question }) => question.id)]}>
      <div className="wrap task">
        <div className="cols">
          <TaskHead task={task} language={language} />
          <aside>
            <Vote {...main} language={language} from={place.page} />
            {further.length > 0 && (
              <section className="city-questions">
                <h2>{t('vote.cityQuestions')}</h2>
                {further.map((asked) => <Vote key={asked.question.id} {...asked} language={language} from={place.page} />)}
              </section>
            )}
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
          {reports.length > 0 && (
            <section className="talk kept-promises" aria-labelledby="obietnice">
              <h2 id="obietnice">{t('results.keptOfTask')}</h2>
              <PromiseKey language={language} />
              {reports.map(({ slug, title, organisation, promises }) => (
                <article key={slug}>
                  <h3 lang="pl"><a href={address(language, 'proposalResults', { slug })}>{title}</a></h3>
                  <p className="meta"><bdi>{organisation}</bdi></p>
                  <PromiseBars promises={promises} language={language} />
                </article>
              ))}
              <p><a href={`/api/v1/outcomes?task=${task.code}&format=csv`}>{t('results.csv')}</a></p>
            </section>
          )}
          <section className="talk" aria-labelledby="komentarze">
            <Thread formKey={formKey} state={thread} page={page} place={place} language={language} />
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
  const task = await remembered(`task ${language} ${code}`, [tag.strategy], () => getTask(null, language, code))
  if (!task) return null
  cacheTag(tag.thread(task.threadId), ...[task.questionId, ...task.questionIds].map(tag.question))
  const [thread, asked, page, proposals, reports] = await Promise.all([
    getThread(null, task.threadId),
    listQuestions(null, [task.questionId, ...task.questionIds]),
    listBranches(null, task.threadId),
    remembered(`proposals of ${task.id}`, [tag.proposals, tag.organisations, tag.strategy], () => listForTask(null, task.id)),
    remembered(`reports of ${task.id}`, [tag.proposals, tag.organisations], async () => (await listPublishedReports(null, { taskId: task.id })).map(({ slug, plan, organisation, promises }) => ({ slug, title: plan.title, organisation, promises }))),
  ])
  keepNoLongerThan(thread!.closesAt, ...asked.map(({ question }) => nextChangeOf(question)))
  return { task, thread: thread!, main: asked.find(({ question }) => question.id === task.questionId)!, further: asked.filter(({ question }) => question.id !== task.questionId), page, proposals, reports, formKey: randomUUID() }
}
