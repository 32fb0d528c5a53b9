import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import type { Objection } from '../policy'
import * as commands from './commands'
import { mayAnswer, mayClosePartnerCall, mayEnd, mayOpenPartnerCall, mayRequest, mayWithdraw, requestStates, type RequestState } from './rules'

// Every command of this domain × role × state. Nobody without an account does anything here: each command is by a person.

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const suspended = { suspendedUntil: new Date(Date.now() + 60_000) }
/** Who, and for which of the two organisations they act. */
const who = {
  resident: { person: person(), looking: false, asking: false },
  looking: { person: person(), looking: true, asking: false },
  asking: { person: person(), looking: false, asking: true },
  official: { person: person(['official']), looking: false, asking: false },
  moderator: { person: person(['moderator']), looking: false, asking: false },
  admin: { person: person(['admin']), looking: false, asking: false },
  suspended: { person: person([], suspended), looking: true, asking: true },
  nameless: { person: person([], { name: null }), looking: true, asking: true },
} as const
type Who = keyof typeof who
type Says = string | null
const not = 'partnership.objection.notActing'
const says = (objection: Objection) => objection?.key ?? null
const everyone = Object.keys(who) as Who[]
const row = (others: Says, some: Partial<Record<Who, Says>>): Record<Who, Says> => Object.fromEntries(everyone.map((name) => [name, name in some ? some[name]! : others])) as Record<Who, Says>
const request = (name: Who, state: RequestState) => ({ asked: who[name].asking, answers: who[name].looking, state })

type Row = { [state: string]: { ask: (name: Who) => Objection; expected: Record<Who, Says> } }
const ofRequest = (policy: typeof mayAnswer, open: RequestState, those: Who[]): Row =>
  Object.fromEntries(
    requestStates.map((state) => [
      state,
      { ask: (name) => policy(who[name].person, request(name, state)), expected: row(not, { ...Object.fromEntries([...those, 'nameless' as Who].map((name) => [name, state === open ? null : `partnership.objection.is.${state}`])), suspended: 'objection.suspended' }) },
    ]),
  )
const table: Record<keyof typeof commands, Row> = {
  openPartnerCall: { any: { ask: (name) => mayOpenPartnerCall(who[name].person, { acts: who[name].looking }), expected: row(not, { looking: null, suspended: 'objection.suspended', nameless: 'objection.nameFirst' }) } },
  closePartnerCall: {
    open: { ask: (name) => mayClosePartnerCall(who[name].person, { acts: who[name].looking, closed: false }), expected: row(not, { looking: null, nameless: null, moderator: null, admin: null, suspended: 'objection.suspended' }) },
    closed: { ask: (name) => mayClosePartnerCall(who[name].person, { acts: who[name].looking, closed: true }), expected: row(not, Object.fromEntries([...(['looking', 'nameless', 'moderator', 'admin'] as const).map((name) => [name, 'partnership.objection.closed']), ['suspended', 'objection.suspended']])) },
  },
  requestPartnership: {
    open: { ask: (name) => mayRequest(who[name].person, { acts: who[name].asking, oneself: false, closed: false }), expected: row(not, { asking: null, suspended: 'objection.suspended', nameless: 'objection.nameFirst' }) },
    closed: { ask: (name) => mayRequest(who[name].person, { acts: who[name].asking, oneself: false, closed: true }), expected: row(not, { asking: 'partnership.objection.closed', suspended: 'objection.suspended', nameless: 'objection.nameFirst' }) },
    'their own': { ask: (name) => mayRequest(who[name].person, { acts: who[name].looking, oneself: true, closed: false }), expected: row(not, { looking: 'partnership.objection.oneself', suspended: 'objection.suspended', nameless: 'objection.nameFirst' }) },
  },
  withdrawPartnerRequest: ofRequest(mayWithdraw, 'waiting', ['asking']),
  answerPartnerRequest: ofRequest(mayAnswer, 'waiting', ['looking']),
  endPartnership: ofRequest(mayEnd, 'accepted', ['looking', 'asking']),
}

describe.each(Object.entries(table))('%s', (_, states) => {
  test.each(Object.entries(states))('while %s', (_, { ask, expected }) => {
    expect(Object.fromEntries(everyone.map((name) => [name, says(ask(name))]))).toEqual(expected)
  })
})

test('no command is without its row, and none is for whoever is not signed in', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(table).sort())
  expect(Object.values(commands).filter(({ by }) => by !== 'person')).toEqual([])
})
