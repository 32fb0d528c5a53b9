import { execFileSync } from 'node:child_process'
import { request } from 'node:http'
import type { ThingName } from './marks'
import type { Asker, Session } from './roles'

export type World = { sessions: Record<Exclude<Asker, 'nobody'>, Session>; marks: Record<string, string>; things: Record<ThingName, string> }

/** Runs a script that wants lib/ in a process of its own. @returns what it says, read as JSON */
export const told = <Said>(script: string, ...words: string[]): Said =>
  JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', `e2e/doors/${script}`, ...words], { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Said

export type Answer = { status: number; location: string; headers: Record<string, string | string[] | undefined>; body: string }

type How = { session?: Session | undefined; method?: string; headers?: Record<string, string | number>; body?: Buffer | string }

/** Asks one address as it is written, follows nothing; of a stream that does not end, its beginning. */
export const ask = (site: string, path: string, how: How = {}): Promise<Answer> =>
  askOnce(site, path, how).catch((error: Error & { onOldConnection?: boolean }) => {
    if (!error.onOldConnection) throw error
    return askOnce(site, path, how) // The server had just closed what was kept open.
  })

const askOnce = (site: string, path: string, { session, method = 'GET', headers = {}, body }: How): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site)
    const sent = request({ hostname, port, path, method, headers: { ...(session && { cookie: `glos-session=${session}` }), ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) } }, (answer) => {
      const parts: Buffer[] = []
      const done = () => resolve({ status: answer.statusCode!, location: answer.headers.location ?? '', headers: answer.headers, body: Buffer.concat(parts).toString('utf8') })
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        if (!answer.headers['content-type']?.startsWith('text/event-stream')) return
        done()
        answer.destroy()
      })
      answer.on('end', done).on('error', done)
    })
    sent.on('error', (error) => reject(Object.assign(error, { onOldConnection: sent.reusedSocket }))).end(body)
  })

/** Does it for each, a few at a time. */
export async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, atOnce = 8): Promise<void> {
  const queue = [...items].toReversed()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item)
  }))
}

/** What an answer comes to for whoever reads it: shown, led to signing in, nothing there, or a fault of ours. */
export function outcomeOf({ status, location, body, headers }: Answer): 'shown' | 'sign in' | 'missing' | `${number}` {
  // A part of a page for Next's router says within a 200 where it leads.
  const leads = location || (headers['content-type']?.includes('text/x-component') ? (/NEXT_REDIRECT;\w+;([^;]+);/.exec(body)?.[1] ?? '') : '')
  if (status >= 500 || status === 400) return `${status}`
  if (status === 404 || leads.startsWith('/nie-ma-takiej-strony')) return 'missing'
  if (/^\/(logowanie|en\/sign-in)\b/.test(leads)) return 'sign in'
  return status < 400 ? 'shown' : `${status}`
}

/** The marks that an answer holds, its own address set aside. */
export function marksIn({ body, location }: Answer, path: string, marks: Record<string, string>): string[] {
  const own = path.toLowerCase()
  const text = `${body}\n${location}`.toLowerCase()
  return Object.entries(marks).filter(([, mark]) => text.includes(mark.toLowerCase()) && !own.includes(mark.toLowerCase())).map(([name]) => name)
}
