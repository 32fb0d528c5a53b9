import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { asking, withKeptAnswers } from './kept-answers.mjs'
import { now, touch } from './tag-clock.mjs'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A site whose one page says how often it was made; making it takes some milliseconds. */
async function aSite({ status = 200, until = Infinity, takes = 5 } = {}) {
  const tag = `test:${crypto.randomUUID()}`
  let made = 0
  const next: RequestListener = async (_, response) => {
    const page = { tags: [tag], renderedSince: now(), until }
    const body = `made ${++made}`
    await wait(takes)
    Object.assign(asking.getStore() ?? {}, { page })
    response.setHeader('x-nextjs-cache', 'MISS')
    response.writeHead(status).end(body)
  }
  const server = createServer(withKeptAnswers(next) as RequestListener).listen(0)
  closing.push(() => server.close())
  const url = `http://localhost:${(server.address() as AddressInfo).port}/${crypto.randomUUID()}`
  const read = async () => {
    const answer = await fetch(url)
    return { body: await answer.text(), cache: answer.headers.get('x-nextjs-cache') }
  }
  return { read, change: () => touch([tag]), made: () => made }
}

test('a page is made once, until something on it changes', async () => {
  const { read, change } = await aSite()
  expect(await read()).toEqual({ body: 'made 1', cache: 'MISS' })
  expect(await read()).toEqual({ body: 'made 1', cache: 'HIT' })
  change()
  expect(await read()).toEqual({ body: 'made 2', cache: 'MISS' })
})

test('a change while the page is being made makes it anew', async () => {
  const { read, change } = await aSite({ takes: 30 })
  const first = read()
  await wait(15)
  change()
  await first
  expect((await read()).body).toBe('made 2')
})

test('what is not there is asked for again', async () => {
  const { read } = await aSite({ status: 404 })
  await read()
  expect((await read()).body).toBe('made 2')
})

test('a few readers never read what is old', async () => {
  const { read, change } = await aSite()
  for (let n = 1; n <= 10; n++) {
    expect((await read()).body).toBe(`made ${n}`)
    change()
  }
})

test('under a crowd and many changes the page is made a few times a second, and is right soon after the last of them', async () => {
  const { read, change, made } = await aSite({ takes: 30 })
  await read()
  let [reading, old] = [true, 0]
  const crowd = Array.from({ length: 8 }, async () => {
    while (reading) {
      if ((await read()).cache === 'STALE') old++
      await wait(1)
    }
  })
  await wait(150) // The crowd is known as one.
  const before = made()
  for (let n = 0; n < 50; n++) {
    change()
    await wait(20)
  }
  const times = made() - before
  expect(old).toBeGreaterThan(100)
  expect(times).toBeLessThan(25) // Of 50 changes: some ten where the machine is quiet; where it is not, readers come too slowly to be a crowd for a while.
  await wait(400)
  const { body, cache } = await read()
  expect({ body, cache }).toEqual({ body: `made ${made()}`, cache: 'HIT' })
  reading = false
  await Promise.all(crowd)
})

test('a page that ends at an instant is not said any longer, whatever the crowd', async () => {
  const { read } = await aSite({ until: now() + 300 })
  await read()
  let reading = true
  const crowd = Array.from({ length: 8 }, async () => {
    while (reading) {
      await read()
      await wait(1)
    }
  })
  await wait(320)
  expect((await read()).cache).toBe('MISS')
  reading = false
  await Promise.all(crowd)
})
