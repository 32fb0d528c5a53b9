import type { Sql } from 'postgres'
import { type Ask, askFor } from './ask'
import { bareChanges, type Recorded } from './bare-changes'
import { startBareServer } from './bare-pages'
import type { City, Resident } from './city'
import { effort, type Bounds, type MeasureName } from './size'
import type { Work } from './speed'
import type { Visitors } from './visitor'
import { dice, voice } from './voices'

/** Something that is done to the site, and beside it the least that it could cost. */
export type Measure = { name: MeasureName; bounds: Bounds; ours: Work; bare: Work }

/** All that is measured, in this order: reading comes first, while the threads have the size that was asked for. */
export async function measuresOf({ ask, visitors, city, sql, recorded }: { ask: Ask; visitors: Visitors; city: City; sql: Sql; recorded: Recorded }): Promise<Measure[]> {
  const [taskPage, taskList] = [visitors.path, '/zadania']
  const bareAsk = await startBareServer({ [taskPage]: await keptAnswer(ask, taskPage), [taskList]: await keptAnswer(ask, taskList) })
  const reading = (name: MeasureName, path: string): Measure => ({
    name,
    bounds: effort.read,
    ours: () => askFor(200, ask, { path }),
    bare: () => askFor(200, bareAsk, { path }),
  })
  const bare = bareChanges(sql, city, recorded)
  return [
    reading('taskPage', taskPage),
    reading('taskList', taskList),
    { name: 'postComment', bounds: effort.write, ours: byTurns(city, visitors.post, voice), bare: byTurns(city, bare.post, voice) },
    { name: 'vote', bounds: effort.write, ours: byTurns(city, visitors.vote, choice), bare: byTurns(city, bare.vote, choice) },
  ]
}

/** The page as it is kept; asked for twice, since the first request makes it. */
async function keptAnswer(ask: Ask, path: string) {
  await askFor(200, ask, { path })
  const answer = await askFor(200, ask, { path })
  if (answer.headers['x-nextjs-cache'] !== 'HIT') throw new Error(`${path} is not kept: its second request was no HIT.`)
  return answer
}

/** Everyone in turn, and each turn something else. */
function byTurns(city: City, change: (resident: Resident, what: string) => Promise<unknown>, what: (roll: () => number) => string): Work {
  const roll = dice(1)
  let turn = 0
  return () => change(city.residents[turn++ % city.residents.length]!, what(roll))
}

const choice = (roll: () => number) => (roll() < 0.6 ? 'for' : roll() < 0.5 ? 'against' : 'abstain')
