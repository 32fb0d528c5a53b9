import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import type { Objection } from '../policy'
import { canDecideAppeal } from '../moderation/appealing'
import * as appeals from './commands/appeals'
import * as flagCommands from './commands/flags'
import * as invalidation from './commands/invalidation'
import * as networks from './commands/networks'
import * as reminders from './commands/reminders'
import { canContest, type ContestedInvalidation } from './contesting'
import { canConfirm, canDismiss, canProposeInvalidation, canProposeRestoring, canRaise, canReject, canShareNetworks, type DecisionState, type FlagState } from './rules'

// Every command of this domain × role × state. Nobody without an account does anything here: each command is by a person.

const person = (id: string, roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id, name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const who = {
  resident: person('r'),
  official: person('o', ['official']),
  coordinator: person('c', ['coordinator']),
  moderator: person('m', ['moderator']),
  proposer: person('p', ['moderator']),
  admin: person('a', ['admin']),
  suspended: person('s', ['moderator'], { suspendedUntil: new Date(Date.now() + 60_000) }),
  system: person('y', ['system']),
}
type Who = keyof typeof who
type Says = string | null
const everyone = Object.keys(who) as Who[]
const desk: Who[] = ['moderator', 'proposer', 'admin']
/** What those hear who may at all; suspended ones and others hear why they may not. */
const row = (heard: Says, some: Partial<Record<Who, Says>> = {}): Record<Who, Says> =>
  Object.fromEntries(everyone.map((name) => [name, some[name] !== undefined ? some[name] : desk.includes(name) ? heard : name === 'suspended' ? 'objection.suspended' : 'objection.notYours'])) as Record<Who, Says>
const is = (key: string) => `integrity.objection.${key}`

const flag: FlagState = { settled: false, own: false, about: 'question', ballots: 5, decision: 'none' }
const decision: DecisionState = { kind: 'invalidate', proposedById: 'p', state: 'proposed', own: false, undone: 'no' }
const ofFlag = (policy: typeof canDismiss, more: Partial<FlagState>, heard: Says) => ({ ask: (name: Who) => policy(who[name], { ...flag, ...more }), expected: row(heard) })
const ofDecision = (policy: typeof canConfirm, more: Partial<DecisionState>, heard: Says, some: Partial<Record<Who, Says>> = {}) => ({ ask: (name: Who) => policy(who[name], { ...decision, ...more }), expected: row(heard, some) })

const contested: ContestedInvalidation = { inTime: true, appealed: false, counts: false }
const asVoter = (more: Partial<ContestedInvalidation>, heard: Says) => ({ ask: (name: Who) => canContest(who[name], { ...contested, ...more }), expected: Object.fromEntries(everyone.map((name) => [name, heard])) as Record<Who, Says> })
const ofAppeal = (more: Partial<Parameters<typeof canDecideAppeal>[1]>, heard: Says) => ({ ask: (name: Who) => canDecideAppeal(who[name], { decided: false, involved: false, own: false, ...more }), expected: row(heard) })

const commands = { ...appeals, ...reminders, ...flagCommands, ...invalidation, ...networks }
const admins = { moderator: 'objection.notYours', proposer: 'objection.notYours', system: null }
const table: Record<keyof typeof commands, Record<string, { ask: (name: Who) => Objection; expected: Record<Who, Says> }>> = {
  raiseFlag: { any: { ask: (name) => canRaise(who[name], null), expected: row('objection.notYours', { suspended: 'objection.notYours', system: null }) } },
  dismissFlag: {
    open: ofFlag(canDismiss, {}, null),
    'about comments': ofFlag(canDismiss, { about: 'thread', ballots: 0 }, null),
    'their own': ofFlag(canDismiss, { own: true }, is('own')),
    settled: ofFlag(canDismiss, { settled: true }, is('settled')),
    'being decided': ofFlag(canDismiss, { decision: 'proposed' }, is('proposedBefore')),
  },
  proposeInvalidation: {
    open: ofFlag(canProposeInvalidation, {}, null),
    'about comments': ofFlag(canProposeInvalidation, { about: 'thread', ballots: 0 }, is('tooFew')),
    few: ofFlag(canProposeInvalidation, { ballots: 4 }, is('tooFew')),
    'their own': ofFlag(canProposeInvalidation, { own: true }, is('own')),
    settled: ofFlag(canProposeInvalidation, { settled: true }, is('settled')),
    'being decided': ofFlag(canProposeInvalidation, { decision: 'proposed' }, is('proposedBefore')),
  },
  confirmBallotDecision: {
    proposed: ofDecision(canConfirm, {}, null, { proposer: is('fourEyes') }),
    'restoring proposed': ofDecision(canConfirm, { kind: 'restore' }, null, { proposer: is('fourEyes') }),
    'their own': ofDecision(canConfirm, { own: true }, is('own')),
    confirmed: ofDecision(canConfirm, { state: 'confirmed' }, is('decided')),
    rejected: ofDecision(canConfirm, { state: 'rejected' }, is('decided')),
  },
  rejectBallotDecision: {
    proposed: ofDecision(canReject, {}, null),
    'their own': ofDecision(canReject, { own: true }, is('own')),
    confirmed: ofDecision(canReject, { state: 'confirmed' }, is('decided')),
  },
  proposeRestoring: {
    proposed: ofDecision(canProposeRestoring, {}, is('notInForce')),
    'in force': ofDecision(canProposeRestoring, { state: 'confirmed' }, null),
    'undoing proposed': ofDecision(canProposeRestoring, { state: 'confirmed', undone: 'proposed' }, is('notInForce')),
    undone: ofDecision(canProposeRestoring, { state: 'confirmed', undone: 'yes' }, is('notInForce')),
    'a restoring itself': ofDecision(canProposeRestoring, { kind: 'restore', state: 'confirmed' }, is('notInForce')),
    'their own': ofDecision(canProposeRestoring, { state: 'confirmed', own: true }, is('own')),
  },
  remindOfBallotAppeal: { any: { ask: (name) => canRaise(who[name], null), expected: row('objection.notYours', { suspended: 'objection.notYours', system: null }) } },
  // Loading finds only votes of whoever asks.
  contestInvalidation: {
    'their own': asVoter({}, null),
    'contested before': asVoter({ appealed: true }, 'moderation.objection.appealedBefore'),
    'counting again': asVoter({ counts: true }, is('countsAgain')),
    'after six months': asVoter({ inTime: false }, 'moderation.objection.appealLate'),
  },
  answerBallotAppeal: {
    waiting: ofAppeal({}, null),
    answered: ofAppeal({ decided: true }, 'moderation.objection.appealDecided'),
    'about their own decision': ofAppeal({ involved: true }, 'moderation.objection.anotherModerator'),
    'about votes of which one is theirs': ofAppeal({ own: true }, 'moderation.objection.own'),
  },
  shareNetwork: { any: { ask: (name) => canShareNetworks(who[name], null), expected: row(null, admins) } },
  unshareNetwork: { any: { ask: (name) => canShareNetworks(who[name], null), expected: row(null, admins) } },
}

describe.each(Object.entries(table))('%s', (_, states) => {
  test.each(Object.entries(states))('while %s', (_, { ask, expected }) => {
    expect(Object.fromEntries(everyone.map((name) => [name, ask(name)?.key ?? null]))).toEqual(expected)
  })
})

test('no command is without its row, and none is for whoever is not signed in', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(table).sort())
  expect(Object.values(commands).filter(({ by }) => by !== 'person')).toEqual([])
})
