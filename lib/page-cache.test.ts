import postgres from 'postgres'
import { expect, test, vi } from 'vitest'
import PageCache from './page-cache.mjs'
import { freshSince, listen, now, stampPrefix, touch } from './tag-clock.mjs'

const page = (tags: string[], html = 'page', status = 200) => ({ kind: 'APP_PAGE', html, status, headers: { 'x-next-cache-tags': tags.join(',') } })
let counter = 0
const aKey = () => `/test/${counter++}`
const cache = new PageCache()

const stampedAt = (value: ReturnType<typeof page>, since: number) => ({ ...value, headers: { 'x-next-cache-tags': `${value.headers['x-next-cache-tags']},${stampPrefix}${since}` } })

/** As Next does it: a miss, a render that tells when it began to read, a store. */
async function render(key: string, value: ReturnType<typeof page>, during: () => void = () => undefined, seconds?: number) {
  await cache.get(key)
  const began = now()
  during()
  await cache.set(key, stampedAt(value, began), { cacheControl: { revalidate: seconds } })
}

test('what was stored is found until a tag of it is touched', async () => {
  const key = aKey()
  await render(key, page(['a', 'b']))
  expect(await cache.get(key)).toMatchObject({ value: { html: 'page' } })
  touch(['c'])
  expect(await cache.get(key)).not.toBeNull()
  touch(['b'])
  expect(await cache.get(key)).toBeNull()
})

test('a change during the render keeps the page out', async () => {
  const key = aKey()
  await render(key, page(['d']), () => touch(['d']))
  expect(await cache.get(key)).toBeNull()
  await render(key, page(['d']))
  expect(await cache.get(key)).not.toBeNull()
})

test('renders of one page may overlap: each is as new as its own reading', async () => {
  const key = aKey()
  const early = now()
  touch(['e'])
  await cache.get(key) // A later render has begun when the early one is stored.
  await cache.set(key, stampedAt(page(['e'], 'early'), early), {})
  expect(await cache.get(key)).toBeNull()
  await cache.set(key, stampedAt(page(['e'], 'late'), now()), {})
  expect(await cache.get(key)).toMatchObject({ value: { html: 'late' } })
})

test('of several readings on a page the earliest counts', async () => {
  const key = aKey()
  const early = now()
  touch(['k'])
  await cache.set(key, stampedAt(stampedAt(page(['k']), now()), early), {})
  expect(await cache.get(key)).toBeNull()
})

test('what was not found is not kept', async () => {
  const key = aKey()
  await render(key, page([], 'nothing', 404))
  expect(await cache.get(key)).toBeNull()
})

test('a page with a time of its own is old after it', async () => {
  const key = aKey()
  await render(key, page([]), undefined, 1)
  expect(await cache.get(key)).not.toBeNull()
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1500)
  expect(await cache.get(key)).toBeNull()
  vi.restoreAllMocks()
})

test('memory is bounded by bytes; what nobody reads goes first', async () => {
  const big = 'x'.repeat(8 * 1024 * 1024)
  const read = aKey()
  await render(read, page([], big))
  const keys = Array.from({ length: 9 }, aKey)
  for (const key of keys) {
    await render(key, page([], big))
    await cache.get(read)
  }
  expect(await cache.get(read)).not.toBeNull()
  expect(await cache.get(keys[0]!)).toBeNull()
  expect(await cache.get(keys.at(-1)!)).not.toBeNull()
})

test('hears of changes at their commit, and calls everything old when it may have missed some', async () => {
  const sql = postgres(process.env.DATABASE_URL!, { max: 2 })
  await listen(process.env.DATABASE_URL) // The cache listens by itself when it is loaded; it may still be connecting.
  const heard = async (tag: string) => {
    const asked = now()
    await sql`select pg_notify('touched', ${tag})`
    await new Promise((resolve) => setTimeout(resolve, 20))
    return !freshSince([tag], asked) && freshSince(['nothing'], asked)
  }
  await vi.waitFor(async () => expect(await heard('once')).toBe(true), 5000)
  let since = now()
  await sql.begin(async (tx) => {
    await tx`select pg_notify('touched', 'f g')`
    expect(freshSince(['f'], since)).toBe(true) // Not yet: it may still be taken back.
  })
  await vi.waitFor(() => expect(freshSince(['f'], since)).toBe(false))
  expect(freshSince(['h'], since)).toBe(true)

  since = now()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'glos page cache' and datname = current_database()`
  await vi.waitFor(() => expect(freshSince(['h'], since)).toBe(false))
  await vi.waitFor(async () => expect(await heard('again')).toBe(true), 5000)
  await sql.end()
})
