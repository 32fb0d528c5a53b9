import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Adapter } from 'next-auth/adapters'
import { describe, expect, test } from 'vitest'
import { nextAuthOptions } from '../accounts/next-auth'
import { people } from '../accounts/tables'
import { db } from '../db'
import { deleteAccount } from '../privacy/commands'
import { applyRetention } from '../privacy/retention/job'
import { aPerson } from '../testing'
import { answerAppeal } from './commands/appeals'
import { inheritSanctions } from './bars'
import { listPublicDecisions } from './queries/ledger'
import { getBanToken, listOwnDecisions } from './queries/statements'
import { barredMailboxes } from './sanction-tables'
import { again, aModerator, appeal, ban, mailsTo, sanction } from './testing'

const options = nextAuthOptions('pl', { joined: inheritSanctions, barred: (id) => getBanToken(null, id).then((token) => (token ? (`/${token}` as const) : null)) })
const join = async (email: string) => again(await (options.adapter as Required<Adapter>).createUser({ id: '', email, emailVerified: null }))
const leave = async (person: { id: string }) => deleteAccount(await again(person), { sure: 'yes' })
const aMailbox = () => `box${randomUUID().replaceAll('-', '')}`
/** Every row of every table that holds a word. */
const rowsWith = async (word: string) => {
  const tables = await db.execute<{ name: string }>(sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`)
  return (await Promise.all(tables.map(({ name }) => db.execute<{ row: string }>(sql`select ${name} || t::text as row from ${sql.raw(name)} t where t::text ilike ${`%${word}%`}`)))).flat()
}
const daysLeft = (until: Date | null) => (until!.getTime() - Date.now()) / 86_400_000

async function suspendedAs(email: string, days = '14') {
  const person = await aPerson({ email })
  await sanction(await aModerator(), person.id, 'suspend', { days })
  return person
}

describe('leaving does not end a sanction', () => {
  test('whoever was suspended, leaves and comes back is suspended for the rest of the time, with a decision that can be contested', async () => {
    const email = `${aMailbox()}@example.org`
    await leave(await suspendedAs(email))
    const back = await join(email)
    expect(daysLeft(back.suspendedUntil)).toBeGreaterThan(13.9)
    expect(daysLeft(back.suspendedUntil)).toBeLessThanOrEqual(14.01)
    const [decision] = await listOwnDecisions(back)
    expect(decision).toMatchObject({ kind: 'suspend', ground: 'abuse', origin: 'carried' })
    expect((await mailsTo(email)).at(-1)!.body).toContain('Usunięcie konta nie kończy kary')
    expect((await listPublicDecisions(null, 'pl', undefined, 500)).decisions.map(({ id }) => id)).not.toContain(decision!.id)
    const { id } = await appeal(back, decision!.id)
    await answerAppeal(await aModerator(), { appealId: id, outcome: 'upheld', reasons: 'Kara była niesłuszna.' })
    expect((await again(back)).suspendedUntil).toBeNull()
  })

  test('leaving twice does not either', async () => {
    const email = `${aMailbox()}@example.org`
    await leave(await suspendedAs(email))
    await leave(await join(email))
    expect(daysLeft((await join(email)).suspendedUntil)).toBeGreaterThan(13.9)
  })

  test('the same mailbox under another name is the same', async () => {
    const box = aMailbox()
    await leave(await suspendedAs(`${box}+glos@example.org`))
    expect((await join(`${box}@example.org`)).suspendedUntil).not.toBeNull()
    const google = aMailbox()
    await leave(await suspendedAs(`${google.slice(0, 5)}.${google.slice(5)}@gmail.com`))
    expect((await join(`${google}+x@googlemail.com`)).suspendedUntil).not.toBeNull()
  })

  test('another mailbox is another, and after the end there is nothing', async () => {
    const [email, later] = [`${aMailbox()}@example.org`, `${aMailbox()}@example.org`]
    await leave(await suspendedAs(email))
    expect((await join(`${aMailbox()}@example.org`)).suspendedUntil).toBeNull()
    await leave(await suspendedAs(later))
    await db.update(barredMailboxes).set({ until: sql`now() - interval '1 minute'` })
    expect((await join(later)).suspendedUntil).toBeNull()
    await applyRetention()
    expect(await db.$count(barredMailboxes)).toBe(0)
  })

  test('of somebody without a sanction, or with one that is over or was lifted, nothing is kept', async () => {
    await db.delete(barredMailboxes)
    const warned = await aPerson()
    await sanction(await aModerator(), warned.id, 'warn')
    await leave(warned)
    await leave(await aPerson())
    expect(await db.$count(barredMailboxes)).toBe(0)
  })

  test('slowed down stays slowed down; of several the one that lasts longest', async () => {
    const email = `${aMailbox()}@example.org`
    const person = await suspendedAs(email, '3')
    const moderator = await aModerator()
    const newest = (await listOwnDecisions(person))[0]!.id
    const { id } = await sanction(moderator, person.id, 'suspend', { days: '30', seen: newest })
    await sanction(moderator, person.id, 'slow', { days: '7', minutes: '360', seen: id })
    await leave(person)
    const back = await join(email)
    expect(daysLeft(back.suspendedUntil)).toBeGreaterThan(29.9)
    expect((await db.select({ slowMinutes: people.slowMinutes }).from(people).where(eq(people.id, back.id)))[0]).toEqual({ slowMinutes: 360 })
  })
})

test('a ban outlives the account by a year: whoever comes back is led to the reasons at once', async () => {
  await db.delete(barredMailboxes)
  const email = `${aMailbox()}@example.org`
  const person = await aPerson({ email })
  await ban(person.id)
  await leave(person)
  const [bar] = await db.select().from(barredMailboxes)
  expect(daysLeft(bar!.until)).toBeGreaterThan(364)
  expect(daysLeft(bar!.until)).toBeLessThan(367)
  const answer = await options.callbacks!.signIn!({ user: { id: email, email }, account: null } as never)
  expect(answer).toMatch(/~/)
  expect(await db.select({ bannedAt: people.bannedAt }).from(people).where(eq(people.emailCanonical, email))).toEqual([{ bannedAt: expect.any(Date) }])
})

test('of whoever left, no row knows the address, and nothing leads from the hash to the empty row', async () => {
  await db.delete(barredMailboxes)
  const box = aMailbox()
  const person = await suspendedAs(`${box}@example.org`)
  await leave(person)
  expect(await rowsWith(box)).toEqual([])
  const [bar] = await db.select().from(barredMailboxes)
  expect(Object.keys(bar!).sort()).toEqual(['ground', 'kind', 'mailboxKey', 'minutes', 'until'])
  expect(await rowsWith(bar!.mailboxKey)).toHaveLength(1)
})
