import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startTestProvider } from '../../scripts/test-identity-provider'
import { db } from '../db'
import { events } from '../events/tables'
import type { Person } from '../person'
import { aPerson } from '../testing'
import { castBallot } from '../voting/commands'
import { getResults } from '../voting/queries'
import { askQuestion } from '../voting/steps'
import { declareResidence, verifyResidence, withdrawVerification } from './commands'
import { beginVerification, endVerification, languageOfRound } from './identity'
import { personById } from './people'
import { identities } from './tables'

let provider: Awaited<ReturnType<typeof startTestProvider>>
beforeAll(async () => {
  provider = await startTestProvider()
  Object.assign(process.env, { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'glos', OIDC_CLIENT_SECRET: 'a secret of the tests', OIDC_NATIONAL_NUMBER_CLAIM: 'pesel', OIDC_RESIDENT_CLAIM: 'address.locality=Toruń' })
})
afterAll(() => {
  provider.stop()
  for (const name of Object.keys(process.env).filter((name) => name.startsWith('OIDC_'))) delete process.env[name]
})
beforeEach(() => {
  provider.lie = {}
})

let counter = 0
const aResident = (more: object = {}) => ({ subject: `osoba-${counter++}`, claims: { address: { locality: 'Toruń' }, pesel: `9001011${1000 + counter}`, ...more } })

/** Goes to the provider as a browser would, and brings its answer back. */
async function round(person: Person, known: { subject: string; claims?: Record<string, unknown> }) {
  provider.next = known
  const { url, sealed } = await beginVerification(person, 'pl')
  const back = (await fetch(url, { redirect: 'manual' })).headers.get('location')!
  return { sealed, answer: new URL(back).searchParams }
}
async function verify(person: Person, known: { subject: string; claims?: Record<string, unknown> }) {
  const { sealed, answer } = await round(person, known)
  return verifyResidence(person, await endVerification(person, sealed, answer))
}
const refused = { objection: { key: 'residency.objection.refused' } }

test('whoever the provider vouches for is verified, and votes are counted so from then on', async () => {
  const person = await aPerson()
  const resident = aResident()
  await verify(person, resident)
  const verified = (await personById(person.id))!
  expect(verified.level).toBe('verified')
  const [kept] = await db.select().from(identities).where(eq(identities.personId, person.id))
  expect(kept).toMatchObject({ issuer: provider.issuer, subject: resident.subject })
  expect(JSON.stringify(kept)).not.toContain(resident.claims.pesel)
  expect(JSON.stringify(await db.select().from(events).where(eq(events.subject, person.ledgerKey)))).not.toContain(resident.subject)
  const questionId = await db.transaction((tx) => askQuestion(tx, 'opinion', { voters: 'verified' }))
  await castBallot(verified, { questionId, choice: 'for' })
  expect(await getResults(null, questionId)).toMatchObject({ strata: [{ strata: ['verified'], total: 1 }] })
  await withdrawVerification(verified, {})
  expect((await personById(person.id))!.level).toBe('email')
})

test('one badge a person, one person a badge, also when two accounts try at once', async () => {
  const [first, second, third] = [await aPerson(), await aPerson(), await aPerson()]
  const resident = aResident()
  const rounds = [await round(first, resident), await round(second, resident)]
  const tries = await Promise.allSettled([first, second].map(async (person, n) => verifyResidence(person, await endVerification(person, rounds[n]!.sealed, rounds[n]!.answer))))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { objection: { key: 'residency.objection.takenByAnother' } } })
  // Another subject of the same provider with the same national number is the same person.
  await expect(verify(third, { ...aResident(), claims: resident.claims })).rejects.toMatchObject({ objection: { key: 'residency.objection.takenByAnother' } })
  const winner = tries[0]!.status === 'fulfilled' ? first : second
  await expect(verify(winner, aResident())).rejects.toMatchObject({ objection: { key: 'residency.objection.hasOne' } })
})

test('a badge that was given back can be taken again by its account alone, so that nobody votes with it from one account after the other', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const resident = aResident()
  await verify(person, resident)
  await withdrawVerification(person, {})
  await expect(verify(other, resident)).rejects.toMatchObject({ objection: { key: 'residency.objection.takenByAnother' } })
  await expect(verify(other, { ...aResident(), claims: resident.claims })).rejects.toMatchObject({ objection: { key: 'residency.objection.takenByAnother' } })
  await expect(verify(person, aResident())).rejects.toMatchObject({ objection: { key: 'residency.objection.anotherBefore' } })
  expect((await personById(person.id))!.level).toBe('email')
  await verify(person, resident)
  expect((await personById(person.id))!.level).toBe('verified')
  await expect(verify(person, resident)).rejects.toMatchObject({ objection: { key: 'residency.objection.hasOne' } })
})

test.each([
  ['another nonce', { nonce: 'another' }],
  ['another issuer', { issuer: 'https://evil.example' }],
  ['another audience', { audience: 'somebody-else' }],
  ['a token that is over', { expired: true }],
  ['a foreign key', { foreignKey: true }],
] as const)('%s is refused', async (_, lie) => {
  provider.lie = lie
  await expect(verify(await aPerson(), aResident())).rejects.toMatchObject(refused)
})

test('another state, another person’s round, a changed seal and an answer for the second time are refused', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const { sealed, answer } = await round(person, aResident())
  const wrongState = new URLSearchParams(answer)
  wrongState.set('state', 'another')
  await expect(endVerification(person, sealed, wrongState)).rejects.toMatchObject(refused)
  await expect(endVerification(other, sealed, answer)).rejects.toMatchObject(refused)
  await expect(endVerification(person, `${sealed}x`, answer)).rejects.toMatchObject(refused)
  await expect(endVerification(person, undefined, answer)).rejects.toMatchObject(refused)
  await endVerification(person, sealed, answer)
  await expect(endVerification(person, sealed, answer)).rejects.toMatchObject(refused)
})

test('who lives elsewhere is told so', async () => {
  await expect(verify(await aPerson(), aResident({ address: { locality: 'Bydgoszcz' } }))).rejects.toMatchObject({ objection: { key: 'residency.objection.notResident' } })
})

const notReached = { objection: { key: 'residency.objection.notReached' } }

test('a provider that is away is a sentence, not a fault: at the beginning, at the end, and when it breaks meanwhile', async () => {
  const person = await aPerson()
  for (const away of ['silent', 'broken'] as const) {
    provider.lie = { away }
    await expect(verify(person, aResident())).rejects.toMatchObject(notReached)
  }
  provider.lie = {}
  const { sealed, answer } = await round(person, aResident())
  process.env.OIDC_ISSUER = 'http://127.0.0.1:9'
  await expect(beginVerification(person, 'pl')).rejects.toMatchObject(notReached)
  await expect(endVerification(person, sealed, answer)).rejects.toMatchObject(notReached)
  process.env.OIDC_ISSUER = provider.issuer
  await verify(person, aResident())
})

test('nobody is sent to a provider that has gone', async () => {
  const gone = await startTestProvider()
  process.env.OIDC_ISSUER = gone.issuer
  const person = await aPerson()
  await beginVerification(person, 'pl')
  gone.stop()
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
  await expect(beginVerification(person, 'pl')).rejects.toMatchObject(notReached)
  later.mockRestore()
  process.env.OIDC_ISSUER = provider.issuer
})

test('who says no at the provider is told that nothing has changed, and a round remembers its language', async () => {
  const person = await aPerson()
  const { url, sealed } = await beginVerification(person, 'en')
  const answer = new URLSearchParams({ error: 'access_denied', state: new URL(url).searchParams.get('state')! })
  await expect(endVerification(person, sealed, answer)).rejects.toMatchObject({ objection: { key: 'residency.objection.declined' } })
  await expect(endVerification(person, sealed, new URLSearchParams({ error: 'access_denied', state: 'another' }))).rejects.toMatchObject(refused)
  expect([languageOfRound(sealed), languageOfRound(`${sealed}x`), languageOfRound(undefined)]).toEqual(['en', 'pl', 'pl'])
})

test('one may say that one lives here, and take it back', async () => {
  const person = await aPerson()
  await declareResidence(person, { resident: 'yes' })
  expect((await personById(person.id))!.level).toBe('declared')
  await declareResidence(person, { resident: 'no' })
  expect((await personById(person.id))!.level).toBe('email')
  await expect(declareResidence({ ...person, suspendedUntil: new Date(Date.now() + 1e6) }, { resident: 'yes' })).rejects.toMatchObject({ objection: { key: 'objection.suspended' } })
})
