import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import type { Objection, Policy } from '../policy'
import { mayCancel, mayChangeCall, mayChangeShift, mayCloseCall, mayNote, mayOpenCall, mayRemove, maySignUp, mayWriteToVolunteers } from './rules'

// Every command of this domain × role × state. Nobody without an account does anything here: each command is by a person.

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const who: Record<string, [Person, Partial<All>]> = {
  resident: [person(), {}],
  'member who only speaks for it': [person(), {}],
  organiser: [person(), { organises: true }],
  'owner of another organisation': [person(), {}],
  'suspended organiser': [person([], { suspendedUntil: new Date(Date.now() + 60_000) }), { organises: true }],
  'organiser without a name': [person([], { name: null }), { organises: true }],
  // Whoever assesses is of the office; with whom they have a conflict of interest makes no difference here.
  'official, assessor': [person(['official']), {}],
  coordinator: [person(['coordinator']), {}],
  moderator: [person(['moderator']), {}],
  admin: [person(['admin']), {}],
}
type All = { organises: boolean; closed: boolean; cancelled: boolean; started: boolean; tooYoung: boolean; elsewhere: boolean; ended: boolean; oneself: boolean }
const ahead: All = { organises: false, closed: false, cancelled: false, started: false, tooYoung: false, elsewhere: false, ended: false, oneself: false }
const states: Record<string, Partial<All>> = { ahead: {}, begun: { started: true }, 'shift cancelled': { cancelled: true }, 'call closed': { closed: true }, 'sign-up ended': { ended: true }, 'too young': { tooYoung: true }, 'on another shift then': { elsewhere: true }, oneself: { oneself: true } }

const [not, suspended, nameless, closed, cancelled, started, notStarted] = ['volunteering.objection.notOrganiser', 'objection.suspended', 'objection.nameFirst', 'volunteering.objection.closed', 'volunteering.objection.cancelledShift', 'volunteering.objection.started', 'volunteering.objection.notStarted']
type Says = string | null
/** What everybody hears who is not named; what some hear instead; and what an organiser hears in each state that is not `ahead`. */
type Row = { policy: Policy<All>; others: Says; but: Record<string, Says>; inState: Record<string, Says> }
const organisersOnly = { organiser: null, 'suspended organiser': suspended!, 'organiser without a name': null }

const table: Record<string, Row> = {
  openVolunteerCall: { policy: mayOpenCall, others: not!, but: { ...organisersOnly, 'organiser without a name': nameless! }, inState: {} },
  changeVolunteerCall: { policy: mayChangeCall, others: not!, but: organisersOnly, inState: { 'call closed': closed! } },
  closeVolunteerCall: { policy: mayCloseCall, others: not!, but: { ...organisersOnly, moderator: null, admin: null }, inState: { 'call closed': closed! } },
  addVolunteerShift: { policy: mayChangeCall, others: not!, but: organisersOnly, inState: { 'call closed': closed! } },
  changeVolunteerShift: { policy: mayChangeShift, others: not!, but: organisersOnly, inState: { 'call closed': closed!, 'shift cancelled': cancelled!, begun: started! } },
  cancelVolunteerShift: { policy: mayChangeShift, others: not!, but: organisersOnly, inState: { 'call closed': closed!, 'shift cancelled': cancelled!, begun: started! } },
  writeToVolunteers: { policy: mayWriteToVolunteers, others: not!, but: organisersOnly, inState: { 'call closed': closed!, 'shift cancelled': cancelled! } },
  signUpForShift: {
    policy: maySignUp, others: null, but: { 'suspended organiser': suspended!, 'organiser without a name': nameless! },
    inState: { 'call closed': closed!, 'shift cancelled': cancelled!, begun: started!, 'too young': 'volunteering.objection.adultsOnly', 'on another shift then': 'volunteering.objection.elsewhere' },
  },
  // That it is one's own is asked before: to others there is no such sign-up.
  cancelSignUp: { policy: mayCancel, others: null, but: {}, inState: { begun: started!, 'sign-up ended': 'volunteering.objection.alreadyCancelled' } },
  removeVolunteer: { policy: mayRemove, others: not!, but: organisersOnly, inState: { begun: started!, 'sign-up ended': 'volunteering.objection.alreadyCancelled' } },
  noteAttendance: {
    policy: mayNote, others: not!, but: { organiser: notStarted!, 'suspended organiser': suspended!, 'organiser without a name': notStarted! },
    inState: { ahead: notStarted!, begun: null, 'call closed': notStarted!, 'shift cancelled': cancelled!, 'too young': notStarted!, 'on another shift then': notStarted!, 'sign-up ended': notStarted!, oneself: notStarted! },
  },
}

const says = (objection: Objection) => objection?.key ?? null

describe.each(Object.entries(table))('%s', (_, { policy, others, but, inState }) => {
  test.each(Object.entries(who))('by %s', (name, [who, standing]) => {
    expect(says(policy(who, { ...ahead, ...standing }))).toBe(name in but ? but[name] : others)
  })
  test.each(Object.entries(states))('by an organiser: %s', (name, state) => {
    expect(says(policy(who.organiser![0], { ...ahead, organises: true, ...state }))).toBe(inState[name] ?? null)
  })
})

test('one’s own hours are not for oneself to note', () => {
  expect(says(mayNote(person(), { ...ahead, organises: true, started: true, oneself: true }))).toBe('volunteering.objection.oneself')
})

test('no command is without its row', async () => {
  const files = readdirSync(`${import.meta.dirname}/commands`)
  const commands = (await Promise.all(files.map(async (file) => Object.entries((await import(/* @vite-ignore */ `${import.meta.dirname}/commands/${file}`)) as Record<string, { by: string }>)))).flat()
  expect(commands.map(([name]) => name).sort()).toEqual(Object.keys(table).sort())
  expect(commands.filter(([, { by }]) => by !== 'person')).toEqual([])
})
