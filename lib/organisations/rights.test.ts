import { readdirSync } from 'node:fs'
import { randomInt, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { keyedHash } from '../accounts/secrets'
import type { Command } from '../command'
import { db } from '../db'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { aFile, aPng } from '../sample-files'
import { aPerson } from '../testing'
import { organisationInvitations, organisations, registerChecks } from './tables'
import { aTeam, someKrs } from './testing'

// Who may do what to an organisation: every command × who asks × where the organisation stands. A command without a row
// fails. Nobody who is not signed in may ask for any of them.

const roles = ['resident', 'member', 'editor', 'owner', 'ownerOfAnother', 'moderator', 'admin'] as const
const states = ['waiting', 'confirmed', 'refused'] as const
type State = (typeof states)[number]

/** What each of `roles` hears, in that order: `ok`, or the end of the objection's key. */
type Answers = readonly [string, string, string, string, string, string, string]
const same = (answer: string): Answers => [answer, answer, answer, answer, answer, answer, answer]
const desk = (answer: string): Answers => ['notYours', 'notYours', 'notYours', 'notYours', 'notYours', answer, answer]
/** Within the team; for everybody else there is no such thing. */
const team = (member: string, editor: string, owner: string): Answers => ['missing', member, editor, owner, 'missing', 'missing', 'missing']

const rows: Record<string, Record<State, Answers>> = {
  registerOrganisation: { waiting: same('ok'), confirmed: same('ok'), refused: same('ok') },
  confirmOrganisation: { waiting: desk('ok'), confirmed: desk('alreadyConfirmed'), refused: desk('alreadyRefused') },
  refuseOrganisation: { waiting: desk('ok'), confirmed: desk('alreadyConfirmed'), refused: desk('alreadyRefused') },
  inviteMember: { waiting: team('notOwner', 'notOwner', 'notConfirmed'), confirmed: team('notOwner', 'notOwner', 'ok'), refused: same('missing') },
  withdrawInvitation: { waiting: team('notOwner', 'notOwner', 'ok'), confirmed: team('notOwner', 'notOwner', 'ok'), refused: same('missing') },
  // The invitation is one for whoever asks.
  acceptInvitation: {
    waiting: ['notConfirmed', 'alreadyIn', 'alreadyIn', 'alreadyIn', 'notConfirmed', 'notConfirmed', 'notConfirmed'],
    confirmed: ['ok', 'alreadyIn', 'alreadyIn', 'alreadyIn', 'ok', 'ok', 'ok'],
    refused: ['notConfirmed', 'alreadyIn', 'alreadyIn', 'alreadyIn', 'notConfirmed', 'notConfirmed', 'notConfirmed'],
  },
  changeRole: { waiting: team('notOwner', 'notOwner', 'ok'), confirmed: team('notOwner', 'notOwner', 'ok'), refused: same('missing') },
  handOver: { waiting: team('notOwner', 'notOwner', 'ok'), confirmed: team('notOwner', 'notOwner', 'ok'), refused: same('missing') },
  removeMember: { waiting: team('notOwner', 'notOwner', 'ok'), confirmed: team('notOwner', 'notOwner', 'ok'), refused: same('missing') },
  leaveOrganisation: { waiting: team('ok', 'ok', 'lastOwner'), confirmed: team('ok', 'ok', 'lastOwner'), refused: same('missing') },
  updateProfile: { waiting: team('notEditor', 'ok', 'ok'), confirmed: team('notEditor', 'ok', 'ok'), refused: same('missing') },
  setLogo: { waiting: team('notEditor', 'ok', 'ok'), confirmed: team('notEditor', 'ok', 'ok'), refused: team('notEditor', 'alreadyRefused', 'alreadyRefused') },
  removeLogo: { waiting: team('notEditor', 'ok', 'ok'), confirmed: team('notEditor', 'ok', 'ok'), refused: team('notEditor', 'alreadyRefused', 'alreadyRefused') },
  askRegisterAgain: { waiting: desk('ok'), confirmed: desk('ok'), refused: same('missing') },
  noteRegisterCheck: { waiting: desk('ok'), confirmed: desk('ok'), refused: desk('ok') },
  recordRegisterCheck: { waiting: same('notYours'), confirmed: same('notYours'), refused: same('missing') },
}

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) => /^commands(\/\w+)?\.ts$/.test(path))
const commands = new Map((await Promise.all(files.map(async (path) => Object.entries((await import(/* @vite-ignore */ `${import.meta.dirname}/${path}`)) as Record<string, Command<'person', unknown>>)))).flat())

const picture = await aPng(40, 40)

/** An organisation in a state, everybody around it, and what each command is asked with. */
async function scene(state: State, role: (typeof roles)[number]) {
  const team = await aTeam({ confirmed: state === 'confirmed', krs: someKrs() })
  const { organisationId: id, moderator } = team
  if (state === 'refused') await db.update(organisations).set({ refusedAt: sql`now()`, refusedById: moderator.id, refusalReason: 'Brak odpisu.' }).where(eq(organisations.id, id))
  const outside = { resident: () => aPerson(), ownerOfAnother: async () => (await aTeam()).owner, moderator: () => aPerson({ roles: ['moderator'] }), admin: () => aPerson({ roles: ['admin'] }) }
  const actor: Person = role === 'member' || role === 'editor' || role === 'owner' ? team[role] : await outside[role]()
  const { email } = actor as Person & { email: string }
  const token = randomUUID()
  const [invitation] = await db.insert(organisationInvitations).values({ organisationId: id, email, emailCanonical: email, role: 'member', tokenHash: keyedHash('invitation', token), invitedById: team.owner.id, expiresAt: sql`now() + interval '1 day'` }).returning()
  const [check] = await db.insert(registerChecks).values({ organisationId: id, krs: '1', outcome: 'deleted', alarming: true }).returning()
  const about = { organisationId: id, personId: team.member.id }
  const inputs: Record<string, unknown> = {
    registerOrganisation: { name: `Koło ${randomInt(10 ** 9)}`, legalForm: 'parish', seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org' },
    confirmOrganisation: { id },
    refuseOrganisation: { id, reason: 'Brak odpisu.' },
    inviteMember: { organisationId: id, email: `${randomUUID()}@example.org`, role: 'member', language: 'pl' },
    withdrawInvitation: { id: invitation!.id },
    acceptInvitation: { token },
    changeRole: { ...about, role: 'editor' },
    handOver: about,
    removeMember: about,
    leaveOrganisation: { organisationId: id },
    updateProfile: { id, revision: 1, about: 'Rzeka.', contactEmail: 'biuro@example.org' },
    setLogo: { organisationId: id, file: aFile('logo.png', picture) },
    removeLogo: { organisationId: id },
    askRegisterAgain: { id },
    noteRegisterCheck: { id: check!.id },
    recordRegisterCheck: { id, outcome: 'missing', entry: null },
  }
  return { actor, inputs }
}

const answerOf = (promise: Promise<unknown>) =>
  promise.then(() => 'ok', (error: unknown) => {
    if (error instanceof Refusal && error.kind !== 'invalid') return error.objection.key.split('.').at(-1)!
    throw error
  })

test('every command has its row, and none is for people without an account', () => {
  expect([...commands.keys()].toSorted()).toEqual(Object.keys(rows).toSorted())
  expect([...commands.values()].map(({ by }) => by)).toEqual([...commands].map(() => 'person'))
})

describe.each(Object.entries(rows))('%s', (name, row) => {
  test.each(states)('of one that is %s', async (state) => {
    for (const [place, role] of roles.entries()) {
      const { actor, inputs } = await scene(state, role)
      expect(await answerOf(commands.get(name)!(actor, inputs[name])), `${role} and ${state}`).toBe(row[state][place])
      const suspended = { ...actor, suspendedUntil: new Date(Date.now() + 60_000) }
      // Suspended people do nothing but leave.
      if (row[state][place] === 'ok' && name !== 'leaveOrganisation') {
        const { inputs } = await scene(state, role)
        expect(await answerOf(commands.get(name)!(suspended, inputs[name])), `${role}, suspended`).toMatch(/^(suspended|missing)$/)
      }
    }
  })
})
