import { randomUUID } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { countTowards } from '../limits'
import { client, db } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import { aPerson } from '../testing'
import { postComment } from './commands/comments'
import { getOwnMarks, listOwnComments } from './queries/own'
import { listComments, listNewest } from './queries/voices'
import { closeThreads, hideComment, lockThread, openThread } from './steps'
import { comments, threads } from './tables'

const aThread = () => db.transaction(openThread)
const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const texts = async (threadId: string) => (await listComments(null, threadId, undefined, 100)).map(({ body }) => body)
const rowOf = async (id: string) => (await db.select().from(comments).where(eq(comments.id, id)))[0]!
afterEach(() => vi.unstubAllEnvs())

test('a comment is posted as typed, with its stance, and answered', async () => {
  const [ala, jan, threadId] = [await aPerson(), await aPerson({ name: 'Jan' }), await aThread()]
  const first = await postComment(ala, { threadId, body: ' Tak\r\n\r\n\r\n\r\nbędzie. ', stance: 'for' })
  const answer = await postComment(jan, { threadId, parentId: first.id, body: 'Nie.', stance: '' })
  await postComment(ala, { threadId, parentId: answer.id, body: 'A jednak.' })
  expect(await listComments(null, threadId, undefined, 9)).toMatchObject([
    { body: 'Tak\n\nbędzie.', stance: 'for', author: ala.name, replies: 2, depth: 0, revision: 1, editedAt: null, official: false },
    { body: 'Nie.', stance: null, depth: 1, answers: null },
    { body: 'A jednak.', depth: 2, answers: 'Jan' },
  ])
})

describe('A43: one render of a form posts once', () => {
  test('whatever is clicked, retried or resent', async () => {
    const [ala, threadId, formKey] = [await aPerson(), await aThread(), randomUUID()]
    const ids = await Promise.all(Array.from({ length: 8 }, () => postComment(ala, { threadId, body: 'Raz.', formKey }).then(({ id }) => id)))
    expect(new Set(ids).size).toBe(1)
    expect(await texts(threadId)).toEqual(['Raz.'])
  })
  test('but another text is another comment', async () => {
    const [ala, threadId, formKey] = [await aPerson(), await aThread(), randomUUID()]
    const one = await postComment(ala, { threadId, body: 'Raz.', formKey })
    const other = await postComment(ala, { threadId, body: 'Dwa.', formKey })
    expect(other.id).not.toBe(one.id)
    expect(await texts(threadId)).toEqual(['Raz.', 'Dwa.'])
  })
  test('also what is held: resent, it is still the same one, held for the same', async () => {
    const [ala, threadId, formKey] = [await aPerson(), await aThread(), randomUUID()]
    const send = () => postComment(ala, { threadId, body: 'Zobacz https://example.org', formKey })
    expect(await send()).toEqual({ ...(await send()), held: 'links' })
  })
})

test('each refusal says why', async () => {
  const [ala, threadId] = [await aPerson(), await aThread()]
  const { id: parentId } = await postComment(ala, { threadId, body: 'Pierwszy.' })
  await expect(postComment({ ...ala, name: null }, { threadId, body: 'x' })).rejects.toMatchObject({ objection: { key: 'objection.nameFirst' } })
  await expect(postComment(ala, { threadId, body: ' ' })).rejects.toMatchObject({ kind: 'invalid', fields: { body: [{ key: 'problem.writeSomething' }] } })
  await expect(postComment(ala, { threadId, body: 'a'.repeat(4001) })).rejects.toMatchObject({ fields: { body: [{ key: 'problem.tooLong', values: { max: 4000 } }] } })
  await expect(postComment(ala, { threadId: randomUUID(), body: 'x' })).rejects.toMatchObject({ kind: 'missing' })
  expect(await refusalOf(postComment(ala, { threadId, body: 'x', speaksAs: 'office' }))).toBe('objection.notTheOffice')
  expect(await refusalOf(postComment(ala, { threadId: await aThread(), parentId, body: 'w innym wątku' }))).toBe('objection.commentGone')
  await db.transaction((tx) => hideComment(tx, parentId, 'spam'))
  expect(await refusalOf(postComment(ala, { threadId, parentId, body: 'na ukryty' }))).toBe('objection.commentGone')
  await db.transaction((tx) => lockThread(tx, threadId, ala))
  expect(await refusalOf(postComment(ala, { threadId, body: 'x' }))).toBe('objection.threadLocked')
  const closed = await aThread()
  await db.transaction((tx) => closeThreads(tx, [closed], 'withdrawn'))
  expect(await refusalOf(postComment(ala, { threadId: closed, body: 'x' }))).toBe('objection.taskWithdrawn')
})

test('A49: more than 20 comments in ten minutes are too many, and refusals count', async () => {
  const [ala, threadId] = [await aPerson(), await aThread()]
  for (let n = 0; n < 20; n++) await countTowards('comment.posted', ala.id, { max: 20, minutes: 10 })
  await expect(postComment(ala, { threadId, body: 'za dużo' })).rejects.toMatchObject({ kind: 'too-many', objection: { values: { minutes: 10 } } })
})

describe('the checks before a comment appears', () => {
  test('A08: the same text by the same person in the same thread, whatever hides it', async () => {
    const [ala, threadId] = [await aPerson(), await aThread()]
    const { id } = await postComment(ala, { threadId, body: 'Posadźmy lipy.' })
    expect(await refusalOf(postComment(ala, { threadId, body: 'POSADZMY\u200b lipy!' }))).toBe('writing.refused.repeat')
    expect(await refusalOf(postComment(await aPerson(), { threadId, body: 'Posadźmy lipy.' }))).toBe('allowed')
    expect(await refusalOf(postComment(ala, { threadId: await aThread(), body: 'Posadźmy lipy.' }))).toBe('allowed')
    await db.update(comments).set({ postedAt: sql`now() - interval '25 hours'` }).where(eq(comments.id, id))
    expect(await refusalOf(postComment(ala, { threadId, body: 'Posadźmy lipy.' }))).toBe('allowed')
  })
  test('A52: personal data asks first, and waits then', async () => {
    const [ala, threadId] = [await aPerson(), await aThread()]
    const body = 'Pan z PESEL 44051401359 wie o tym.'
    await expect(postComment(ala, { threadId, body })).rejects.toMatchObject({ kind: 'invalid', objection: { key: 'writing.warnedFirst' }, fields: { goesOn: [{ key: 'writing.warned', values: { kind: 'pesel', passage: '44051401359' } }] } })
    expect(await db.$count(comments, eq(comments.threadId, threadId))).toBe(0)
    const { id, held } = await postComment(ala, { threadId, body, goesOn: 'yes' })
    expect(held).toBe('personal-data')
    expect(await rowOf(id)).toMatchObject({ state: 'held', heldFor: 'personal-data', heldAt: expect.any(Date) })
  })
  test('what is held is to be read by nobody but its author', async () => {
    const [ala, threadId] = [await aPerson(), await aThread()]
    const body = `KANAREK ${randomUUID().replace(/[\d-]/g, '')} https://example.org`
    const { id, held } = await postComment(ala, { threadId, body })
    expect(held).toBe('links')
    expect(JSON.stringify([await texts(threadId), await listNewest(null, [threadId], 9), await getOwnMarks(await aPerson(), threadId)])).not.toContain('KANAREK')
    expect((await getOwnMarks(ala, threadId)).unread).toMatchObject([{ id, body, state: 'held', heldFor: 'links' }])
    expect(await listOwnComments(ala)).toMatchObject([{ id, body, state: 'held' }])
    expect(await refusalOf(postComment(await aPerson(), { threadId, parentId: id, body: 'odpowiedź' }))).toBe('objection.commentGone')
  })
  test('three voices that can be read make somebody known', async () => {
    const [ala, threadId] = [await aPerson(), await aThread()]
    for (const body of ['Raz.', 'Dwa.', 'Trzy.']) await postComment(ala, { threadId: await aThread(), body })
    expect((await postComment(ala, { threadId, body: 'Zobacz https://example.org' })).held).toBeNull()
  })
  test('a flood over all threads', async () => {
    const ala = await aPerson()
    await db.insert(comments).values(await Promise.all(Array.from({ length: 10 }, async (_, n) => ({ threadId: await aThread(), authorId: ala.id, body: `${n}` }))))
    const { id, held } = await postComment(ala, { threadId: await aThread(), body: 'jedenasty' })
    expect(held).toBe('flood')
    await db.update(comments).set({ postedAt: sql`now() - interval '6 minutes'` }).where(eq(comments.authorId, ala.id))
    expect((await postComment(ala, { threadId: await aThread(), body: 'później' })).held).toBeNull()
    expect((await rowOf(id)).state).toBe('held')
  })
  test('first voices of a new account, where the office chose so', async () => {
    vi.stubEnv('HOLD_FIRST_VOICES', '1')
    const [ala, threadId] = [await aPerson(), await aThread()]
    expect((await postComment(ala, { threadId, body: 'Dzień dobry.' })).held).toBe('first-voices')
    await db.update(comments).set({ heldAt: null, heldFor: null }).where(eq(comments.authorId, ala.id))
    expect((await postComment(ala, { threadId, body: 'Znowu ja.' })).held).toBeNull()
  })
})

test('an organisation speaks only through its members, once it is confirmed', async () => {
  const [ala, stranger, threadId] = [await aPerson(), await aPerson(), await aThread()]
  const [organisation] = await db.insert(organisations).values({ name: 'Zielone Podwórko', slug: randomUUID(), legalForm: 'association', seat: 'Toruń', about: 'Ogrody', contactEmail: 'a@example.org', registeredById: ala.id }).returning()
  const speaksAs = organisation!.id
  await db.insert(organisationMembers).values({ organisationId: speaksAs, personId: ala.id })
  expect(await refusalOf(postComment(ala, { threadId, speaksAs, body: 'x' }))).toBe('objection.notYourOrganisation')
  await db.update(organisations).set({ confirmedAt: new Date(), confirmedById: stranger.id }).where(eq(organisations.id, speaksAs))
  expect(await refusalOf(postComment(stranger, { threadId, speaksAs, body: 'x' }))).toBe('objection.notYourOrganisation')
  await postComment(ala, { threadId, speaksAs, body: 'Mamy koordynatorów, zobacz https://example.org.' })
  expect(await listComments(null, threadId, undefined, 9)).toMatchObject([{ organisation: { name: 'Zielone Podwórko' }, official: false }])
})

test('A44: comments against closing: none is posted after', async () => {
  const threadId = await aThread()
  const people = await Promise.all(Array.from({ length: 20 }, () => aPerson()))
  const posts = people.map((person) => postComment(person, { threadId, body: 'zdążę?' }).catch(() => null))
  await db.transaction((tx) => closeThreads(tx, [threadId], 'over'))
  await Promise.all(posts)
  expect(await db.select({ id: comments.id }).from(comments).innerJoin(threads, eq(threads.id, comments.threadId)).where(and(eq(threads.id, threadId), gt(comments.postedAt, threads.closesAt)))).toEqual([])
})

test('posting takes at most 8 statements, with the session and the limit', async () => {
  const [ala, threadId] = [await aPerson(), await aThread()]
  const { id: parentId } = await postComment(ala, { threadId, body: 'Rozgrzewka.' })
  const sent: string[] = []
  const before = client.options.debug
  client.options.debug = (_, query) => void sent.push(query)
  try {
    await postComment(ala, { threadId, parentId, body: 'Policzmy.', formKey: randomUUID() })
  } finally {
    client.options.debug = before
  }
  const counted = sent.filter((query) => !/^\s*(begin|commit)/i.test(query))
  expect(counted.length).toBeGreaterThan(2)
  expect(counted.length + 1, counted.join('\n')).toBeLessThanOrEqual(8) // One more: the session.
})
