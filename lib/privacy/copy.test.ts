import { randomUUID } from 'node:crypto'
import { and, eq, like, sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/account/copy/[format]/route'
import { hashOf, newSecret } from '../accounts/secrets'
import { sessions } from '../accounts/tables'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { fileStore } from '../file-store'
import { reportContent } from '../moderation/commands/reports'
import type { Person } from '../person'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { castBallot } from '../voting/commands'
import { askForCopy, deleteAccount } from './commands'
import { makeDueCopies, removeOldCopies } from './copy/making'
import { toPage } from './copy/page'
import { partNames, type Part, type Row } from './copy/parts'
import { getOwnCopy } from './queries'
import { personalCopies } from './tables'

let token: string | undefined
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => (token ? { value: token } : undefined) }) }))
beforeEach(() => {
  token = undefined
})
async function signIn(person: Person, minutesAgo = 0) {
  token = newSecret()
  await db.insert(sessions).values({ tokenHash: hashOf(token), personId: person.id, expiresAt: new Date(Date.now() + 600_000), startedAt: sql`now() - ${minutesAgo} * interval '1 minute'` as never })
}
const fetched = (format: string) => GET(new Request('http://localhost:3000/'), { params: Promise.resolve({ format }) })
const answerTo = async (answer: Promise<Response>) => {
  const { status, headers } = await answer
  return [status, headers.get('location')]
}
const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const bytesOf = async (key: string) => !!(await (await fileStore()).get(key))
const keysOf = async (person: Person) => (await db.select().from(personalCopies).where(eq(personalCopies.personId, person.id)))[0]!

/** Somebody who spoke, voted and reported, with a copy of it all. */
async function someoneWithCopy() {
  const [person, other, task] = [await aPerson({ name: 'Wanda z Mokrego' }), await aPerson({ name: 'Obca Osoba' }), await aTask()]
  await postComment(person, { threadId: task.threadId, body: 'Warto & <trzeba> posadzić lipy.' })
  const others = await postComment(other, { threadId: task.threadId, body: 'Cudze słowa o klonach.' })
  await castBallot(person, { questionId: task.questionId, choice: 'against' })
  await reportContent(person, { commentId: others.id, revision: 1, ground: 'off-topic', sentence: 'Klony są gdzie indziej.' })
  await askForCopy(person, { language: 'pl' })
  await makeDueCopies()
  return { person, other }
}

test('a copy is made once, told by a mail without a secret, and says everything of oneself and nothing of others', async () => {
  const { person, other } = await someoneWithCopy()
  const [mail] = await db.select().from(outbox).where(and(eq(outbox.recipient, person.email), like(outbox.subject, 'Kopia%')))
  expect(mail!.body.match(/https?:\S+/g)).toEqual(['http://localhost:3000/konto/kopia'])
  await signIn(person)
  const json = await (await fetched('json')).text()
  const copy = JSON.parse(json) as Record<Part, Row[]>
  expect(Object.keys(copy)).toEqual(['madeAt', 'site', ...partNames])
  expect(copy.account).toMatchObject([{ name: person.name, email: person.email }])
  expect(copy.comments).toMatchObject([{ text: 'Warto & <trzeba> posadzić lipy.', state: 'shown', clause: '2026-11-27', address: expect.stringContaining('/glos/') }])
  expect(copy.ballots).toMatchObject([{ choices: ['against'], history: [{ choices: ['against'] }], about: expect.stringContaining('Wspieranie sąsiedzkich ogrodów') }])
  expect(copy.reports).toMatchObject([{ ground: 'off-topic', text: 'Klony są gdzie indziej.', outcome: null }])
  expect(copy.events.map(({ what }) => what)).toEqual(expect.arrayContaining(['comment.posted', 'ballot.cast', 'copy.asked']))
  const page = await (await fetched('html')).text()
  for (const secret of [other.name!, other.email, other.id, 'Cudze słowa']) expect(json + page).not.toContain(secret)
  expect(page).toContain('Warto &#38; &#60;trzeba&#62; posadzić lipy.')
  expect(page).toMatch(/<dt>Wybór<\/dt><dd>przeciw<\/dd>/)
  expect(page).not.toMatch(/<(script|img|link|iframe)|https?:\/\/(?!localhost)/)
})

test('whoever signed in more than ten minutes ago is led to signing in again; nobody, and whoever has none, finds nothing', async () => {
  const { person } = await someoneWithCopy()
  await signIn(person, 9)
  const answer = await fetched('json')
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-disposition')]).toEqual([200, 'private, no-store', 'attachment; filename="glos-torunia.json"'])
  await signIn(person, 11)
  expect(await answerTo(fetched('json'))).toEqual([303, '/konto/kopia'])
  expect(await answerTo(fetched('html'))).toEqual([303, '/konto/kopia'])
  expect(await answerTo(fetched('xml'))).toEqual([404, null])
  token = undefined
  expect(await answerTo(fetched('json'))).toEqual([404, null])
  await signIn(await aPerson())
  expect(await answerTo(fetched('json'))).toEqual([404, null])
})

test('each gets their own, since no address names a copy', async () => {
  const [one, another] = [await someoneWithCopy(), await someoneWithCopy()]
  for (const { person } of [one, another]) {
    await signIn(person)
    expect((await (await fetched('json')).json() as Record<Part, Row[]>).account[0]!.email).toBe(person.email)
  }
})

test('one at a time, also of several that are asked for at once', async () => {
  const person = await aPerson()
  const answers = await Promise.all([1, 2, 3].map(() => refusalOf(askForCopy(person, { language: 'en' }))))
  expect(answers.sort()).toEqual(['allowed', 'privacy.copy.hasOne', 'privacy.copy.hasOne'])
  await Promise.all([makeDueCopies(), makeDueCopies()])
  expect((await db.select().from(outbox).where(eq(outbox.recipient, person.email))).map(({ subject }) => subject)).toEqual(['The copy of your data from Głos Torunia is ready'])
})

test('after a day it is gone: for its owner at once, its bytes at the next look', async () => {
  const { person } = await someoneWithCopy()
  const { jsonKey, pageKey } = await keysOf(person)
  await removeOldCopies()
  expect([await bytesOf(jsonKey), await bytesOf(pageKey)]).toEqual([true, true])
  const [copy] = await db.update(personalCopies).set({ expiresAt: sql`${personalCopies.expiresAt} - interval '24 hours'` }).where(eq(personalCopies.personId, person.id)).returning()
  expect(copy!.expiresAt!.getTime()).toBeLessThanOrEqual(Date.now())
  await signIn(person)
  expect(await getOwnCopy(person)).toBeNull()
  expect(await answerTo(fetched('json'))).toEqual([404, null])
  await removeOldCopies()
  expect([await bytesOf(jsonKey), await bytesOf(pageKey)]).toEqual([false, false])
  expect(await refusalOf(askForCopy(person, { language: 'pl' }))).toBe('allowed')
})

test('whoever leaves takes their copy along, made or not', async () => {
  const [{ person }, waiting] = [await someoneWithCopy(), await aPerson()]
  const { jsonKey, pageKey, id } = await keysOf(person)
  await askForCopy(waiting, { language: 'pl' })
  const { id: waitingId } = await keysOf(waiting)
  for (const who of [person, waiting]) await deleteAccount(who, { sure: 'yes' })
  await makeDueCopies()
  await removeOldCopies()
  expect([await bytesOf(jsonKey), await bytesOf(pageKey)]).toEqual([false, false])
  for (const gone of [id, waitingId]) expect(await db.$count(personalCopies, eq(personalCopies.id, gone))).toBe(0)
})

test('a copy that cannot be made holds up nobody else’s', async () => {
  const [broken, fine] = [await aPerson(), await aPerson()]
  for (const person of [broken, fine]) await askForCopy(person, { language: 'pl' })
  const { id, jsonKey } = await keysOf(broken)
  const store = await fileStore()
  await store.put(jsonKey, Buffer.from('a'))
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
  await db.execute(sql`alter table personal_copies add constraint breaks check (id <> ${sql.raw(`'${id}'`)} or ready_at is null) not valid`)
  await makeDueCopies()
  await db.execute(sql`alter table personal_copies drop constraint breaks`)
  silent.mockRestore()
  expect([(await keysOf(broken)).readyAt, (await keysOf(fine)).readyAt]).toEqual([null, expect.any(Date)])
  await makeDueCopies()
  expect((await keysOf(broken)).readyAt).toBeInstanceOf(Date)
})

test('what people typed is text on the page, whatever it looks like', () => {
  const parts = Object.fromEntries(partNames.map((part) => [part, [] as Row[]])) as Record<Part, Row[]>
  const page = toPage({ madeAt: new Date(), site: 'http://localhost:3000', parts: { ...parts, comments: [{ about: `</title><script>alert("${randomUUID()}")</script>`, text: '2026-11-22T10:00:00 za', stance: 'for' }] } }, 'pl')
  expect(page.match(/<\/?script/g)).toBeNull()
  expect(page).toContain('<dd>2026-11-22T10:00:00 za</dd>')
  expect(page).toContain('<dd>za</dd>')
})
