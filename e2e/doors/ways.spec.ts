import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { addresses, type Page } from '../../lib/addresses'
import { withDatabase } from '../../scripts/database'
import { ask, each, marksIn, outcomeOf, told, type Answer, type World } from './asking'
import { mayRead, type ThingName } from './marks'
import { doors } from './pages'
import type { Asker } from './roles'

// Ways around the plain address of a page, and what every answer says about itself to browsers and to whatever stands between.

let world: World
const site = () => process.env.GLOS_TEST_SITE!
const sessionOf = (asker: Asker) => (asker === 'nobody' ? undefined : world.sessions[asker])
test.beforeAll(async () => {
  test.setTimeout(90_000)
  await withDatabase(async () => {})
  world = told<World>('world.ts')
})

type Request = { path: string; headers?: Record<string, string>; method?: string }
const build = () => readFileSync('.next/BUILD_ID', 'utf8').trim()
const subrequest = (name: string) => ({ 'x-middleware-subrequest': Array.from({ length: 5 }, () => name).join(':') })

/** What asks for the very page, in other words: the answer is to be the plain one's. @param inner the folder that makes it */
const sameWays: Record<string, (path: string, inner: string, places: string) => Request> = {
  'middleware as a subrequest': (path) => ({ path, headers: subrequest('proxy') }),
  'middleware in src': (path) => ({ path, headers: subrequest('src/middleware') }),
  'a rewrite said by the client': (path, inner) => ({ path, headers: { 'x-middleware-rewrite': inner, 'x-nextjs-rewrite': inner, 'x-middleware-next': '1' } }),
  'headers of another proxy': (path) => ({ path, headers: { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-forwarded-user': 'admin', 'x-middleware-override-headers': 'cookie', 'x-middleware-request-cookie': `glos-session=${world.sessions.admin}` } }),
  'Next-Resume': (path) => ({ path, headers: { 'next-resume': '1' } }),
  'data of the pages router': (path) => ({ path: `/_next/data/${build()}${path}.json` }),
  'parameters in the query': (path, _inner, places) => ({ path: `${path}?${places}` }),
  'a step up': (path) => ({ path: `/x/..${path}` }),
  'HEAD': (path) => ({ path, method: 'HEAD' }),
  'PUT': (path) => ({ path, method: 'PUT' }),
}
/** What may mean something else, or nothing; it never says more. */
const otherWays: typeof sameWays = {
  'the router’s way with a wrong hash': (path) => ({ path: `${path}?_rsc=abc`, headers: { rsc: '1' } }),
  'a prefetch': (path) => ({ path: `${path}?_rsc`, headers: { rsc: '1', 'next-router-prefetch': '1' } }),
  'a prefetch of a segment': (path) => ({ path: `${path}?_rsc`, headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } }),
  '.rsc': (path) => ({ path: `${path}.rsc` }),
  'a segment’s file': (path) => ({ path: `${path}.segments/_tree.segment.rsc` }),
  'the folder': (_path, inner) => ({ path: inner }),
  'the folder, escaped': (_path, inner) => ({ path: inner.replace('/fresh', '/%66resh') }),
  'the folder’s .rsc': (_path, inner) => ({ path: `${inner}.rsc`, headers: { rsc: '1' } }),
  'without a language': (_path, inner) => ({ path: inner.replace('/fresh/pl', '') }),
  'a language too many': (path) => ({ path: `/pl${path}` }),
  'the home page that is said to be it': (path, inner) => ({ path: '/', headers: { 'x-matched-path': inner, 'x-invoke-path': inner, 'x-original-url': path, 'x-rewrite-url': path, 'x-now-route-matches': '1=pl' } }),
  'another page that is said to have its parameters': (_path, _inner, places) => ({ path: `/szukaj?${places}` }),
  'an escaped slash': (path) => ({ path: path.replace(/\/(?=[^/]+$)/, '%2F') }),
  'a slash behind': (path) => ({ path: `${path}/` }),
  'a dot behind': (path) => ({ path: `${path}.` }),
  'capitals': (path) => ({ path: path.toUpperCase() }),
  'two slashes': (path) => ({ path: `/${path}` }),
  'backslashes': (path) => ({ path: path.replaceAll('/', '\\') }),
  'a parameter behind': (path) => ({ path: `${path};x=1` }),
  'a NUL behind': (path) => ({ path: `${path}%00` }),
  'a style sheet behind': (path) => ({ path: `${path}/x.css` }),
  'OPTIONS': (path) => ({ path, method: 'OPTIONS' }),
}

/** One door of each page that is not for everybody. */
const guarded = () =>
  (Object.keys(doors) as Page[]).flatMap((page) => {
    const door = doors[page].find(({ who }) => Array.isArray(who) && who.length)
    if (!door) return []
    const { pl, folder, lives } = addresses[page]
    const values = door.filled.map((name) => (name.startsWith('=') ? name.slice(1) : world.things[name as ThingName]))
    const fill = (path: string) => values.reduce<string>((rest, value) => rest.replace(/:\w+/, value), path)
    const places = [...folder.matchAll(/:(\w+)/g)].map(([, name], at) => `nxtP${name}=${values[at]}`).join('&')
    return [{ page, allowed: (door.who as readonly Asker[])[0]!, path: fill(pl), inner: `/${lives}/pl${fill(folder)}`, places }]
  })

test('A58: no way around an address leads past what the address itself says', async () => {
  test.setTimeout(180_000)
  const all = guarded()
  expect(all.length).toBeGreaterThan(20)
  const wrong: string[] = []
  const tell = (page: string, way: string, asker: Asker, answer: Answer, path: string, right?: string) => {
    const outcome = outcomeOf(answer)
    if (answer.status >= 500) wrong.push(`${page} ${way}: ${answer.status} to ${asker}`)
    if (right && outcome !== right) wrong.push(`${page} ${way}: ${outcome} to ${asker} instead of ${right}`)
    for (const mark of marksIn(answer, path, world.marks)) if (!mayRead(mark, asker, page)) wrong.push(`${page} ${way}: ${asker} reads „${mark}”`)
  }
  await each(all, async ({ page, allowed, path, inner, places }) => {
    for (const [asker, right] of [['nobody', 'sign in'], ['resident', 'missing'], [allowed, 'shown']] as const) {
      for (const [way, of] of Object.entries(sameWays)) {
        const { path: asked, ...how } = of(path, inner, places)
        tell(page, way, asker, await ask(site(), asked, { session: sessionOf(asker), ...how }), asked, right)
      }
      if (asker === allowed) continue
      for (const [way, of] of Object.entries(otherWays)) {
        const { path: asked, ...how } = of(path, inner, places)
        tell(page, way, asker, await ask(site(), asked, { session: sessionOf(asker), ...how }), asked)
      }
    }
  }, 6)
  expect(wrong).toEqual([])
})

/** One of each kind of answer. */
const kinds = (): Record<string, Request> => ({
  'a kept page': { path: '/zadania' },
  'a fresh page': { path: '/szukaj?q=lipy' },
  'a page of one’s own': { path: '/konto' },
  'what is missing': { path: '/nie-ma-takiej' },
  'a task that is missing': { path: '/zadania/9.9.999' },
  'a redirect': { path: '/moderacja' },
  'a part for the router': { path: '/szukaj?_rsc', headers: { rsc: '1' } },
  'data': { path: '/api/v1/tasks' },
  'a table': { path: '/api/v1/tasks?format=csv' },
  'a feed': { path: '/feeds/tasks/all.atom' },
  'what belongs to the visitor': { path: '/api/viewer' },
  'a refused file': { path: `/api/files/${world.things.file}` },
  'the map': { path: '/sitemap.xml' },
  'a refused form': { path: '/api/reactions', method: 'POST' },
  'a path that is no text': { path: '/%ff' },
  'the icon': { path: '/icon.svg' },
})

test('A56: no answer lets itself be framed, guessed at, or used by others', async () => {
  const wrong: string[] = []
  for (const [kind, { path, ...how }] of Object.entries(kinds())) {
    const { headers } = await ask(site(), path, { session: world.sessions.resident, ...how })
    const policy = String(headers['content-security-policy'])
    if (!/frame-ancestors 'none'|default-src 'none'; sandbox/.test(policy)) wrong.push(`${kind}: framing is open (${policy})`)
    if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${kind}: may be sniffed`)
    if (headers['x-powered-by'] ?? headers['access-control-allow-credentials']) wrong.push(`${kind}: says too much`)
  }
  expect(wrong).toEqual([])
})

test('A57: what is one person’s is kept by nobody, and what is everybody’s is the same for all', async () => {
  const wrong: string[] = []
  for (const page of Object.keys(addresses) as Page[]) {
    if (addresses[page].lives !== 'fresh') continue
    const [door] = doors[page]
    const path = door!.filled.reduce<string>((rest, name) => rest.replace(/:\w+/, name.startsWith('=') ? name.slice(1) : world.things[name as ThingName]), addresses[page].pl)
    const { headers, status } = await ask(site(), path, { session: world.sessions.owner })
    if (!/no-store/.test(String(headers['cache-control']))) wrong.push(`${page}: ${status} ${String(headers['cache-control'])}`)
  }
  for (const path of ['/api/viewer', `/api/files/${world.things.file}`, `/api/proposals/${world.things.draft}`, `/api/threads/${world.things.threadId}/similar?text=lipy`]) {
    const { headers } = await ask(site(), path, { session: world.sessions.owner })
    if (!/no-store/.test(String(headers['cache-control']))) wrong.push(`${path}: ${String(headers['cache-control'])}`)
  }
  expect(wrong).toEqual([])
  // A suffix does not make somebody's page a file that a cache would keep.
  for (const path of ['/konto/x.css', '/konto%2Fx.css', '/konto;x.css', '/konto.css', '/api/viewer/x.js', '/moderacja/x.png']) expect((await ask(site(), path, { session: world.sessions.owner })).status, path).toBe(404)
  // Nobody's headers, cookies or formats get into what others read.
  for (const path of ['/', `/zadania/${world.things.code}`, '/propozycje', `/organizacje/${world.things.organisation}`]) {
    // Others may change a page meanwhile, so it is told by its heading and its kind.
    const plain = async () => {
      const { status, body, headers } = await ask(site(), path)
      return { status, type: headers['content-type'], heading: /<h1\b.*?<\/h1>/s.exec(body)?.[0], whole: body.startsWith('<!DOCTYPE html>') && body.endsWith('</html>') }
    }
    const before = await plain()
    expect(before).toMatchObject({ status: 200, whole: true, heading: expect.any(String) })
    for (const headers of [{ 'x-forwarded-host': 'evil.example' }, { 'x-forwarded-proto': 'gopher', 'x-forwarded-port': '1' }, { host: 'evil.example' }, { accept: 'text/x-component' }, { rsc: '1' }, { 'accept-language': 'en' }, { cookie: `glos-session=${world.sessions.moderator}` }, { 'x-nextjs-data': '1' }, { 'next-action': 'x' }, { authorization: 'Basic eA==' }] as Record<string, string>[]) {
      const answer = await ask(site(), path, { headers })
      expect(answer.body, JSON.stringify(headers)).not.toContain('evil.example')
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(await plain(), `${path} after ${JSON.stringify(headers)}`).toEqual(before)
    }
  }
})
