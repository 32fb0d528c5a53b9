import { readFileSync } from 'node:fs'
import { expect, test, type APIRequestContext } from '@playwright/test'
import postgres from 'postgres'
import { withDatabase } from '../scripts/database'
import { migrate } from '../scripts/migrate'
import { anotherInstance } from './instances'
import { signIn, someone } from './people'

// The promise of kept pages: the same for everyone, and never older than the last change, on every instance.

let databaseUrl: string
let lib: { post: (code: string, body: string, name?: string) => Promise<void>; sql: postgres.Sql }

test.beforeAll(async () => {
  databaseUrl = await withDatabase(async (url) => url)
  process.env.DATABASE_URL = databaseUrl
  const sql = postgres(databaseUrl, { max: 4 })
  // As a command does it, from a process that is neither instance: rows and word of them in one transaction.
  const post = async (code: string, body: string, name = 'Głos z innego procesu') => {
    await sql.begin(async (tx) => {
      const [person] = await tx`insert into people (id, name) values (gen_random_uuid(), ${name}) returning id`
      const [task] = await tx`select thread_id from tasks where code = ${code}`
      await tx`insert into comments (id, thread_id, author_id, body) values (${uuid7()}, ${task!.thread_id}, ${person!.id}, ${body})`
      await tx`select pg_notify('touched', ${`thread:${task!.thread_id}`})`
    })
  }
  lib = { post, sql }
})
test.afterAll(() => lib.sql.end())

const uuid7 = () => {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`
}
const cacheOf = (answer: { headers: () => Record<string, string> }) => answer.headers()['x-nextjs-cache']

/** The page as it is said from memory. Other journeys go on meanwhile, and some change what the page shows: so asked until two requests meet. */
async function fromMemory(request: APIRequestContext, path: string) {
  let body = ''
  await expect(async () => {
    const answer = await request.get(path)
    expect(cacheOf(answer)).toBe('HIT')
    body = await answer.text()
  }).toPass({ intervals: [5, 10, 20, 50] })
  return body
}

test('the second request is answered from memory, the same bytes for everyone', async ({ request, page, browser }) => {
  await signIn(page, someone('hit'), 'Imię Tajne Siedem')
  const nobody = await fromMemory(request, '/zadania/1.1.2')
  expect(nobody).not.toContain('Imię Tajne Siedem')
  await page.goto('/zadania/1.1.2')
  await expect(async () => expect(await fromMemory(page.request, '/zadania/1.1.2')).toBe(await fromMemory(request, '/zadania/1.1.2'))).toPass()

  // What is one's own comes by itself, and only to oneself.
  await page.getByRole('button', { name: 'Za', exact: true }).click()
  await expect(page.getByText('Twój głos: Za.').first()).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/zadania/1.1.2')
  await expect(stranger.getByRole('button', { name: 'Za', exact: true })).toHaveAttribute('aria-pressed', 'false')
  expect(await (await stranger.request.get('/api/viewer')).json()).toBeNull()
  expect((await page.request.get('/api/viewer')).headers()['cache-control']).toContain('no-store')
})

test('a voice is on the next request, on this instance and on another, 20 times of 20', async ({ request }) => {
  test.slow()
  const other = await anotherInstance(databaseUrl)
  try {
    for (let n = 0; n < 20; n++) {
      const body = `Zaraz widoczny ${n} ${Date.now()}`
      await lib.post('1.1.4', body)
      // Notified at commit; the word crosses to the instances by itself.
      await expect.poll(async () => (await request.get('/zadania/1.1.4')).text(), { intervals: [5, 10, 20, 50] }).toContain(body)
      await expect.poll(async () => (await fetch(`${other.url}/zadania/1.1.4`)).text(), { intervals: [5, 10, 20, 50] }).toContain(body)
    }
    await fromMemory(request, '/zadania/1.1.4')
  } finally {
    await other.stop()
  }
})

test('the last of many voices is seen although the page was being made all the while', async ({ request }) => {
  let reading = true
  const readers = Array.from({ length: 4 }, async () => {
    while (reading) await (await request.get('/zadania/1.1.5')).text()
  })
  let last = ''
  for (let n = 0; n < 40; n++) await lib.post('1.1.5', (last = `Ciągle nowy ${n} ${Date.now()}`))
  await expect.poll(async () => (await request.get('/zadania/1.1.5')).text(), { timeout: 20_000 }).toContain(last)
  reading = false
  await Promise.all(readers)
  expect(await (await request.get('/zadania/1.1.5')).text()).toContain(last)
})

test('after the word of changes was lost, nothing old is shown', async ({ request }) => {
  await request.get('/zadania/1.1.9')
  const body = `Po zerwaniu ${Date.now()}`
  // Committed without a word, as if it had been said while nobody listened; then the listeners come back.
  await lib.sql.begin(async (tx) => {
    const [person] = await tx`insert into people (id, name) values (gen_random_uuid(), 'Cichy') returning id`
    await tx`insert into comments (id, thread_id, author_id, body) select ${uuid7()}::uuid, thread_id, ${person!.id}, ${body} from tasks where code = '1.1.9'`
  })
  expect(await (await request.get('/zadania/1.1.9')).text()).not.toContain(body)
  await lib.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'glos page cache' and datname = current_database()`
  await expect.poll(async () => (await request.get('/zadania/1.1.9')).text()).toContain(body)
})

test('one build on two databases: neither shows the other’s', async () => {
  test.slow()
  const url = new URL(databaseUrl)
  await lib.sql`drop database if exists second_city`
  await lib.sql`create database second_city`
  url.pathname = '/second_city'
  await migrate(url.href)
  const other = await anotherInstance(url.href)
  try {
    const empty = await fetch(`${other.url}/zadania`)
    expect(await empty.text()).toContain('Strategia nie została jeszcze wczytana.')
    expect((await fetch(`${other.url}/zadania/1.1.4`)).status).toBe(404)
  } finally {
    await other.stop()
  }
})

test('10,000 unknown addresses: real 404 pages with something to read, and memory does not grow with them', async ({ request, browser }) => {
  test.setTimeout(240_000)
  const other = await anotherInstance(databaseUrl, { TRUSTED_PROXIES: '1' }) // From everywhere: one network could not ask so often.
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${other.process.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const paths = ['zadania/9.9.', 'zadania/', 'propozycje/nie-ma-', 'organizacje/nie-ma-', 'en/tasks/8.8.', 'nigdzie-']
  let next = 0
  const visit = async (until: number) => {
    while (next < until) {
      const n = next++
      const answer = await fetch(`${other.url}/${paths[n % paths.length]}${n}`, { headers: { 'x-forwarded-for': `10.${n >> 14}.${(n >> 7) & 127}.${n & 127}` } })
      if (answer.status !== 404 || !(await answer.text()).includes('Nie ma takiej strony')) throw new Error(`${answer.url}: ${answer.status}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: 8 }, () => visit(2_000)))
    const before = memory()
    await Promise.all(Array.from({ length: 8 }, () => visit(10_000)))
    // Kept, 8,000 pages would be some 500 MB; the collector's own ups and downs are some 100.
    expect(memory() - before).toBeLessThan(200)
  } finally {
    await other.stop()
  }
  expect((await request.get('/zadania/9.9.9')).status()).toBe(404)
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto('/zadania/9.9.9')
  await expect(plain.getByRole('heading', { name: 'Nie ma takiej strony' })).toBeVisible()
})

test('with 1,000 comments a page is made in about the time of 10', async ({ request }) => {
  await lib.sql.begin(async (tx) => {
    const [person] = await tx`insert into people (id, name) values (gen_random_uuid(), 'Rozmówca') returning id`
    for (const [code, many] of [['1.1.24', 10], ['1.1.25', 1000]] as const) {
      await tx`insert into comments (id, thread_id, author_id, body) select gen_random_uuid(), thread_id, ${person!.id}, 'Głos ' || n from tasks, generate_series(1, ${many}) n where code = ${code}`
    }
  })
  const miss = async (code: string) => {
    const times: number[] = []
    for (let n = 0; n < 7; n++) {
      await lib.sql`select pg_notify('touched', 'strategy')`
      await expect.poll(async () => cacheOf(await request.get('/zadania/1.1.1')), { intervals: [5] }).toBe('MISS')
      const began = performance.now()
      expect(cacheOf(await request.get(`/zadania/${code}`))).toBe('MISS')
      times.push(performance.now() - began)
    }
    return times.toSorted((a, b) => a - b)[3]!
  }
  await miss('1.1.24')
  const [few, many] = [await miss('1.1.24'), await miss('1.1.25')]
  expect(many / few).toBeLessThan(6)
  expect(await (await request.get('/zadania/1.1.25')).text()).toContain('Dalsze komentarze')
})
