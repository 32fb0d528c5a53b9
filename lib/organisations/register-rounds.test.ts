import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestRegister } from '../../scripts/test-register'
import { db } from '../db'
import { aPerson } from '../testing'
import { askRegisterAgain, noteRegisterCheck } from './commands/register'
import { listRegisterChecks, listRegisterNotes } from './queries/register'
import { askDueRegisters } from './register-rounds'
import { organisations, registerChecks } from './tables'
import { aTeam, someKrs } from './testing'

// Rounds take whatever is due, so this file has a database of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('register_rounds'))

let register: Awaited<ReturnType<typeof startTestRegister>>
beforeAll(async () => {
  register = await startTestRegister()
  vi.stubEnv('REGISTER_URL', register.url)
})
afterAll(() => {
  vi.unstubAllEnvs()
  register.stop()
})
const due = async (id: string) => (await db.select({ days: sql<number | null>`round(extract(epoch from ${organisations.registerDueAt} - now()) / 86400)::int` }).from(organisations).where(eq(organisations.id, id)))[0]!.days
const makeDue = (id: string) => db.update(organisations).set({ registerDueAt: sql`now()` }).where(eq(organisations.id, id))
const answers = async (id: string) => (await listRegisterChecks(await aPerson({ roles: ['moderator'] }), id)).map(({ outcome }) => outcome)

test('each registration is asked about once, however many instances look, and again after a year', async () => {
  const teams = await Promise.all([1, 2, 3].map(() => aTeam({ krs: someKrs('01') })))
  const none = await aTeam()
  await Promise.all([askDueRegisters(), askDueRegisters(), askDueRegisters()])
  for (const { organisationId } of teams) {
    expect(await answers(organisationId)).toEqual(['found'])
    expect(await due(organisationId)).toBe(365)
  }
  expect(await answers(none.organisationId)).toEqual([])
  expect(await due(none.organisationId)).toBeNull()
  await askDueRegisters()
  expect(await answers(teams[0]!.organisationId)).toEqual(['found'])
  await makeDue(teams[0]!.organisationId)
  await askDueRegisters()
  expect(await answers(teams[0]!.organisationId)).toEqual(['found', 'found'])
})

test('a register that is away is asked again after a day, and at once when a moderator wants it', async () => {
  const krs = someKrs('01')
  register.say(krs, 'away')
  const { organisationId, moderator } = await aTeam({ krs })
  await askDueRegisters()
  expect(await answers(organisationId)).toEqual(['unreachable'])
  expect(await due(organisationId)).toBe(1)
  await askRegisterAgain(moderator, { id: organisationId })
  await askDueRegisters(organisationId)
  expect(await answers(organisationId)).toEqual(['unreachable', 'unreachable'])
})

test('switched off, nobody is asked and nothing is lost', async () => {
  const { organisationId } = await aTeam({ krs: someKrs('01') })
  vi.stubEnv('REGISTER_URL', 'off')
  await askDueRegisters()
  vi.stubEnv('REGISTER_URL', register.url)
  expect(await answers(organisationId)).toEqual([])
  await askDueRegisters()
  expect(await answers(organisationId)).toEqual(['found'])
})

test.each([['02', 'liquidation'], ['03', 'deleted']])('the desk hears of %s: %s, once and not from its own people', async (begins, status) => {
  const { organisationId, moderator, owner } = await aTeam({ krs: someKrs(begins) })
  await askDueRegisters()
  const note = (await listRegisterNotes(moderator)).find((note) => note.organisationId === organisationId)!
  expect(note.status).toBe(status)
  expect(await listRegisterNotes(await aPerson())).toEqual([])
  await expect(noteRegisterCheck({ ...owner, roles: ['moderator'] }, { id: note.id })).rejects.toMatchObject({ objection: { key: 'organisation.objection.own' } })
  await noteRegisterCheck(moderator, { id: note.id })
  expect((await listRegisterNotes(moderator)).some(({ id }) => id === note.id)).toBe(false)
  await expect(noteRegisterCheck(moderator, { id: note.id })).rejects.toMatchObject({ kind: 'missing' })
})

test('what the register said is not changed afterwards', async () => {
  const { organisationId } = await aTeam({ krs: someKrs('01') })
  await askDueRegisters()
  await expect(db.update(registerChecks).set({ outcome: 'missing', entry: null }).where(eq(registerChecks.organisationId, organisationId))).rejects.toThrow()
})
