import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { addresses, pageOf, type Page } from '../../lib/addresses'
import { withDatabase } from '../../scripts/database'
import { anotherInstance } from '../instances'
import { actions, becameOf, callAction } from './actions'
import { ask, each, marksIn, outcomeOf, told, type World } from './asking'
import { marks, mayRead, type ThingName } from './marks'
import { doors, type Door } from './pages'
import { askers, like, roleNames, type Asker } from './roles'
import { gets } from './routes'

// Every address × everybody × each state, asked of a site whose database role cannot write: who is shown what (pages.ts,
// routes.ts), that no answer holds what its reader may not read (marks.ts), and that no GET needs to write.

let world: World
let site: Awaited<ReturnType<typeof anotherInstance>>
let owner: postgres.Sql
const reader = `reader_${process.pid}`

test.beforeAll(async () => {
  test.setTimeout(90_000)
  const url = await withDatabase(async (databaseUrl) => databaseUrl)
  world = told<World>('world.ts')
  owner = postgres(url, { max: 1, onnotice() {} })
  await owner.unsafe(`create role ${reader} login password 'reads'; alter role ${reader} set default_transaction_read_only = on; grant usage on schema public to ${reader}; grant select on all tables in schema public to ${reader}`)
  site = await anotherInstance(Object.assign(new URL(url), { username: reader, password: 'reads' }).href, { NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET! })
})
test.afterAll(async () => {
  await site?.stop()
  await owner.unsafe(`drop owned by ${reader}; drop role ${reader}`)
  await owner.end()
})

const routeFiles = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('route.ts') && /export (const|(async )?function) GET\b/.test(readFileSync(`app/${path}`, 'utf8')))
  .map((path) => `/${path.replace(/\/route\.ts$/, '').replace(/\[+(?:\.\.\.)?(\w+)\]+/g, ':$1')}`)

test('every page and route has its row', () => {
  expect(Object.keys(doors).toSorted()).toEqual(Object.keys(addresses).toSorted())
  expect(Object.keys(gets).filter((path) => path.startsWith('/api') || path.startsWith('/feeds')).toSorted()).toEqual(routeFiles.toSorted())
  expect(Object.keys(world.marks).filter((name) => !/^(name|mail) /.test(name) || name in marks).toSorted()).toEqual(Object.keys(marks).toSorted())
  expect(Object.keys(world.sessions).toSorted()).toEqual([...roleNames].toSorted())
  expect(routeFiles.length).toBeGreaterThan(15)
})

const sessionOf = (asker: Asker) => (asker === 'nobody' ? undefined : world.sessions[asker])
const thing = (name: ThingName | `=${string}`) => (name.startsWith('=') ? name.slice(1) : world.things[name as ThingName])
const fill = (path: string, filled: readonly (ThingName | `=${string}`)[]) => filled.reduce<string>((rest, name) => rest.replace(/:\w+/, thing(name)), path)
const asShown = (who: Door['who'], asker: Asker): 'shown' | 'sign in' | 'missing' => {
  const person = like(asker)
  if (who === 'everybody') return 'shown'
  if (who === 'nobody') return 'missing'
  if (who === 'asks' || person === 'nobody') return 'sign in'
  return who === 'people' || who.includes(person) ? 'shown' : 'missing'
}
/** Those who tell the most, where asking all would only take longer. */
const few = (who: Door['who']): Asker[] => ['nobody', 'resident', 'author', 'owner', 'moderator', 'admin', ...(Array.isArray(who) ? (who as Asker[]).slice(0, 1) : [])]

/** Pages in Polish as a browser asks for them, and in English as Next's router does. */
const transports = [
  { language: 'pl', headers: {}, query: '' },
  { language: 'en', headers: { rsc: '1' }, query: '?_rsc' },
] as const

test('A20, A58, A64: everybody finds what is theirs to find, by page and by the router’s way, and nobody reads what is not theirs', async () => {
  test.setTimeout(240_000)
  const asked = (Object.keys(doors) as Page[]).flatMap((page) =>
    doors[page].flatMap((door) => transports.flatMap((transport) =>
      (transport.language === 'en' || door.who === 'everybody' || door.who === 'nobody' ? few(door.who) : askers).map((asker) => ({ page, door, transport, asker }))),
    ),
  )
  expect(asked.length).toBeGreaterThan(1500)
  const wrong: string[] = []
  await each(asked, async ({ page, door: { filled, who }, transport: { language, headers, query }, asker }) => {
    const path = fill(addresses[page][language], filled) + query
    const answer = await ask(site.url, path, { session: sessionOf(asker), headers })
    const outcome = outcomeOf(answer)
    const right = asShown(who, asker)
    if (outcome !== right) wrong.push(`${page} ${filled.join(' ')} ${query}: ${outcome} to ${asker} instead of ${right} (${answer.status} ${answer.location})`)
    for (const mark of marksIn(answer, path, world.marks)) if (!mayRead(mark, asker, page)) wrong.push(`${page} ${filled.join(' ')} ${query}: ${asker} reads „${mark}”`)
  })
  expect(wrong).toEqual([])
})

test('A20, A64: so it is with the API, feeds, files, streams, the map of the site and what is found', async () => {
  test.setTimeout(120_000)
  const asked = Object.entries(gets).flatMap(([route, all]) => all.flatMap((door) => askers.map((asker) => ({ route, door, asker }))))
  const wrong: string[] = []
  await each(asked, async ({ route, door, asker }) => {
    const query = door.query ? `?${door.query.replace(/\{(\w+)\}/g, (_, name: ThingName) => world.things[name])}` : ''
    const path = fill(route, door.filled) + query
    const answer = await ask(site.url, path, { session: sessionOf(asker) })
    const right = door.who === 'everybody' || door.who.includes(like(asker)) ? 200 : door.else
    if (answer.status !== right) wrong.push(`${path}: ${answer.status} to ${asker} instead of ${right}`)
    for (const mark of marksIn(answer, path, world.marks)) if (!mayRead(mark, asker, route)) wrong.push(`${path}: ${asker} reads „${mark}”`)
  })
  expect(wrong).toEqual([])
})

/** Of addresses that differ only in what they name, two are enough. */
const kindOf = (path: string) => {
  const { pathname, searchParams } = new URL(path, site.url)
  return `${pageOf(pathname)?.page ?? pathname.replace(/[^/]+$/, '')} ${[...searchParams.keys()].toSorted().join(' ')}`
}

/** Follows every link from some pages on. @returns what somebody was shown that they may not see, and faults */
async function crawl(asker: Asker, beginnings: readonly string[]) {
  const wrong: string[] = []
  const times = new Map<string, number>()
  const met = new Set<string>()
  const queue: string[] = []
  const meet = (path: string) => {
    const kind = kindOf(path)
    if (met.has(path) || (times.get(kind) ?? 0) >= 2) return
    met.add(path)
    times.set(kind, (times.get(kind) ?? 0) + 1)
    queue.push(path)
  }
  for (const path of beginnings) meet(path)
  for (let batch = queue.splice(0); batch.length; batch = queue.splice(0)) {
    await each(batch, async (path) => {
      const answer = await ask(site.url, path, { session: sessionOf(asker) })
      if (answer.status >= 500) wrong.push(`${path}: ${answer.status} to ${asker}`)
      for (const mark of marksIn(answer, path, world.marks)) if (!mayRead(mark, asker, pageOf(path.split('?')[0]!)?.page ?? path)) wrong.push(`${path}: ${asker} reads „${mark}”`)
      for (const [, link] of answer.body.matchAll(/(?:href="|<loc>|<id>)([^"<]+)/g)) {
        const url = new URL(link!.replaceAll('&amp;', '&'), site.url)
        if (url.origin === new URL(site.url).origin && !url.pathname.startsWith('/_next/') && !url.pathname.endsWith('/live')) meet(url.pathname + url.search)
      }
    })
  }
  return { wrong, met: met.size }
}

test('A64: wherever links lead, from the map of the site, the desks and one’s own account on', async () => {
  test.setTimeout(120_000)
  const beginnings = ['/', '/sitemap.xml', '/otwarte-dane', '/konto', '/urzad', '/moderacja', '/urzad/propozycje', '/urzad/oceny', '/urzad/sprawozdania', `/zadania/${world.things.code}`, `/en/tasks/${world.things.code}/comments`, `/propozycje/${world.things.publishedSlug}`, `/organizacje/${world.things.organisation}`, `/organizacje/${world.things.organisation}/zespol`]
  for (const asker of ['nobody', 'author', 'owner', 'stranger', 'assessor', 'coordinator', 'moderator', 'admin'] as const) {
    const { wrong, met } = await crawl(asker, beginnings)
    expect(wrong).toEqual([])
    expect(met, asker).toBeGreaterThan(60)
  }
})

test('A64: a search for what is hidden finds what a search for nonsense finds', async () => {
  const nonsense = 'znakqqqqqqqqqq'
  const found = async (typed: string) => {
    const { body } = await ask(site.url, `/szukaj?q=${encodeURIComponent(typed)}`, { session: sessionOf('resident') })
    return body.replaceAll(encodeURIComponent(typed), '').replaceAll(typed, '')
  }
  const nothing = await found(nonsense)
  const hidden = Object.entries(world.marks).filter(([name]) => !mayRead(name, 'resident', 'search') && name !== 'receipt of a vote')
  expect(hidden.length).toBeGreaterThan(40)
  const told: string[] = []
  await each(hidden, async ([name, mark]) => {
    if ((await found(mark)) !== nothing) told.push(name)
  })
  expect(told).toEqual([])
})

test('A20: what is hidden answers as what never was', async () => {
  const never = '01a21a45-0000-7000-8000-000000000001'
  const pairs: [Asker, (id: string) => string, ThingName[]][] = [
    ['nobody', (id) => `/zadania/${world.things.code}/glos/${id}/zmiany`, ['hidden', 'held', 'withdrawn', 'rewritten']],
    ['stranger', (id) => `/propozycje/szkic/${id}/1`, ['draft', 'submitted', 'published']],
    ['stranger', (id) => `/sprawozdania/${id}`, ['reporting', 'reported']],
    ['stranger', (id) => `/moderacja/komentarz/${id}`, ['hidden', 'held', 'shown']],
    ['stranger', (id) => `/moderacja/organizacja/${id}`, ['waiting', 'refused']],
    ['official', (id) => `/urzad/oceny/karta/${id}`, ['card', 'otherCard', 'conflictedCard']],
    ['official', (id) => `/urzad/sprawozdania/${id}`, ['reported']],
    ['nobody', (id) => `/api/proposals/${id}`, ['draft', 'submitted', 'published']],
    ['stranger', (id) => `/api/files/${id}`, ['file']],
  ]
  for (const [asker, path, things] of pairs) {
    const answerTo = async (id: string) => {
      const { status, location, body } = await ask(site.url, path(id), { session: sessionOf(asker) })
      return { status, location, body: location ? '' : body.replaceAll(id, '') } // The order of a redirect’s parts is chance.
    }
    const nothing = await answerTo(never)
    for (const name of things) expect(await answerTo(world.things[name]), `${path(name)} to ${asker}`).toEqual(nothing)
  }
})

test('A61: where tries cannot be counted, nothing is mailed or written, and reading goes on', async () => {
  const email = 'nie-policzona@example.org'
  const asked = await callAction(site.url, actions().find(({ name }) => name === 'askForLinkAction')!, [['language', 'pl'], ['email', email]])
  expect(becameOf(asked)).not.toBe('done')
  expect(asked.status).toBeGreaterThanOrEqual(500)
  expect(await owner`select 1 from outbox where recipient = ${email}`).toHaveLength(0)
  expect(await owner`select 1 from sign_in_links where email_canonical = ${email}`).toHaveLength(0)
  const posted = await callAction(site.url, actions().find(({ name }) => name === 'postCommentAction')!, [['threadId', world.things.threadId], ['body', 'Posadźmy tu lipy i klony.']], { session: world.sessions.resident })
  expect(becameOf(posted)).not.toBe('done')
  for (const path of ['/', `/zadania/${world.things.code}`, `/api/threads/${world.things.threadId}/similar?text=lipy`, '/szukaj?q=lipy']) expect((await ask(site.url, path)).status, path).toBe(200)
})
