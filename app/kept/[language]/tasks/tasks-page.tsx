import { TaskFilter } from '@/app/_components/strategy/task-filter'
import { TaskTiles } from '@/app/_components/strategy/task-tiles'
import { TitleText } from '@/app/_components/strategy/title'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { StrategyShown, TaskListed } from '@/lib/strategy/queries'
import { taskOrders, type TaskOrder } from '@/lib/strategy/rules'

const says = { number: 'task.orderNumber', votes: 'task.orderVotes', activity: 'task.orderActivity' } as const

/** The list of tasks in one of its orders: by number it follows the goals, else it is one list. */
export function TasksPage({ language, strategy, order }: { language: Language; strategy: StrategyShown; order: TaskOrder }) {
  const t = translator(language)
  return (
    <div className="wrap page">
      <h1>{t('task.heading')}</h1>
      <p className="lead">{t('task.lead')}</p>
      <div className="tools">
        <nav aria-label={t('task.order')}>
          <ul className="orders">
            {(['number', ...taskOrders] as const).map((each) => (
              <li key={each}>
                <a href={each === 'number' ? address(language, 'tasks') : address(language, 'tasksBy', { order: each })} aria-current={each === order ? 'page' : undefined}>
                  {t(says[each])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <TaskFilter label={t('task.filter')} counts={Array.from({ length: strategy.tasks.length + 1 }, (_, count) => t('task.filtered', { count }))} searchAddress={address(language, 'search')} searchLabel={t('site.search')} />
      </div>
      {strategy.tasks.length === 0 && <p className="empty">{t('task.noTasks')}</p>}
      {order === 'number' ? (
        strategy.areas.map((area) =>
          area.strategicGoals.map((strategic) =>
            strategic.goals.map((goal) => (
              <section key={goal.code} id={`cel-${goal.code}`} data-goal>
                <div className="section-head">
                  <p><TitleText title={area.title} language={language} /> · {t('task.strategicGoal', { code: strategic.code, title: strategic.title.text })}</p>
                  <h2>{goal.code} <TitleText title={goal.title} language={language} /></h2>
                </div>
                <TaskTiles tasks={goal.tasks} language={language} />
              </section>
            )),
          ),
        )
      ) : (
        <section style={{ marginBlockStart: '2rem' }}>
          <h2 className="visually-hidden">{t(says[order])}</h2>
          <TaskTiles tasks={[...strategy.tasks].sort(sorts[order])} language={language} />
        </section>
      )}
    </div>
  )
}

// Ties stay in the order of numbers, since sorting is stable.
const sorts: Record<'votes' | 'activity', (a: TaskListed, b: TaskListed) => number> = {
  votes: (a, b) => (b.tally?.total ?? 0) - (a.tally?.total ?? 0) || b.comments - a.comments,
  activity: (a, b) => (b.newest?.getTime() ?? 0) - (a.newest?.getTime() ?? 0),
}
