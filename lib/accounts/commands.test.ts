import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Adapter } from 'next-auth/adapters'
import { expect, test, vi } from 'vitest'
import { db } from '../db'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { askForLink, chooseName, giveRole, keepDraft, signOutEverywhere, takeRole } from './commands'
import { nextAuthOptions } from './next-auth'
import { personById, personOfSession, systemPerson } from './people'
import { getDraft } from './queries'
import { linkHashOf } from './secrets'
import { drafts, signInLinks } from './tables'

const adapter = nextAuthOptions('pl', async () => null).adapter as Required<Adapter>
const anAddress = () => `${randomUUID()}@example.org`
const mailTo = async (email: string) => (await db.select().from(outbox).where(eq(outbox.recipient, email))).at(-1)
const secretIn = (mail: { body: string }) => new URL(/https?:\S+/.exec(mail.body)![0]).searchParams.get('token')!
const use = (email: string, secret: string) => adapter.useVerificationToken({ identifier: email, token: linkHashOf(secret) })

async function aLink(email = anAddress()) {
  await askForLink(null, { email, language: 'pl' })
  return { email, secret: secretIn((await mailTo(email))!) }
}

test('the mail’s link leads to our own page on our own host, whatever it was asked with', async () => {
  const email = anAddress()
  await askForLink(null, { email: email.toUpperCase(), language: 'en', returnTo: '//evil.pl' })
  const link = new URL(/https?:\S+/.exec((await mailTo(email))!.body)![0])
  expect(link.origin + link.pathname).toBe('http://localhost:3000/en/sign-in/confirm')
  expect(link.searchParams.get('powrot')).toBeNull()
})

test('of 50 who use a link at once one gets in, and its siblings are gone', async () => {
  const { email, secret } = await aLink()
  const { secret: sibling } = await aLink(email)
  const used = await Promise.all(Array.from({ length: 50 }, () => use(email, secret)))
  expect(used.filter(Boolean)).toHaveLength(1)
  expect(await use(email, sibling)).toBeNull()
})

test('a link for another address, or too old, opens nothing', async () => {
  const { email, secret } = await aLink()
  expect(await use(anAddress(), secret)).toBeNull()
  const { secret: old } = await aLink(email)
  await db.update(signInLinks).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(signInLinks.tokenHash, linkHashOf(old)))
  const found = await use(email, old)
  // next-auth refuses what has expired; somebody else's asking may have swept it away already.
  expect(found?.expires.getTime() ?? 0).toBeLessThan(Date.now())
})

test('no secret is kept as it is', async () => {
  const { email, secret } = await aLink()
  const kept = await db.select().from(signInLinks).where(eq(signInLinks.emailCanonical, email))
  expect(JSON.stringify(kept)).not.toContain(secret)
})

test('the fourth link in a quarter of an hour is too many', async () => {
  const email = anAddress()
  for (let n = 0; n < 3; n++) await askForLink(null, { email, language: 'pl' })
  await expect(askForLink(null, { email: ` ${email.toUpperCase()}`, language: 'pl' })).rejects.toMatchObject({ kind: 'too-many' })
})

test('one mailbox, one account; the configured address becomes admin', async () => {
  const email = anAddress()
  vi.stubEnv('ADMIN_EMAIL', email.toUpperCase())
  const user = await adapter.createUser({ id: '', email, emailVerified: null })
  expect((await personById(user.id))!.roles).toEqual(['admin'])
  expect((await adapter.getUserByEmail(email.toUpperCase()))!.id).toBe(user.id)
  await expect(adapter.createUser({ id: '', email: ` ${email}`, emailVerified: null })).rejects.toThrow()
  vi.unstubAllEnvs()
})

test('signing out everywhere ends every session', async () => {
  const person = await aPerson()
  const tokens = [randomUUID(), randomUUID()]
  for (const sessionToken of tokens) await adapter.createSession({ sessionToken, userId: person.id, expires: new Date(Date.now() + 1e6) })
  expect(await personOfSession(tokens[0]!)).toMatchObject({ id: person.id })
  await signOutEverywhere(person, {})
  expect(await Promise.all(tokens.map(personOfSession))).toEqual([null, null])
})

test('a session that is over is nobody’s', async () => {
  const person = await aPerson()
  await adapter.createSession({ sessionToken: person.id, userId: person.id, expires: new Date(Date.now() - 1) })
  expect(await personOfSession(person.id)).toBeNull()
})

test('roles are given and taken by admins, and by nobody else', async () => {
  const [admin, ala] = [await aPerson({ roles: ['admin'] }), await aPerson()]
  await expect(giveRole(ala, { email: ala.email, role: 'admin' })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(giveRole(admin, { email: ala.email, role: 'system' })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(giveRole(admin, { email: anAddress(), role: 'moderator' })).rejects.toMatchObject({ kind: 'missing' })
  await giveRole(admin, { email: ala.email, role: 'moderator' })
  await giveRole(await systemPerson(), { email: ala.email, role: 'official' })
  expect((await personById(ala.id))!.roles.toSorted()).toEqual(['moderator', 'official'])
  await expect(takeRole(ala, { email: ala.email, role: 'official' })).rejects.toMatchObject({ kind: 'forbidden' })
  await takeRole(admin, { email: ala.email, role: 'moderator' })
  expect((await personById(ala.id))!.roles).toEqual(['official'])
})

test('a name is chosen by the rules', async () => {
  const person = await aPerson({ name: null })
  await chooseName(person, { name: ' Sąsiadka  z Rubinkowa ' })
  expect((await personById(person.id))!.name).toBe('Sąsiadka z Rubinkowa')
  await expect(chooseName(person, { name: 'Urząd Miasta' })).rejects.toMatchObject({ fields: { name: [{ key: 'problem.nameOfficial' }] } })
})

test('a draft is found again by its key for a day, and is not too large', async () => {
  const { key } = await keepDraft(null, { form: 'comment', values: { body: 'Zanim się zaloguję' } })
  expect(await getDraft(null, key)).toEqual({ form: 'comment', values: { body: 'Zanim się zaloguję' } })
  await db.update(drafts).set({ expiresAt: sql`now()` }).where(eq(drafts.id, key))
  expect(await getDraft(null, key)).toBeNull()
  await expect(keepDraft(null, { form: 'comment', values: { body: 'x'.repeat(30_000) } })).rejects.toMatchObject({ kind: 'invalid' })
})
