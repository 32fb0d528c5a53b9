import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '../db'
import { comments } from '../discussion/tables'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { claimCase } from './commands/claims'
import { getNeighbours, listQueue, queueAPage } from './queries/queue'
import type { Queued } from './queued'
import { listAlike } from './queries/alike'
import { getCase } from './queries/case'
import { appeals, reports } from './tables'
import { aComment, aModerator, appeal, decide, reportFromOutside } from './testing'
import { byUrgency } from './urgency'

// The whole queue is looked at here, so this file has a database of its own.
const said = vi.hoisted(() => [] as string[])
vi.mock('postgres', async (original) => {
  const { default: postgres } = await original<{ default: (url: string, options: object) => unknown }>()
  return { default: (url: string, options: object) => postgres(url, { ...options, debug: (_: number, query: string) => said.push(query) }) }
})
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('queue'))

const open = 500
let moderator: Person
let threadId: string

/** 500 open cases: half of them held, half reported, one of these by three people, a few as illegal, over two weeks. */
beforeAll(async () => {
  moderator = await aPerson({ roles: ['moderator'] })
  ;({ threadId } = await aTask())
  const [author, ...reporters] = await Promise.all([aPerson(), aPerson(), aPerson(), aPerson()])
  const ago = (n: number) => sql`now() - make_interval(mins => ${n * 40}::int)`
  const rows = await db
    .insert(comments)
    .values(Array.from({ length: open }, (_, n) => ({ threadId, authorId: author.id, body: `Lipy przy ulicy, głos ${n}`, ...(n % 2 && { heldAt: ago(n), heldFor: 'links' as const }) })))
    .returning({ id: comments.id, state: comments.state })
  const reported = rows.filter(({ state }) => state === 'shown')
  await db.insert(reports).values(reported.flatMap(({ id }, n) => reporters.slice(0, n === 100 ? 3 : 1).map((reporter) => ({ commentId: id, reporterId: reporter.id, ground: n % 50 ? ('spam' as const) : ('illegal' as const), sentence: 'Zgłoszenie.', at: ago(n * 2) }))))
}, 60_000)

const everything = async (kind?: 'held') => {
  const pages: Queued[][] = []
  for (let after: string | undefined; pages.length < 20; ) {
    const { items, next } = await listQueue(moderator, { kind, after })
    pages.push(items)
    if (!next) return pages
    after = next
  }
  throw new Error('The queue has no end.')
}
const queriesOf = async (ask: () => Promise<unknown>) => {
  said.length = 0
  await ask()
  return said.filter((query) => /^\s*(with|select)/i.test(query)).length
}

describe('500 open cases', () => {
  test('a page takes as many queries as with one case, and little time', async () => {
    expect(await queriesOf(() => listQueue(moderator))).toBeLessThanOrEqual(8)
    const times = await Promise.all([1, 2, 3].map(async () => {
      const began = performance.now()
      await listQueue(moderator)
      return performance.now() - began
    }))
    expect(Math.min(...times)).toBeLessThan(1000) // Milliseconds; forty on a machine that does nothing else.
  })

  test('are all there, page by page, each once, in the order of urgency', async () => {
    const pages = await everything()
    const all = pages.flat()
    expect(pages.slice(0, -1).every((page) => page.length === queueAPage)).toBe(true)
    expect(new Set(all.map(({ id }) => id)).size).toBe(open)
    expect(all).toHaveLength(open)
    expect(all.slice(0, 5).map(({ kind }) => kind)).toEqual(Array(5).fill('danger'))
    const sorted = [...all].sort((a, b) => byUrgency(a, b))
    // Ours are milliseconds, the database's microseconds.
    expect(all.map(({ kind, since }) => [kind, since.getTime()])).toEqual(sorted.map(({ kind, since }) => [kind, since.getTime()]))
  })

  test('are counted by kind, and those that wait longer than a day', async () => {
    const { counts, items } = await listQueue(moderator)
    expect(counts).toMatchObject({ danger: { all: 5 }, held: { all: 250 }, reports: { all: 245 }, organisations: { all: 0, long: 0 } })
    const all = (await everything()).flat()
    for (const kind of ['danger', 'held', 'reports'] as const) expect(counts[kind].long).toBe(all.filter((item) => item.kind === kind && item.long).length)
    expect(items[0]!.long).toBe(Date.now() - items[0]!.since.getTime() > 86_400_000)
    expect((await everything('held')).flat().every(({ kind }) => kind === 'held')).toBe(true)
  })

  test('nobody else learns of them; a place that is none is the top', async () => {
    for (const viewer of [null, await aPerson(), await aPerson({ roles: ['official'] })]) expect(await listQueue(viewer)).toMatchObject({ items: [], next: null, counts: { held: { all: 0, long: 0 } } })
    const top = (await listQueue(moderator)).items[0]!.id
    for (const after of ['', '1~2', "0~1~' or 1=1", `0~9999999999999999999~${randomUUID()}`]) expect((await listQueue(moderator, { after })).items[0]!.id).toBe(top)
  })

  test('a case knows its neighbours', async () => {
    const { items } = await listQueue(moderator)
    expect(await getNeighbours(moderator, items[1]!.id)).toEqual({ before: { about: 'comment', id: items[0]!.id }, after: { about: 'comment', id: items[2]!.id } })
    expect(await getNeighbours(moderator, items[0]!.id)).toMatchObject({ before: null })
    expect(await getNeighbours(await aPerson(), items[1]!.id)).toEqual({ before: null, after: null })
    expect(await getNeighbours(moderator, randomUUID())).toEqual({ before: null, after: null })
  })

  test('one case takes as many queries as ever', async () => {
    const { items } = await listQueue(moderator)
    const one = await queriesOf(() => getCase(moderator, items[0]!.id))
    expect(one).toBeGreaterThan(3)
    expect(one).toBeLessThanOrEqual(18)
  })

  test('who looks at a case is seen in the queue, without a name', async () => {
    const another = await aPerson({ roles: ['moderator'], name: 'Moderuje Ola' })
    const { items } = await listQueue(moderator)
    await claimCase(another, { commentId: items[0]!.id })
    const [seen] = (await listQueue(moderator)).items
    expect(seen).toMatchObject({ claim: { mine: false, since: expect.any(Date) } })
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${another.id}|Moderuje Ola`))
    expect((await listQueue(another)).items[0]).toMatchObject({ claim: { mine: true } })
  })
})

describe('what else waits', () => {
  test('an appeal, with until when; late once its fourteen days are over, and not for whoever decided', async () => {
    const [comment, decider] = await Promise.all([aComment(), aModerator()])
    const { id: decisionId } = await decide(decider, comment.id, 'hide')
    const { id } = await appeal(comment.author, decisionId)
    const find = async (viewer: Person) => (await listQueue(viewer, { kind: 'appeals' })).items.find((item) => item.id === id)
    expect(await find(moderator)).toMatchObject({ kind: 'appeals', contested: { kind: 'hide', commentId: comment.id }, own: false, long: false, dueAt: expect.any(Date) })
    expect(await find(decider)).toMatchObject({ own: true })
    await db.update(appeals).set({ at: sql`now() - interval '15 days'` }).where(eq(appeals.id, id))
    expect(await find(moderator)).toMatchObject({ long: true })
    expect((await listQueue(moderator)).counts.appeals).toEqual({ all: 1, long: 1 })
    expect((await getCase(moderator, comment.id))!.appealed).toMatchObject([{ id }])
  })

  test('A53: what may be a danger stands first, whoever sent it, with an account or without', async () => {
    const comment = await aComment()
    await reportFromOutside(comment.id, { ground: 'abuse', urgent: 'yes' })
    const { items } = await listQueue(moderator, { kind: 'danger' })
    expect(items.map(({ id }) => id)).toContain(comment.id)
    expect((await listQueue(moderator, { kind: 'reports' })).items.map(({ id }) => id)).not.toContain(comment.id)
  })
})

describe('cases like one', () => {
  const post = async (body: string, more: object = {}) => (await db.insert(comments).values({ threadId, authorId: (await aPerson()).id, body, ...more }).returning({ id: comments.id }))[0]!.id

  test('the same text is found whatever its case, accents and signs; a similar one where it is a case', async () => {
    const mark = randomUUID().replace(/\W/g, '')
    const [id, pasted] = [await post(`Pożyczki bez BIK! Zadzwoń dziś ${mark}`), await post(`pozyczki  bez bik, zadzwon dzis: ${mark}…`)]
    const similar = `Pożyczki bez BIK, zadzwoń jeszcze dziś ${mark}`
    const [held, unheard] = [await post(similar, { heldAt: new Date(), heldFor: 'links' }), await post(`${similar} i jutro`)]
    const found = await listAlike(moderator, id)
    expect(found.map(({ id, same }) => [id, same])).toEqual([[pasted, true], [held, false]])
    expect(found.map(({ id }) => id)).not.toContain(unheard)
    expect(await listAlike(await aPerson(), id)).toEqual([])
  })

  test('signs alone are like nothing', async () => {
    const id = await post('👍👍👍')
    await post('🌳')
    expect(await listAlike(moderator, id)).toEqual([])
  })

  test('the index of texts is used', async () => {
    await db.execute(sql`analyze comments`)
    const [row] = await db.select({ gist: sql<string>`gist_of(${comments.body})` }).from(comments).where(eq(comments.threadId, threadId)).limit(1)
    const plan = await db.execute<{ 'QUERY PLAN': string }>(sql`explain select id from comments where gist_of(body) = ${row!.gist}`)
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('comments_gist')
  })
})
