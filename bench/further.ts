import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from 'postgres'
import { type Ask, askFor } from './ask'
import type { City } from './city'
import { effort } from './size'
import type { Visitors } from './visitor'
import { dice, voice } from './voices'

/** One line of what is not a bare limit: what was seen, and whether it is what we want; null where we only look. */
export type Seen = { name: string; said: string; value: number; goal: string; reached: boolean | null }
type World = { ask: Ask; visitors: Visitors; city: City; sql: Sql }

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const percentile = (numbers: number[], part: number) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))]!
async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
async function oneByOne(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const measured: number[] = []
  for (let turn = 0; turn < times; turn++) measured.push(await took(() => work(turn)))
  return measured
}

/** The last page of the longest thread against its first, both made for the request. */
export async function deepPage({ ask, city, sql }: World): Promise<Seen> {
  const [begin] = await sql`select id from comments where thread_id = ${city.threadId} and parent_id is null order by id offset 15 limit 1`
  const conversation = `/zadania/${city.code}/komentarze`
  const read = (path: string) => askFor(200, ask, { path })
  const [first, deepest]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < effort.single; turn++) {
    first.push(await took(() => read(conversation)))
    deepest.push(await took(() => read(`${conversation}?od=0_${begin!.id as string}`)))
  }
  const ratio = median(deepest) / median(first)
  return { name: 'deepPage', said: `deepest page of the long thread ${median(deepest).toFixed(1)} ms, its first ${median(first).toFixed(1)} ms, both rendered`, value: ratio, goal: '≤ 1.5 ×', reached: ratio <= 1.5 }
}

/** The page right after a new comment, against a page that is kept: said again by us, and found again by Next. */
export async function missAfterPost({ ask, visitors, city }: World): Promise<Seen[]> {
  const roll = dice(5)
  const read = (headers = {}) => askFor(200, ask, { path: visitors.path, headers })
  const misses: number[] = []
  for (let turn = 0; turn < effort.single; turn++) {
    await visitors.post(city.residents[turn]!, voice(roll))
    misses.push(await took(read))
  }
  await read()
  const hits = await oneByOne(effort.single, () => read())
  // What compares is not repeated by us (lib/kept-answers.mjs), so Next answers it from its page cache.
  const byNext = await oneByOne(effort.single, () => read({ 'If-None-Match': '"none"' }))
  const line = (name: string, what: string, hit: number[], goal: string, reached: ((ratio: number) => boolean) | null): Seen => {
    const ratio = median(misses) / median(hit)
    return { name, said: `page right after a comment ${median(misses).toFixed(1)} ms, ${what} ${median(hit).toFixed(2)} ms`, value: ratio, goal, reached: reached && reached(ratio) }
  }
  return [
    line('missAfterPost', 'a hit that Next answers', byNext, '< 12 ×', (ratio) => ratio < 12),
    line('missAgainstRepeated', 'a hit that is repeated as bytes', hits, 'no goal', null),
  ]
}

/** Readers' speed while posts come in at a steady rate, against the same readers alone. */
export async function readersUnderPosts({ ask, visitors, city, sql }: World): Promise<Seen[]> {
  const seconds = effort.steadySeconds
  const readFor = async (stop: AbortSignal) => {
    let count = 0
    await Promise.all(
      Array.from({ length: effort.connections }, async () => {
        while (!stop.aborted) {
          await askFor(200, ask, { path: visitors.path })
          count++
        }
      }),
    )
    return count / seconds
  }
  const alone = await readFor(AbortSignal.timeout(seconds * 1000))
  const under = async (post: (turn: number) => Promise<unknown>) => {
    const stop = AbortSignal.timeout(seconds * 1000)
    const posts: Promise<unknown>[] = []
    const posting = (async () => {
      for (let turn = 0; !stop.aborted; turn++) {
        posts.push(post(turn))
        await wait(1000 / effort.steadyPosts)
      }
    })()
    const speed = await readFor(stop)
    await posting
    await Promise.all(posts)
    return { speed, posted: posts.length / seconds }
  }
  const roll = dice(6)
  const same = await under((turn) => visitors.post(city.residents[1000 + turn]!, voice(roll)))
  // As a command does it in another instance: a row, and word of it.
  const elsewhere = await under((turn) => {
    const threadId = city.threads[turn % city.threads.length]!
    return sql.begin(async (tx) => {
      await tx`insert into comments (id, thread_id, author_id, body) values (gen_random_uuid(), ${threadId}, ${city.residents[turn]!.id}, ${voice(roll)})`
      await tx`select pg_notify('touched', ${`thread:${threadId}`})`
    })
  })
  const line = (name: string, where: string, { speed, posted }: { speed: number; posted: number }): Seen => ({
    name,
    said: `readers ${Math.round(alone)}/s alone, ${Math.round(speed)}/s under ${Math.round(posted)} posts/s ${where}`,
    value: speed / alone,
    goal: '≥ 1/2',
    reached: speed / alone >= 0.5,
  })
  return [line('readersUnderPosts', 'to the same thread', same), line('readersUnderOtherPosts', 'to all other threads', elsewhere)]
}

/** Fifty people at a time vote on one question: no error, and every ballot counted. */
export async function hotQuestion({ visitors, city, sql }: World): Promise<Seen> {
  const [before] = await sql`select count(*)::int as count from ballots where question_id = ${city.questionId} and choices <> '{}'`
  let turn = 0
  let errors = 0
  const times: number[] = []
  await Promise.all(
    Array.from({ length: effort.crowd }, async () => {
      while (turn < 1000) {
        const resident = city.residents[turn++]!
        times.push(await took(() => visitors.vote(resident, turn % 2 ? 'for' : 'against').catch(() => errors++)))
      }
    }),
  )
  const [after] = await sql`select count(*)::int as count, count(distinct person_id)::int as people from ballots where question_id = ${city.questionId} and choices <> '{}'`
  const page = (await visitors.read(visitors.path)).body.toString()
  const shown = Number(/Oddano (\d+)/.exec(page.replaceAll('\u00a0', ' '))?.[1])
  const exact = errors === 0 && after!.count === before!.count && after!.people === after!.count && shown === after!.count
  return { name: 'hotQuestion', said: `1,000 votes of 50 people at a time: ${errors} errors, ${after!.count} ballots of ${after!.people} people, the page says ${shown}; p99 ${percentile(times, 0.99).toFixed(0)} ms`, value: errors, goal: 'exact', reached: exact }
}

/** The search page, for common words. */
export async function searching({ ask }: World): Promise<Seen> {
  const words = ['autobus', 'wolontariusze', 'szkoła dzieci', 'organizacje pomysły ludzie', 'zgadzam', 'stowarzyszenia sala', 'pilotaż osiedle']
  const times = await oneByOne(effort.single, (turn) => askFor(200, ask, { path: `/szukaj?q=${encodeURIComponent(words[turn % words.length]!)}` }))
  return { name: 'search', said: `search page p50 ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`, value: median(times), goal: '≤ 100 ms', reached: median(times) <= 100 }
}
