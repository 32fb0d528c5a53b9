import type { Sql } from 'postgres'
import { type Ask, askFor } from './ask'
import type { City } from './city'
import { effort } from './size'
import { median, oneByOne, percentile, took } from './timing'
import type { Visitors } from './visitor'
import { dice, voice } from './voices'

/** One line of what is not a bare limit: what was seen, and whether it is what we want; null where we only look. */
export type Seen = { name: string; said: string; value: number; goal: string; reached: boolean | null }
/** `visitors` are on the page of the busiest task; `visitorsOf` brings them to the page of another. */
export type World = { ask: Ask; visitors: Visitors; visitorsOf: (code: string) => Promise<Visitors>; city: City; sql: Sql }

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

/** The search page, for common words. */
export async function searching({ ask }: World): Promise<Seen> {
  const words = ['autobus', 'wolontariusze', 'szkoła dzieci', 'organizacje pomysły ludzie', 'zgadzam', 'stowarzyszenia sala', 'pilotaż osiedle']
  const times = await oneByOne(effort.single, (turn) => askFor(200, ask, { path: `/szukaj?q=${encodeURIComponent(words[turn % words.length]!)}` }))
  return { name: 'search', said: `search page p50 ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`, value: median(times), goal: '≤ 100 ms', reached: median(times) <= 100 }
}

/** The page right after a new comment (a miss) against a page that is kept (a hit), of both kinds that there are. */
export async function missAfterPost({ ask, visitors, city }: World): Promise<Seen[]> {
  const roll = dice(5)
  const read = (headers = {}) => askFor(200, ask, { path: visitors.path, headers })
  const misses: number[] = []
  for (let turn = 0; turn < effort.single; turn++) {
    await visitors.post(city.residents[turn]!, voice(roll))
    misses.push(await took(read))
  }
  await read()
  const repeated = await oneByOne(effort.single, () => read())
  // What compares is not repeated by us (lib/kept-answers.mjs), so Next answers it from its page cache.
  const byNext = await oneByOne(effort.single, () => read({ 'If-None-Match': '"none"' }))
  const line = (name: string, hit: string, hits: number[], goal: string, reached: ((ratio: number) => boolean) | null): Seen => {
    const ratio = median(misses) / median(hits)
    return { name, said: `a miss (the page right after a comment) ${median(misses).toFixed(1)} ms, ${hit} ${median(hits).toFixed(2)} ms`, value: ratio, goal, reached: reached && reached(ratio) }
  }
  return [
    line('missAfterPost', "Next's hit (from its page cache, what a request with If-None-Match gets)", byNext, '< 12 ×', (ratio) => ratio < 12),
    line('missAgainstRepeated', 'our hit (the kept bytes repeated before Next is asked, what other visitors get)', repeated, 'no goal', null),
  ]
}
