import type { Seen, World } from './further'
import { effort } from './size'
import { percentile, took } from './timing'

/** Everyone votes for the first time on a question that nobody has voted on, many at a time: no error, every ballot counted. */
export async function hotQuestion({ visitorsOf, city: { residents, quiet }, sql }: World): Promise<Seen> {
  const counted = async () => (await sql`select count(*)::int as ballots, count(distinct person_id)::int as people from ballots where question_id = ${quiet.questionId} and choices <> '{}'`)[0]!
  const before = (await counted()).ballots as number
  if (before) throw new Error(`${before} people have voted on ${quiet.code} already, so these would not be first votes.`)
  const visitors = await visitorsOf(quiet.code)
  const times: number[] = []
  let [turn, errors] = [0, 0]
  const voter = async () => {
    while (turn < residents.length) {
      const resident = residents[turn++]!
      times.push(await took(() => visitors.vote(resident, turn % 2 ? 'for' : 'against').catch((error: Error) => errors++ || console.warn(error.message))))
    }
  }
  const all = await took(() => Promise.all(Array.from({ length: effort.crowd }, voter)))
  const { ballots, people } = await counted()
  const page = (await visitors.read(visitors.path)).body.toString()
  const shown = Number(/Oddano (\d+)/.exec(page.replaceAll('\u00a0', ' '))?.[1])
  const exact = errors === 0 && [ballots, people, shown].every((number) => number === residents.length)
  return {
    name: 'hotQuestion',
    said: `${residents.length} first votes of ${residents.length} people, ${effort.crowd} at a time: ${errors} errors, ${ballots} ballots of ${people} people, the page says ${shown}; ${Math.round((residents.length * 1000) / all)}/s, p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms; errors`,
    value: errors,
    goal: 'exact',
    reached: exact,
  }
}
