import { ResultBar } from '@/app/_components/voting/result-bar'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { TaskListed } from '@/lib/strategy/queries'
import { percentages } from '@/lib/voting/rules'
import { TitleText } from './title'

/** Tasks, each with its code, title, a thin result and how much voice it has. */
export function TaskTiles({ tasks, language }: { tasks: readonly TaskListed[]; language: Language }) {
  const t = translator(language)
  return (
    <ul className="tiles">
      {tasks.map((task) => (
        <li key={task.code} data-words={task.title.text}>
          <a className="tile" href={address(language, 'task', { code: task.code })}>
            <span className="code">{task.code}</span>
            <span className="tile-title">
              <TitleText title={task.title} language={language} />
              {task.withdrawnAt && <> <span className="ds-tag" data-size="sm" data-color="piernik">{t('task.withdrawn')}</span></>}
            </span>
            {task.tally && <ResultBar tally={task.tally} />}
            <span className="meta">
              {!!task.tally?.total && <span className="visually-hidden">{t('vote.drawn', percentages(task.tally, ['for', 'abstain', 'against']))} </span>}
              {task.tally && `${t('task.votes', { count: task.tally.total })} · `}{t('task.comments', { count: task.comments })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
