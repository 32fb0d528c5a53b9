import { randomUUID } from 'node:crypto'
import { like, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { keepDraft } from './accounts/commands'
import { askedFrom } from './client-address.mjs'
import { db } from './db'
import { postComment } from './discussion/commands/comments'
import { countForOrganisation, countTowards, countTry, isWithin } from './limits'
import { aTeam } from './organisations/testing'
import { Refusal, retryAfter } from './refusal'
import { limits } from './tables'
import { aPerson, aTask } from './testing'

const name = () => `test.${randomUUID()}`
const times = async (count: number, act: () => Promise<unknown>) => {
  for (let n = 0; n < count; n++) await act()
}
const tooMany = { kind: 'too-many', objection: { key: 'objection.tooMany' } }
const tooManyFromNetwork = { kind: 'too-many', objection: { key: 'objection.tooManyFromNetwork' } }

test('a person, a network and everybody are counted apart', async () => {
  const limit = { max: 2, minutes: 10, network: { max: 3, minutes: 10 }, everyone: { max: 5, minutes: 10 } }
  const change = name()
  const tries = (person: string | null, from: string) => askedFrom(from, () => countTry(change, limit, person, null))
  await times(2, () => tries('ala', '192.0.2.1'))
  await expect(tries('ala', '192.0.2.2')).rejects.toMatchObject(tooMany) // Another network is no other person.
  await expect(tries('jan', '192.0.2.1')).resolves.toBeUndefined()
  await expect(tries('ola', '192.0.2.1')).rejects.toMatchObject(tooManyFromNetwork) // Another person is no other network.
  await expect(tries('ewa', '192.0.2.3')).rejects.toMatchObject({ kind: 'too-many', objection: { key: 'objection.tooManyAtOnce' } }) // Five of everybody were before.
})

test('A60: one IPv6 network is one, however many addresses it has; IPv4 in IPv6 is IPv4', async () => {
  const change = name()
  const from = (address: string) => askedFrom(address, () => countTry(change, { max: 2, minutes: 10 }, null, null))
  await from('2001:db8:0:1::1')
  await from('2001:db8:0:1:ffff::2')
  await expect(from('2001:db8:0:1:1:2:3:4')).rejects.toMatchObject(tooManyFromNetwork)
  await from('2001:db8:0:2::1')
  await from('198.51.100.9')
  await from('::ffff:198.51.100.9')
  await expect(from('198.51.100.9')).rejects.toMatchObject(tooManyFromNetwork)
})

test('thirty people of one school are not shut out where one person would be, and a hundred robots are', async () => {
  const change = name()
  const tries = (person: string) => askedFrom('192.0.2.50', () => countTry(change, { max: 1, minutes: 10 }, person, null))
  for (let pupil = 0; pupil < 30; pupil++) await tries(`pupil ${pupil}`)
  await expect(tries('another')).rejects.toMatchObject(tooManyFromNetwork)
})

test('an organisation is counted with all its people, and only by those who may act for it', async () => {
  const [{ organisationId, owner }, outsider, { threadId }] = [await aTeam(), await aPerson(), await aTask()]
  for (let n = 0; n < 3; n++) await expect(postComment(outsider, { threadId, speaksAs: organisationId, body: `Posadźmy lipy ${randomUUID().replace(/[\d-]/g, '')}` })).rejects.toMatchObject({ kind: 'forbidden' })
  const counted = () => db.select({ points: limits.points }).from(limits).where(like(limits.key, `%:${organisationId}`))
  expect(await counted()).toEqual([])
  await postComment(owner, { threadId, speaksAs: organisationId, body: 'Posadźmy lipy przy szkole' })
  expect(await counted()).toEqual([{ points: 1 }])
  const change = name()
  const act = () => countForOrganisation(change, { max: 1, minutes: 10, organisation: () => 'zieleń' }, null, async () => undefined)
  await times(5, act)
  await expect(act()).rejects.toMatchObject(tooMany)
})

test('at the limit: the last one goes, the next does not, and after the window it does; 40 at once are counted once each', async () => {
  const [change, who] = [name(), randomUUID()]
  const answers = await Promise.all(Array.from({ length: 40 }, () => isWithin(change, who, { max: 20, minutes: 10 })))
  expect(answers.filter(Boolean)).toHaveLength(20)
  vi.useFakeTimers({ now: Date.now() + 9 * 60_000, toFake: ['Date'] })
  expect(await isWithin(change, who, { max: 20, minutes: 10 })).toBe(false)
  vi.setSystemTime(Date.now() + 2 * 60_000)
  expect(await isWithin(change, who, { max: 20, minutes: 10 })).toBe(true)
  vi.useRealTimers()
})

test('a refusal says in how many minutes, and to machines in seconds', async () => {
  const [change, who] = [name(), randomUUID()]
  await countTowards(change, who, { max: 1, minutes: 10 })
  const refusal = await countTowards(change, who, { max: 1, minutes: 10 }).catch((error: unknown) => error as Refusal)
  expect(refusal).toMatchObject({ ...tooMany, objection: { values: { minutes: 10 } } })
  expect(retryAfter(refusal as Refusal)).toEqual({ 'retry-after': '600' })
})

test('no address of anybody is in the counters, and their table is not written to the log', async () => {
  await askedFrom('203.0.113.77', () => keepDraft(null, { form: 'comment', values: { body: 'Lipy' } }))
  expect(await db.$count(limits, like(limits.key, '%203.0.113.77%'))).toBe(0)
  expect(await db.$count(limits, like(limits.key, 'draft.kept@:%'))).toBeGreaterThan(0)
  const [table] = await db.execute<{ unlogged: boolean }>(sql`select relpersistence = 'u' as unlogged from pg_class where relname = 'limits'`)
  expect(table).toEqual({ unlogged: true })
})
