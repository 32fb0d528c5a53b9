import type { Metadata } from 'next'
import { Body } from '@/app/_components/discussion/body'
import { pageMetadata } from '@/app/_components/site/metadata'
import { TaskTiles } from '@/app/_components/strategy/task-tiles'
import { TitleText } from '@/app/_components/strategy/title'
import { languageIn } from '@/app/kept/language'
import { keptStrategy } from '@/app/kept/strategy'
import { keepForAMinute } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { listNewest } from '@/lib/discussion/queries/voices'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'home', (t) => t('home.title'))

/** The home page is the strategy itself: what the city means to do, and how much voice each task has. */
export default async function Home({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const strategy = await keptStrategy(language)
  const newest = await keptNewest(strategy.tasks.map(({ threadId }) => threadId))
  const taskOf = new Map(strategy.tasks.map((task) => [task.threadId, task]))
  return (
    <>
      <section className="hero">
        <div className="wrap">
          <p className="eyebrow">{t('home.eyebrow')}</p>
          <h1>{t('home.heading', { count: strategy.tasks.filter(({ withdrawnAt }) => !withdrawnAt).length })}<br />{t('home.headingVoice')}</h1>
          <p className="lead">{t('home.lead')}</p>
          <form action={address(language, 'search')} role="search" className="find">
            <div className="ds-field">
              <label className="ds-label" htmlFor="q">{t('home.find')}</label>
              <input className="ds-input" id="q" name="q" type="search" />
            </div>
            <button className="ds-button">{t('site.search')}</button>
          </form>
          <p className="acts">
            <a className="ds-button" data-variant="secondary" href={address(language, 'tasks')}>{t('home.seeTasks')}</a>
            <a className="ds-button" data-variant="tertiary" href={address(language, 'howItWorks')}>{t('home.how')}</a>
          </p>
        </div>
      </section>
      <div className="wrap">
        {strategy.areas.map((area) =>
          area.strategicGoals.map((strategic) =>
            strategic.goals.map((goal) => (
              <section key={goal.code}>
                <div className="section-head">
                  <h2>{goal.code} <TitleText title={goal.title} language={language} /></h2>
                  <p><TitleText title={area.title} language={language} /> · {t('task.strategicGoal', { code: strategic.code, title: strategic.title.text })}</p>
                </div>
                <TaskTiles tasks={goal.tasks} language={language} />
              </section>
            )),
          ),
        )}
        <section style={{ marginBlockEnd: '4rem' }}>
          <div className="section-head">
            <h2>{t('home.newest')}</h2>
            <p>{t('home.newestLead')}</p>
          </div>
          {newest.length === 0 && <p className="empty">{t('home.nothingNew')}</p>}
          <ol className="list">
            {newest.map((comment) => {
              const task = taskOf.get(comment.threadId)!
              return (
                <li key={comment.id} className="comment">
                  <p className="meta">
                    <bdi>{comment.organisation?.name ?? comment.author ?? t('comment.removedAuthor')}</bdi>
                    {' · '}
                    <a href={`${address(language, 'taskComment', { code: task.code, comment: comment.id })}#glos-${comment.id}`}>{t('home.about', { code: task.code })}</a>
                    {' · '}
                    <time dateTime={comment.postedAt.toISOString()}>{sayMoment(comment.postedAt, language)}</time>
                  </p>
                  <Body text={excerpt(comment.body!)} />
                </li>
              )
            })}
          </ol>
        </section>
      </div>
    </>
  )
}

async function keptNewest(threadIds: string[]) {
  'use cache'
  keepForAMinute(tag.names)
  return listNewest(null, threadIds, 6)
}

const excerpt = (text: string) => (text.length > 280 ? `${text.slice(0, text.lastIndexOf(' ', 280))}…` : text)
