import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { getTask } from '@/lib/strategy/queries'
import { TitleText } from './title'

type Task = NonNullable<Awaited<ReturnType<typeof getTask>>>
type Props = { task: Task; language: Language }

const longTitle = 90

/** What a task is, and where it stands in the strategy. */
export function TaskHead({ task, language }: Props) {
  const t = translator(language)
  return (
    <div className="head">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol>
          <li><a href={address(language, 'tasks')}>{t('site.tasks')}</a></li>
          <li><a href={`${address(language, 'tasks')}#cel-${task.goal.code}`}>{task.goal.code} <TitleText title={task.goal.title} language={language} /></a></li>
        </ol>
      </nav>
      <p className="code" style={{ marginBlockStart: '1.4rem' }}>{task.code}</p>
      <h1 className={task.title.text.length > longTitle ? 'long' : undefined}><TitleText title={task.title} language={language} /></h1>
      {task.title.lang !== 'pl' && (
        <p className="adopted">
          {t('task.unofficial')}. {t('task.adopted')}: <span lang="pl">{task.title.adopted}</span>
        </p>
      )}
      {task.withdrawnAt && (
        <div className="notice">
          <p><b>{t('task.withdrawn')}.</b> {t('task.withdrawnLead', { date: sayDay(task.withdrawnAt, language) })}</p>
        </div>
      )}
      {task.earlierTitles.map(({ title, until }) => (
        <p key={until.toISOString()} className="adopted">{t('task.earlierTitle', { date: sayDay(until, language), title })}</p>
      ))}
      <dl className="place">
        <dt>{t('task.area')}</dt>
        <dd><TitleText title={task.area} language={language} /></dd>
        <dt>{t('task.strategicGoal', { code: task.strategicGoal.code, title: '' }).replace(/: $/, '')}</dt>
        <dd><TitleText title={task.strategicGoal.title} language={language} /></dd>
        <dt>{t('task.goal')} {task.goal.code}</dt>
        <dd><TitleText title={task.goal.title} language={language} /></dd>
      </dl>
    </div>
  )
}

/** The ways to the task before and the task after. */
export function TaskNeighbours({ task, language }: Props) {
  const t = translator(language)
  return (
    <nav className="neighbours" aria-label={t('task.neighbours')}>
      {task.previous && (
        <a rel="prev" href={address(language, 'task', { code: task.previous.code })}>
          <span className="meta">← {t('task.previous')}</span>
          {task.previous.code} <TitleText title={task.previous.title} language={language} />
        </a>
      )}
      {task.next && (
        <a rel="next" className="next" href={address(language, 'task', { code: task.next.code })}>
          <span className="meta">{t('task.next')} →</span>
          {task.next.code} <TitleText title={task.next.title} language={language} />
        </a>
      )}
    </nav>
  )
}
