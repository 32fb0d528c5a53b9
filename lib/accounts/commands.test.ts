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
import { drafts, signInLinks } from './tables'

const adapter = nextAuthOptions('pl', { joined: async () => {}, barred: async () => null }).adapter as Required<Adapter>
const anAddress = () => `${randomUUID()}@example.org`
const mailTo = async (email: string) => (await db.select().from(outbox).where(eq(outbox.recipient, email))).at(-1)
const secretIn = (mail: { body: string }) => new URL(/https?:\S+/.exec(mail.body)![0]).searchParams.get('token')!

async function aLink(email = anAddress()) {
  await askForLink(null, { email, language: 'pl' })
  return { email, secret: secretIn((await mailTo(email))!) }
}

test('A18: the mail’s link leads to our own page on our own host, whatever it was asked with', async () => {
  const email = anAddress()
  await askForLink(null, { email: email.toUpperCase(), language: 'en', returnTo: '//evil.pl' })
  const link = new URL(/https?:\S+/.exec((await mailTo(email))!.body)![0])
  expect(link.origin + link.pathname).toBe('http://localhost:3000/en/sign-in/confirm')
  expect(link.searchParams.get('powrot')).toBeNull()
})

test('no secret is kept as it is', async () => {
  const { email, secret } = await aLink()
  const kept = await db.select().from(signInLinks).where(eq(signInLinks.emailCanonical, email))
  expect(JSON.stringify(kept)).not.toContain(secret)
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
