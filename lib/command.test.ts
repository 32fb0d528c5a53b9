import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { people } from './accounts/tables'
import { command } from './command'
import { db } from './db'
import { events } from './events/tables'
import { everyone } from './policy'
import { freshSince, now } from './tag-clock.mjs'
import { aPerson } from './testing'

const rename = (change: Partial<Parameters<typeof command>[0]> = {}) =>
  command({
    event: 'test.renamed',
    input: z.strictObject({ name: z.string() }),
    load: async () => null,
    allow: everyone,
    async run({ tx, person, input }) {
      await tx.update(people).set({ name: (input as { name: string }).name }).where(eq(people.id, person.id))
      return { id: person.ledgerKey }
    },
    touches: () => ['test-names'],
    ...(change as object),
  })
const nameOf = async (id: string) => (await db.select({ name: people.name }).from(people).where(eq(people.id, id)))[0]!.name
const eventsOf = (key: string) => db.select({ name: events.name }).from(events).where(eq(events.subject, key))

test('changes, records and tells, all of it', async () => {
  const person = await aPerson()
  const since = now()
  await rename()(person, { name: 'Nowa' })
  expect(await nameOf(person.id)).toBe('Nowa')
  expect(await eventsOf(person.ledgerKey)).toEqual([{ name: 'test.renamed' }])
  expect(freshSince(['test-names'], since)).toBe(false)
})

test('or nothing: a fault at the end takes everything back', async () => {
  const person = await aPerson({ name: 'Stara' })
  const since = now()
  const faulty = rename({
    async run({ tx, person }: { tx: typeof db; person: { id: string } }) {
      await tx.update(people).set({ name: 'Nowa' }).where(eq(people.id, person.id))
      throw new Error('power cut')
    },
  } as never)
  await expect(faulty(person, { name: 'Nowa' })).rejects.toThrow('power cut')
  expect(await nameOf(person.id)).toBe('Stara')
  expect(await eventsOf(person.ledgerKey)).toEqual([])
  expect(freshSince(['test-names'], since)).toBe(true)
})

test('what there is not is missing; what is not allowed is said', async () => {
  const person = await aPerson()
  await expect(rename({ load: async () => undefined } as never)(person, { name: 'x' })).rejects.toMatchObject({ kind: 'missing' })
  await expect(rename({ allow: () => ({ key: 'objection.notYours' }) } as never)(person, { name: 'x' })).rejects.toMatchObject({ kind: 'forbidden', objection: { key: 'objection.notYours' } })
  await expect(rename()(person, { name: 'x', role: 'admin' })).rejects.toMatchObject({ kind: 'invalid' })
})

test('A63: what takes long is asked anew whether it may be done, when it is done', async () => {
  const person = await aPerson({ name: 'Stara' })
  let allowed = true
  const slow = rename({
    allow: () => (allowed ? null : { key: 'objection.notYours' }),
    async prepare() {
      allowed = false
    },
  } as never)
  await expect(slow(person, { name: 'Nowa' })).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await nameOf(person.id)).toBe('Stara')
  expect(await eventsOf(person.ledgerKey)).toEqual([])
})

test('a refusal counts towards the limit too', async () => {
  const person = await aPerson()
  const limited = rename({ event: `test.${randomUUID()}`, limit: { max: 2, minutes: 1 }, allow: () => ({ key: 'objection.notYours' }) } as never)
  for (let n = 0; n < 2; n++) await expect(limited(person, { name: 'x' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(limited(person, { name: 'x' })).rejects.toMatchObject({ kind: 'too-many', objection: { values: { minutes: 1 } } })
})

test('a deadlock is tried again, and nobody notices', async () => {
  const [a, b] = [await aPerson(), await aPerson()]
  const both = (first: string, second: string) =>
    rename({
      async run({ tx, person }: { tx: typeof db; person: { ledgerKey: string } }) {
        await tx.execute(sql`update people set name = 'raz' where id = ${first}`)
        await tx.execute(sql`select pg_sleep(0.2)`)
        await tx.execute(sql`update people set name = 'dwa' where id = ${second}`)
        return { id: person.ledgerKey }
      },
    } as never)
  await Promise.all([both(a.id, b.id)(a, { name: 'x' }), both(b.id, a.id)(b, { name: 'x' })])
  expect([await eventsOf(a.ledgerKey), await eventsOf(b.ledgerKey)]).toEqual([[{ name: 'test.renamed' }], [{ name: 'test.renamed' }]])
})

test('what the database refuses becomes a sentence', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const take = rename({
    async run({ tx, person }: { tx: typeof db; person: { id: string; ledgerKey: string } }) {
      await tx.update(people).set({ emailCanonical: other.email }).where(eq(people.id, person.id))
      return { id: person.ledgerKey }
    },
    conflicts: { people_one_each_mailbox: { key: 'problem.email' } },
  } as never)
  await expect(take(person, { name: 'x' })).rejects.toMatchObject({ kind: 'conflict', objection: { key: 'problem.email' } })
})
