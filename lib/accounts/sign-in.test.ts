import { randomInt, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Adapter } from 'next-auth/adapters'
import { describe, expect, test, vi } from 'vitest'
import { askedFrom } from '../client-address.mjs'
import { db } from '../db'
import { anInvitation } from '../organisations/testing'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { askForLink } from './commands'
import { nextAuthOptions } from './next-auth'
import { displayName, linksAskedFor, mailboxOf, signInInput } from './rules'
import { linkHashOf } from './secrets'
import { people, signInLinks } from './tables'

// Statements are written down as the driver sends them: known and unknown addresses are told apart by none.
const said = vi.hoisted(() => [] as string[])
vi.mock('postgres', async (original) => {
  const { default: postgres } = await original<{ default: (url: string, options: object) => unknown }>()
  return { default: (url: string, options: object) => postgres(url, { ...options, debug: (_: number, query: string) => said.push(query) }) }
})

const adapter = nextAuthOptions('pl', { joined: async () => {}, barred: async () => null }).adapter as Required<Adapter>
const anAddress = () => `${randomUUID()}@example.org`
const aNetwork = () => [10, randomInt(256), randomInt(256), randomInt(256)].join('.')
const ask = (email: string, from = aNetwork()) => askedFrom(from, () => askForLink(null, { email, language: 'pl' }))
const mailsTo = async (email: string) => (await db.select().from(outbox).where(eq(outbox.recipient, email))).length
const secretMailedTo = async (email: string) => new URL(/https?:\S+/.exec((await db.select().from(outbox).where(eq(outbox.recipient, email))).at(-1)!.body)![0]).searchParams.get('token')!
const use = (email: string, secret: string) => adapter.useVerificationToken({ identifier: email, token: linkHashOf(secret) })

describe('A28: who is written to, and how often', () => {
  test('an address gets three links in a quarter of an hour and ten a day, from however many networks; the others are asked for in vain and nobody learns it', async () => {
    const email = anAddress()
    const answers: unknown[] = []
    for (let n = 0; n < 5; n++) answers.push(await ask(n % 2 ? email : ` ${email.toUpperCase()}`))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await mailsTo(email)).toBe(3)
    expect(await db.$count(signInLinks, eq(signInLinks.emailCanonical, email))).toBe(3)
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
    for (const mails of [6, 9, 10, 10]) {
      vi.setSystemTime(Date.now() + 16 * 60_000)
      for (let n = 0; n < 3; n++) await ask(email).catch(() => undefined)
      // Five of the ten were the first five; refused ones count too, so that asking on wins nothing.
      expect(await mailsTo(email)).toBeLessThanOrEqual(mails)
    }
    const atTheDaysEnd = await mailsTo(email)
    vi.setSystemTime(Date.now() + 24 * 60 * 60_000)
    await ask(email)
    vi.useRealTimers()
    expect(await mailsTo(email)).toBe(atTheDaysEnd + 1)
    expect(atTheDaysEnd).toBeLessThanOrEqual(10)
  })

  test('one network asks for sixty links in a quarter of an hour, whomever for, and hears what is the matter', async () => {
    const from = '2001:db8:28::'
    const asked = await Promise.allSettled(Array.from({ length: linksAskedFor.max + 1 }, (_, n) => ask(anAddress(), `${from}${n.toString(16)}`)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(linksAskedFor.max)
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'too-many', objection: { key: 'objection.tooManyFromNetwork' } } })
    await expect(ask(anAddress())).resolves.toMatchObject({ id: 'link' })
  })
})

test('A25: for known, unknown and too often written addresses the same is done: the same answer after the same statements', async () => {
  const [known, unknown, bombed] = [(await aPerson()).email, anAddress(), anAddress()]
  for (let n = 0; n < 3; n++) await ask(bombed)
  await ask(anAddress()) // Plans are made, connections are there.
  const doing = async (email: string) => {
    said.length = 0
    const answer = await ask(email)
    return { answer, statements: [...said] }
  }
  const [first, ...others] = [await doing(unknown), await doing(known), await doing(bombed)]
  for (const other of others) {
    expect(other.answer).toEqual(first!.answer)
    expect(other.statements.toSorted()).toEqual(first!.statements.toSorted())
  }
  expect(first!.statements.some((query) => /\bpeople\b/.test(query))).toBe(false)
  expect([await mailsTo(known), await mailsTo(unknown), await mailsTo(bombed)]).toEqual([1, 1, 3])
})

describe('A26, A27: what a link opens', () => {
  test('one link, used 50 times at once, lets one in; then it and its siblings are gone', async () => {
    const email = anAddress()
    await ask(email)
    const sibling = await secretMailedTo(email)
    await ask(email)
    const secret = await secretMailedTo(email)
    const used = await Promise.all(Array.from({ length: 50 }, () => use(email, secret)))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect([await use(email, secret), await use(email, sibling)]).toEqual([null, null])
  })

  test.each([
    ['for another address', (secret: string) => [anAddress(), secret]],
    ['with a letter changed', (secret: string, email: string) => [email, secret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]],
    ['cut short', (secret: string, email: string) => [email, secret.slice(1)]],
    ['empty', (_: string, email: string) => [email, '']],
  ])('nothing %s', async (_, changed) => {
    const email = anAddress()
    await ask(email)
    const [address, secret] = changed(await secretMailedTo(email), email) as [string, string]
    expect(await use(address, secret)).toBeNull()
  })

  test('nothing with the secret of another purpose, and nothing when it is too old', async () => {
    const { invited, token } = await anInvitation()
    await ask(invited.email)
    expect(await use(invited.email, token)).toBeNull()
    const email = anAddress()
    await ask(email)
    await db.update(signInLinks).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(signInLinks.emailCanonical, email))
    expect((await use(email, await secretMailedTo(email)))?.expires.getTime() ?? 0).toBeLessThan(Date.now())
  })
})

describe('A29: one mailbox in many spellings', () => {
  test.each([
    ['Jan@X.pl', ' jan@x.pl'], ['jan@x.pl.', 'JAN@x.pl'], ['jan@żółw.pl', 'jan@xn--w-uga1v8h.pl'], ['ｊａｎ@x.pl', 'jan@x.pl'],
  ])('%j and %j are one account', async (one, other) => {
    const unique = (email: string) => email.replace('@', `-${marker}@`)
    const marker = randomUUID().slice(0, 8)
    const user = await adapter.createUser({ id: '', email: unique(one), emailVerified: null })
    expect((await adapter.getUserByEmail(unique(other)))?.id).toBe(user.id)
  })

  test('what a provider makes of pluses and dots is for flags alone: they stay accounts of their own', async () => {
    const box = randomUUID().replaceAll('-', '')
    for (const email of [`${box}@gmail.com`, `${box}+1@gmail.com`, `${box.slice(0, 3)}.${box.slice(3)}@gmail.com`]) {
      const { id } = await adapter.createUser({ id: '', email, emailVerified: null })
      expect(await db.$count(people, eq(people.id, id))).toBe(1)
    }
  })

  test.each([
    ['j.an+1@gmail.com', 'jan@gmail.com'], ['jan@googlemail.com', 'jan@gmail.com'], ['j.an+ankieta@x.pl', 'j.an@x.pl'], ['jan@x.pl', 'jan@x.pl'], ['+jan@x.pl', '+jan@x.pl'],
  ])('behind %s is the mailbox %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox))
})

test.each([
  '"jan kowalski"@x.pl', 'jan(komentarz)@x.pl', 'Jan <jan@x.pl>', 'grupa: jan@x.pl, ola@x.pl;', 'jan@x.pl, ola@x.pl', 'jan@[127.0.0.1]', 'jan@[IPv6:::1]', `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.pl`, `${'a'.repeat(300)}@x.pl`,
  'jan@x.pl\r\nBcc: ola@x.pl', 'jan%40x.pl@evil.pl,ola@x.pl', 'jan@x..pl', '.jan@x.pl', 'jan@-x.pl', 'jan＠x.pl＠y.pl', 'jan', '',
])('A30: %j is refused at its field, and nothing is sent', async (email) => {
  expect(signInInput.safeParse({ email, language: 'pl' }).success).toBe(false)
  await expect(ask(email)).rejects.toMatchObject({ kind: 'invalid', fields: { email: expect.arrayContaining([expect.objectContaining({ key: 'problem.email' })]) as unknown } })
})

test('A32: a name that would speak in a mail is no name, and no mail but its recipient’s own words is made of markup', async () => {
  for (const name of ['wejdź na evil.pl', 'https://evil.pl', '<a href=//evil.pl>Urząd</a> www.evil.pl', 'Ala\r\nBcc: b@evil.pl']) expect(displayName.safeParse(name).success).toBe(false)
  const { invited } = await anInvitation()
  const [mail] = await db.select().from(outbox).where(eq(outbox.recipient, invited.email))
  expect(mail!.body.match(/https?:\/\/\S+/g)!.every((link) => link.startsWith('http://localhost:3000/'))).toBe(true)
})
