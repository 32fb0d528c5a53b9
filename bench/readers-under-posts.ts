import { arriving, type Arrived } from './arrivals'
import { askFor } from './ask'
import type { Seen, World } from './further'
import { effort } from './size'
import { dice, voice } from './voices'

const { steadyPosts: wanted } = effort

/** Readers' speed while posts arrive at a steady rate through the server, against the same readers alone. */
export async function readersUnderPosts({ ask, visitors, visitorsOf, city }: World): Promise<Seen[]> {
  const read = () => askFor(200, ask, { path: visitors.path })
  const alone = await readersFor(effort.steadySeconds, read)
  const roll = dice(6)
  let turn = 0
  // Other people than those who posted before; each of them in turn, so that nobody floods.
  const someone = () => city.residents[(city.residents.length / 2 + turn++) % city.residents.length]!
  const under = async (post: (turn: number) => Promise<unknown>) => {
    const [speed, posts] = await Promise.all([readersFor(effort.steadySeconds, read), arriving({ perSecond: wanted, seconds: effort.steadySeconds }, post)])
    return { speed, posts }
  }
  const elsewhere: World['visitors'][] = []
  for (const code of city.otherCodes) elsewhere.push(await visitorsOf(code))
  const same = await under(() => visitors.post(someone(), voice(roll)))
  const others = await under((turn) => elsewhere[turn % elsewhere.length]!.post(someone(), voice(roll)))
  return [line('readersUnderPosts', 'to the same thread', alone, same), line('readersUnderOtherPosts', 'to all other threads by turns', alone, others)]
}

/** @returns how many pages all readers got a second */
async function readersFor(seconds: number, read: () => Promise<unknown>): Promise<number> {
  const stop = AbortSignal.timeout(seconds * 1000)
  const began = performance.now()
  let count = 0
  const reader = async () => {
    while (!stop.aborted) {
      await read()
      count++
    }
  }
  await Promise.all(Array.from({ length: effort.connections }, reader))
  return (count * 1000) / (performance.now() - began)
}

function line(name: string, where: string, alone: number, { speed, posts }: { speed: number; posts: Arrived }): Seen {
  const taken = `${posts.perSecond.toFixed(1)} of ${wanted} posts/s ${where} (p50 ${posts.p50.toFixed(0)} ms, p99 ${posts.p99.toFixed(0)} ms, ${posts.failed} failed)`
  return {
    name,
    said: `readers ${Math.round(alone)}/s alone, ${Math.round(speed)}/s under ${taken}${posts.tooMuch ? `; THE SERVER COULD NOT TAKE ${wanted} POSTS/S` : ''}`,
    value: speed / alone,
    goal: `≥ 1/2 while all ${wanted} are taken`,
    reached: speed / alone >= 0.5 && !posts.tooMuch,
  }
}
