import { eq } from 'drizzle-orm'
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Command } from '../command'
import { db } from '../db'
import { organisationMembers } from '../organisations/tables'
import type { Person } from '../person'
import { proposalStates, type ProposalState } from '../proposals/life-cycle'
import { aMember } from '../proposals/testing'
import { proposals } from '../proposals/tables'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { forwardToDepartment } from './commands/forwarding'
import { saveCard } from './commands/cards'
import { assessors, forwardings } from './tables'
import { anAssessor, anOfficial, aPublished, inTenDays, linesFor } from './testing'

// Every command of the domain × who asks × the proposal's state, as one table; a command without a row fails here.

type Asked = Command<'person', unknown>
const files = readdirSync('lib/assessment/commands').filter((name) => name.endsWith('.ts'))
const commands = Object.fromEntries((await Promise.all(files.map(async (name) => Object.entries((await import(/* @vite-ignore */ `${import.meta.dirname}/commands/${name}`)) as Record<string, Asked>)))).flat())

const roles = ['resident', 'member', 'member of another organisation', 'moderator', 'official', 'assessor who has not declared', 'assessor without conflict', 'assessor with a conflict', 'assessor who joined the organisation', 'other assessor', 'coordinator', 'coordinator of the organisation', 'suspended coordinator', 'admin'] as const
type Role = (typeof roles)[number]

const [yes, no, gone] = ['done', 'objection.notYours', 'objection.missing']
const own = 'assessment.objection.own'
const freed = 'assessment.objection.freed'
const nobody = Object.fromEntries(roles.map((role) => [role, no])) as Record<Role, string>
const unknown = Object.fromEntries(roles.map((role) => [role, gone])) as Record<Role, string>
const suspended = { 'suspended coordinator': 'objection.suspended' }
const always = [...proposalStates]
const notDraft = always.filter((state) => state !== 'draft')

type Row = { who: Record<Role, string>; /** In which states it can be done, by whoever may. */ states: readonly ProposalState[]; as: Role }
const rights: Record<string, Row> = {
  assignAssessor: { who: { ...nobody, coordinator: yes, admin: yes, 'coordinator of the organisation': own, ...suspended }, states: ['published'], as: 'coordinator' },
  // The place that is freed is that of the assessor without conflict, or of whoever asks.
  freeAssessor: {
    who: { ...unknown, 'assessor who has not declared': no, 'assessor without conflict': no, 'assessor with a conflict': no, 'assessor who joined the organisation': no, coordinator: yes, admin: yes, 'coordinator of the organisation': own, ...suspended },
    states: ['published'], as: 'coordinator',
  },
  declareInterest: {
    who: { ...unknown, 'assessor who has not declared': yes, 'assessor without conflict': yes, 'assessor with a conflict': freed, 'assessor who joined the organisation': yes, coordinator: no, admin: no, 'coordinator of the organisation': no, ...suspended },
    states: ['published'], as: 'assessor who has not declared',
  },
  saveCard: {
    who: { ...unknown, 'assessor who has not declared': 'assessment.objection.declareFirst', 'assessor without conflict': yes, 'assessor with a conflict': freed, 'assessor who joined the organisation': own, coordinator: no, admin: no, 'coordinator of the organisation': no, ...suspended },
    states: ['published'], as: 'assessor without conflict',
  },
  submitCard: {
    who: { ...unknown, 'assessor who has not declared': 'assessment.objection.declareFirst', 'assessor without conflict': yes, 'assessor with a conflict': freed, 'assessor who joined the organisation': own, coordinator: no, admin: no, 'coordinator of the organisation': no, ...suspended },
    states: ['published'], as: 'assessor without conflict',
  },
  // A job's, asked for as the system; an admin could, and there is nothing to remind of yet.
  remindAssessor: { who: { ...unknown, 'assessor who has not declared': no, 'assessor without conflict': no, 'assessor with a conflict': no, 'assessor who joined the organisation': no, coordinator: no, 'coordinator of the organisation': no, 'suspended coordinator': no, admin: 'assessment.objection.nothingToRemind' }, states: [], as: 'admin' },
  forwardToDepartment: {
    who: { ...nobody, official: yes, 'assessor who has not declared': yes, 'assessor without conflict': yes, 'assessor with a conflict': yes, 'assessor who joined the organisation': own, 'other assessor': yes, coordinator: yes, admin: yes, 'coordinator of the organisation': own, ...suspended },
    states: ['submitted', 'published'], as: 'official',
  },
  returnFromDepartment: {
    who: { ...nobody, official: yes, 'assessor who has not declared': yes, 'assessor without conflict': yes, 'assessor with a conflict': yes, 'assessor who joined the organisation': own, 'other assessor': yes, coordinator: yes, admin: yes, 'coordinator of the organisation': own, ...suspended },
    states: notDraft, as: 'official',
  },
  adoptCriteria: { who: { ...nobody, admin: yes, ...suspended }, states: always, as: 'admin' },
}

test('every command has its row, and is for people who are signed in', () => {
  expect(Object.keys(rights).toSorted()).toEqual(Object.keys(commands).toSorted())
  for (const command of Object.values(commands)) expect(command.by).toBe('person')
})

describe.each(Object.entries(rights))('%s', (name, { who, states, as }) => {
  test.each(roles)('by %s', async (role) => expect(await attempt(name, role)).toBe(who[role]))

  test.each(proposalStates)('while the proposal is %s', async (state) => {
    const answer = await attempt(name, as, state)
    if (states.includes(state)) expect(answer).toBe(yes)
    else expect(answer).toMatch(/^(assessment\.objection\.(notOpen|nothingToRemind)|objection\.missing)$/)
  })
})

/** What a role hears that asks for a command, in a scene of its own where nothing else is in the way. */
async function attempt(name: string, role: Role, state: ProposalState = 'published'): Promise<string> {
  const scene = await aPublished()
  const { coordinator, proposalId, organisationId } = scene
  const joins = (person: Person) => db.insert(organisationMembers).values({ organisationId, personId: person.id })
  const { person, assessorId } = await asRole(role, scene, joins)
  if (name === 'returnFromDepartment') await forwardToDepartment(coordinator, { proposalId, department: 'kultura', dueOn: inTenDays(), note: 'Prosimy o opinię.' })
  const [asked] = await db.select({ id: forwardings.id }).from(forwardings).where(eq(forwardings.proposalId, proposalId))
  if (name === 'submitCard' && role === 'assessor without conflict') await saveCard(person, { assessorId, lines: await linesFor(assessorId, 3) })
  await put(proposalId, state)
  const inputs: Record<string, () => Promise<unknown> | unknown> = {
    assignAssessor: async () => ({ proposalId, personId: (await anOfficial()).id, dueOn: inTenDays() }),
    freeAssessor: () => ({ assessorId, reason: 'Urlop.' }),
    declareInterest: () => ({ assessorId, declaration: 'own', words: 'Należę do tej organizacji.' }),
    saveCard: async () => ({ assessorId, lines: await linesFor(assessorId, 3) }),
    submitCard: () => ({ assessorId }),
    remindAssessor: () => ({ assessorId }),
    forwardToDepartment: () => ({ proposalId, department: 'kultura', dueOn: inTenDays(), note: 'Prosimy o opinię.' }),
    returnFromDepartment: () => ({ forwardingId: asked!.id, note: 'Opinia jest dobra.' }),
    adoptCriteria: () => ({ mode: 'idea', validFrom: aFreeDay(), basis: 'Zarządzenie', apartPercent: 20, days: 14, lines: 'Koszty | 5 | 4 | Tak?' }),
  }
  const input = await inputs[name]!()
  return commands[name]!(person, input).then(() => yes, (error: unknown) => {
    if (error instanceof Refusal) return error.objection.key
    throw error
  })
}

let daysAway = 20
const aFreeDay = () => new Date(Date.now() + daysAway++ * 86_400_000).toISOString().slice(0, 10)

/** Somebody in a role, and the place that is spoken of: theirs, where they have one. */
async function asRole(role: Role, { coordinator, member, moderator, proposalId }: Awaited<ReturnType<typeof aPublished>>, joins: (person: Person) => Promise<unknown>): Promise<{ person: Person; assessorId: string }> {
  const declaration = role === 'assessor with a conflict' ? 'related' : role === 'assessor who has not declared' ? undefined : 'none'
  const { official, assessorId } = await anAssessor(coordinator, proposalId, declaration)
  if (role === 'assessor who joined the organisation') await joins(official)
  if (role.startsWith('assessor')) return { person: official, assessorId }
  const joined = await aPerson({ roles: ['coordinator'] })
  if (role === 'coordinator of the organisation') await joins(joined)
  const others: Record<string, () => Promise<Person> | Person> = {
    resident: () => aPerson(),
    member: () => member,
    'member of another organisation': async () => (await aMember()).member,
    moderator: () => moderator,
    official: () => anOfficial(),
    'other assessor': async () => (await anAssessor(coordinator, proposalId, 'none')).official,
    coordinator: () => coordinator,
    'coordinator of the organisation': () => joined,
    'suspended coordinator': () => ({ ...joined, suspendedUntil: new Date(Date.now() + 60_000) }),
    admin: () => aPerson({ roles: ['admin'] }),
  }
  return { person: await others[role]!(), assessorId }
}

/** Puts a proposal into a state, as if it had come there. */
async function put(proposalId: string, state: ProposalState) {
  if (state === 'published') return
  const [other] = state === 'merged' ? [await aPublished()] : []
  await db.update(proposals).set({ ...(['draft', 'submitted', 'returned'].includes(state) && { publishedAt: null, version: 0 }), state, completeBy: state === 'returned' ? inTenDays() : null, mergedIntoId: other?.proposalId ?? null }).where(eq(proposals.id, proposalId))
  expect(await db.$count(assessors, eq(assessors.proposalId, proposalId))).toBeGreaterThan(0)
}
