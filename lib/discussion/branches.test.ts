import fc from 'fast-check'
import { eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { organisations } from '../organisations/tables'
import { aPerson } from '../testing'
import { postComment } from './commands/comments'
import { react, withdrawReaction } from './commands/reactions'
import { getBranch } from './queries/branch'
import { commentsAPage, listBranches } from './queries/branches'
import { reactionKinds } from './rules'
import { hideComment, openThread } from './steps'
import { comments, officialAnswers } from './tables'
import { readCursor, type Order, type Turned, type View } from './views'

const aThread = () => db.transaction(openThread)
type Row = Partial<typeof comments.$inferInsert>

/** A thread with comments put in as they are, to be read. */
async function aTalk() {
  const [person, threadId] = [await aPerson(), await aThread()]
  const add = async (row: Row = {}) => {
    const [added] = await db.insert(comments).values({ threadId, authorId: person.id, body: 'Głos.', ...row }).returning({ id: comments.id })
    return added!.id
  }
  return { person, threadId, add }
}

/** Every comment of a view, page by page, in the order in which it is listed; between pages something may happen. */
async function readToTheEnd(threadId: string, view: View, meanwhile: () => Promise<unknown> = async () => {}) {
  const ids: string[] = []
  let next: string | null | undefined
  do {
    const page = await listBranches(null, threadId, view, { after: readCursor(next ?? undefined) })
    expect(page.branches.length).toBeLessThanOrEqual(commentsAPage)
    ids.push(...page.branches.map(({ id }) => id))
    next = page.next
    await meanwhile()
  } while (next)
  return ids
}

test('each order lists every branch once, in its order, however long', async () => {
  const { threadId, add } = await aTalk()
  const roots: { id: string; agrees: number; replies: number }[] = []
  for (let n = 0; n < 2 * commentsAPage + 5; n++) roots.push({ id: await add({ agrees: n % 4, ...(n % 5 === 3 && { hiddenAt: new Date(), hiddenGround: 'spam' }) }), agrees: n % 4, replies: n % 3 })
  for (const { id, replies } of roots) for (let n = 0; n < replies; n++) await add({ parentId: id })
  const by = (compare: (a: (typeof roots)[number], b: (typeof roots)[number]) => number) => roots.toSorted((a, b) => compare(a, b) || (a.id < b.id ? 1 : -1)).map(({ id }) => id)
  expect(await readToTheEnd(threadId, { order: 'newest' })).toEqual(by(() => 0))
  expect(await readToTheEnd(threadId, { order: 'oldest' })).toEqual(by(() => 0).toReversed())
  expect(await readToTheEnd(threadId, { order: 'agreed' })).toEqual(by((a, b) => b.agrees - a.agrees))
  expect(await readToTheEnd(threadId, { order: 'debated' })).toEqual(by((a, b) => b.replies - a.replies))
})

test('while others write, a reader meets each comment once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<Order>('newest', 'oldest', 'agreed', 'debated'), fc.array(fc.nat(5), { minLength: 21, maxLength: 45 }), fc.nat(4), async (order, numbers, writes) => {
      const { threadId, add } = await aTalk()
      const there = new Set<string>()
      for (const agrees of numbers) there.add(await add({ agrees }))
      const met = await readToTheEnd(threadId, { order }, async () => {
        // At the end of an order that begins with the oldest there is always another page; once is enough.
        for (let n = 0; n < writes && there.size; n++) await add()
        writes = 0
      })
      expect(new Set(met).size).toBe(met.length)
      expect([...there].filter((id) => !met.includes(id))).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('the way back is the way there, page by page, and while others write it leads past the same comments', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<Order>('newest', 'oldest', 'agreed', 'debated', 'questions'), fc.array(fc.nat(5), { minLength: 31, maxLength: 50 }), fc.array(fc.nat(5), { maxLength: 4 }), async (order, numbers, written) => {
      const { threadId, add } = await aTalk()
      const write = (agrees: number) => add({ agrees, stance: 'question' })
      const there = new Set<string>()
      for (const agrees of numbers) there.add(await write(agrees))
      const turn = async (turned: Turned) => {
        const { branches, previous, next } = await listBranches(null, threadId, { order }, turned)
        return { ids: branches.map(({ id }) => id), previous: readCursor(previous ?? undefined), next: readCursor(next ?? undefined) }
      }
      const forward = [await turn({})]
      while (forward.at(-1)!.next) forward.push(await turn({ after: forward.at(-1)!.next }))
      expect(forward[0]!.previous).toBeUndefined()
      const back = [forward.at(-1)!]
      while (back[0]!.previous) {
        for (const agrees of written) await write(agrees)
        back.unshift(await turn({ before: back[0]!.previous }))
        expect(back[0]!.next).toBeDefined()
      }
      const met = (pages: typeof back) => pages.flatMap(({ ids }) => ids)
      expect(new Set(met(back)).size).toBe(met(back).length)
      expect(met(back).filter((id) => there.has(id))).toEqual(met(forward))
      if (!written.length) expect(back.map(({ ids }) => ids)).toEqual(forward.map(({ ids }) => ids))
    }),
    { numRuns: 12, examples: [['agreed', Array.from({ length: 40 }, (_, n) => n % 6), []], ['questions', Array.from({ length: 46 }, (_, n) => n % 6), []], ['debated', Array.from({ length: 31 }, () => 1), [5, 0]]] },
  )
}, 60_000)

test('stances, organisations and the office can be read by themselves, wherever they stand', async () => {
  const { person, threadId, add } = await aTalk()
  const [organisation] = await db.insert(organisations).values({ name: 'Zielone Podwórko', slug: crypto.randomUUID(), legalForm: 'association', seat: 'Toruń', about: 'Ogrody', contactEmail: 'a@example.org', registeredById: person.id }).returning()
  const root = await add({ stance: 'for' })
  const idea = await add({ stance: 'idea', parentId: root })
  const office = await add({ official: true, parentId: idea })
  const spoken = await add({ organisationId: organisation!.id, stance: 'for' })
  const gone = await add({ stance: 'for', hiddenAt: new Date(), hiddenGround: 'spam' })
  const ids = async (view: View) => (await listBranches(null, threadId, view)).branches.map(({ id }) => id)
  expect(await ids({ order: 'oldest', stance: 'for' })).toEqual([root, spoken])
  expect(await ids({ order: 'newest', stance: 'idea' })).toEqual([idea])
  expect(await ids({ order: 'newest', who: 'office' })).toEqual([office])
  expect(await ids({ order: 'agreed', who: 'organisations', stance: 'for' })).toEqual([spoken])
  expect(await ids({ order: 'newest' })).toEqual([gone, spoken, root])
})

test('a question waits until the office answers it, below it or by pointing at it', async () => {
  const { threadId, add } = await aTalk()
  const [below, pointed, open, hidden] = [await add({ stance: 'question' }), await add({ stance: 'question' }), await add({ stance: 'question' }), await add({ stance: 'question' })]
  await add({ stance: 'for' })
  await add({ parentId: below, official: true })
  const pointing = await add({ official: true })
  await db.insert(officialAnswers).values({ answerId: pointing, commentId: pointed })
  await add({ parentId: open })
  await add({ parentId: hidden, official: true, hiddenAt: new Date(), hiddenGround: 'spam' })
  const page = await listBranches(null, threadId, { order: 'questions' })
  expect(page.branches.map(({ id }) => id).toSorted()).toEqual([open, hidden].toSorted())
})

test('answers of the office stand first: in their branch, and above a thread, with what they point at', async () => {
  const { threadId, add } = await aTalk()
  const root = await add()
  const answers = [await add({ parentId: root }), await add({ parentId: root }), await add({ parentId: root })]
  const deep = await add({ parentId: answers[2], official: true })
  const pointing = await add({ official: true })
  await db.insert(officialAnswers).values([{ answerId: pointing, commentId: root }, { answerId: pointing, commentId: answers[0]! }])
  for (let n = 0; n < commentsAPage; n++) await add()
  const first = await listBranches(null, threadId)
  expect(first.official.map(({ id }) => id)).toEqual([pointing, deep])
  expect(first.official[0]!.answered.toSorted()).toEqual([root, answers[0]!].toSorted())
  const second = await listBranches(null, threadId, { order: 'newest' }, { after: readCursor(first.next!) })
  expect(second).toMatchObject({ next: null, official: [] })
  expect(second.branches.map(({ id }) => id)).toEqual([pointing, root])
  expect(second.branches[1]).toMatchObject({ replies: 4, firstAnswers: [{ id: deep }, { id: answers[0] }] })
})

test('a branch reads as a tree, page by page, from any comment of it', async () => {
  const { threadId, add } = await aTalk()
  const root = await add()
  const [a, b] = [await add({ parentId: root }), await add({ parentId: root })]
  const a1 = await add({ parentId: a })
  const b1 = await add({ parentId: b })
  const a2 = await add({ parentId: a })
  const a11 = await add({ parentId: a1 })
  await add()
  const ids = async (id: string) => {
    const { above, comment, below } = (await getBranch(null, threadId, id))!
    return [above.map(({ id }) => id), comment.id, below.map(({ id }) => id)]
  }
  expect(await ids(root)).toEqual([[], root, [a, a1, a11, a2, b, b1]])
  expect(await ids(a)).toEqual([[root], a, [a1, a11, a2]])
  expect(await ids(a11)).toEqual([[root, a, a1], a11, []])
  expect(await getBranch(null, await aThread(), a)).toBeNull()
})

test('A65: below the deepest indent answers stand beside each other, and each leads to its own', async () => {
  const { threadId, add } = await aTalk()
  const chain = [await add()]
  for (let n = 0; n < 7; n++) chain.push(await add({ parentId: chain.at(-1)! }))
  const whole = (await getBranch(null, threadId, chain[0]!))!
  expect(whole.below.map(({ id }) => id)).toEqual(chain.slice(1))
  expect(whole.below.map(({ depth, indent }) => [depth, indent])).toEqual([[1, 1], [2, 2], [3, 3], [4, 4], [5, 4], [6, 4], [7, 4]])
  const deep = (await getBranch(null, threadId, chain[5]!))!
  expect(deep.above.map(({ id }) => id)).toEqual(chain.slice(0, 5))
  expect(deep.below.map(({ id }) => id)).toEqual([chain[6]])
})

test('A65: in a thread of 10,000 with a branch 1,000 deep each page is small, and asks no more of the database than in a short one', { timeout: 60_000 }, async () => {
  const { person, threadId, add } = await aTalk()
  const root = await add()
  await db.execute(sql`insert into comments (id, thread_id, author_id, body) select gen_random_uuid(), ${threadId}, ${person.id}, repeat('ż', 4000) from generate_series(1, 1000)`)
  await db.execute(sql`insert into comments (id, thread_id, author_id, body) select gen_random_uuid(), ${threadId}, ${person.id}, 'Głos.' from generate_series(1, 8000)`)
  let deepest = root
  for (let n = 0; n < 1000; n++) deepest = await add({ parentId: deepest })
  await db.execute(sql`analyze comments`)
  const cost = async (read: () => Promise<unknown>) => {
    const times: number[] = []
    for (let n = 0; n < 5; n++) {
      const began = performance.now()
      await read()
      times.push(performance.now() - began)
    }
    return Math.min(...times)
  }
  const page = await listBranches(null, threadId, { order: 'oldest' })
  expect(page.branches.length).toBe(commentsAPage)
  const branch = (await getBranch(null, threadId, root))!
  expect(branch.below.length).toBeLessThanOrEqual(200)
  expect(branch.next).not.toBeNull()
  for (const { indent } of branch.below) expect(indent).toBeLessThanOrEqual(4)
  const short = await aTalk()
  for (let n = 0; n < commentsAPage; n++) await short.add()
  expect(await cost(() => listBranches(null, threadId))).toBeLessThan(10 * (await cost(() => listBranches(null, short.threadId))) + 50)
})

test('a long branch is read to its end, each answer once', async () => {
  const { threadId, add } = await aTalk()
  const root = await add()
  const ids: string[] = []
  for (let n = 0; n < 230; n++) ids.push(await add({ parentId: n % 3 ? ids[n - 1] : root }))
  const met: string[] = []
  let next: string | null | undefined
  do {
    const page = (await getBranch(null, threadId, root, next ?? undefined))!
    met.push(...page.below.map(({ id }) => id))
    next = page.next
  } while (next)
  expect(met.length).toBe(230)
  expect(new Set(met)).toEqual(new Set(ids))
})

test('what is not to be read keeps its place and its answers, and shows nothing of itself', async () => {
  const { person, threadId, add } = await aTalk()
  const root = await add({ body: 'Słowo, którego nie ma.', stance: 'for', agrees: 3 })
  const withdrawn = await add({ parentId: root, body: 'Wycofane słowo.', withdrawnAt: new Date() })
  const held = await add({ parentId: withdrawn, body: 'Zatrzymane słowo.', heldAt: new Date(), heldFor: 'words' })
  await postComment(person, { threadId, parentId: root, body: 'Czytelne.' })
  await db.transaction((tx) => hideComment(tx, root, 'abuse'))
  const { branches } = await listBranches(null, threadId)
  expect(branches).toMatchObject([{ id: root, state: 'hidden', hiddenGround: 'abuse', body: null, author: null, stance: null, agrees: 0, replies: 3 }])
  expect(branches[0]!.firstAnswers.map(({ id, state }) => [id, state])).toEqual([[withdrawn, 'withdrawn'], [held, 'held']])
  expect(JSON.stringify([branches, await getBranch(null, threadId, root)])).not.toMatch(/[Ss]łowo/)
})

test('the counters of comments are what their rows say', async () => {
  const { threadId, add } = await aTalk()
  const ids = [await add()]
  for (let n = 1; n < 40; n++) ids.push(await add({ parentId: n % 7 ? ids[Math.floor(n / 2)] : undefined }))
  for (let n = 0; n < 6; n++) {
    const reader = await aPerson()
    for (const id of ids.slice(0, 8)) await react(reader, { commentId: id, revision: 1, kind: reactionKinds[n % 3] })
    await react(reader, { commentId: ids[0], revision: 1, kind: 'disagree' })
    await withdrawReaction(reader, { commentId: ids[1] })
  }
  expect(await db.select({ agrees: comments.agrees, disagrees: comments.disagrees, passes: comments.passes }).from(comments).where(inArray(comments.id, ids.slice(0, 3))).orderBy(comments.id)).toEqual([
    { agrees: 0, disagrees: 6, passes: 0 },
    { agrees: 0, disagrees: 0, passes: 0 },
    { agrees: 2, disagrees: 2, passes: 2 },
  ])
  const wrong = await db.execute(sql`
    select c.id from comments c where c.thread_id = ${threadId} and (
      c.replies <> (select count(*) from comments a where case when c.parent_id is null then a.root_id = c.id else a.parent_id = c.id end)
      or c.depth <> (with recursive up as (select c.parent_id as id, 0 as steps union all select p.parent_id, steps + 1 from up join comments p on p.id = up.id) select max(steps) from up)
      or (c.agrees, c.disagrees, c.passes) <> (select count(*) filter (where kind = 'agree'), count(*) filter (where kind = 'disagree'), count(*) filter (where kind = 'pass') from reactions r where r.comment_id = c.id))`)
  expect(wrong).toEqual([])
  expect(await db.$count(comments, eq(comments.threadId, threadId))).toBe(40)
})
