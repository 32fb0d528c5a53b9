import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import type { Objection, Policy } from '../policy'
import { proposalStates, type ProposalState, type Standing } from '../proposals/life-cycle'
import * as commands from './commands'
import { mayAcceptReport, mayRemind, mayReturnReport, maySendReport, mayWriteReport } from './rules'

// Every command of this domain × role × state. Nobody without an account does anything here: each command is by a person.

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const nobodys: Standing = { state: 'draft', mode: 'idea', isMember: false, isOwn: false, confirmed: true, current: true, isPublic: true, overdue: false, remarksOpen: false, remarksUnanswered: 0, rejectedByThem: false, assessmentLacks: null, grantYear: null }
const ours = { isMember: true, isOwn: true }
const who = {
  resident: [person(), {}],
  'member of its organisation': [person(), ours],
  'member while it is not confirmed': [person(), { ...ours, confirmed: false }],
  'suspended member': [person([], { suspendedUntil: new Date(Date.now() + 60_000) }), ours],
  'owner of another organisation': [person(), {}],
  'assessor (official)': [person(['official']), {}],
  moderator: [person(['moderator']), {}],
  coordinator: [person(['coordinator']), {}],
  'coordinator of its organisation': [person(['coordinator']), ours],
  admin: [person(['admin']), {}],
  'the clock': [person(['system']), {}],
} as const satisfies Record<string, [Person, Partial<Standing>]>
type Who = keyof typeof who

const [notMember, notYours, own, suspended] = ['proposal.objection.notMember', 'objection.notYours', 'proposal.objection.own', 'objection.suspended']
/** In which state, by whom, and what others hear. */
type Row = { policy: Policy<Standing>; in: ProposalState; by: Who[]; others: string; but?: Partial<Record<Who, string>> }
const members: Pick<Row, 'by' | 'others' | 'but'> = { by: ['member of its organisation', 'coordinator of its organisation'], others: notMember!, but: { 'suspended member': suspended! } }
const coordinators: Pick<Row, 'by' | 'others' | 'but'> = { by: ['coordinator', 'admin'], others: notYours!, but: { 'suspended member': suspended!, 'coordinator of its organisation': own! } }
const table: Record<keyof typeof commands, Row> = {
  saveReport: { policy: mayWriteReport, in: 'inProgress', ...members },
  sendReport: { policy: maySendReport, in: 'inProgress', ...members },
  acceptReport: { policy: mayAcceptReport, in: 'reported', ...coordinators },
  returnReport: { policy: mayReturnReport, in: 'reported', ...coordinators },
  remindOfReport: { policy: mayRemind, in: 'inProgress', by: ['the clock'], others: notYours! },
}
const says = (objection: Objection) => objection?.key ?? null

describe.each(Object.entries(table))('%s', (_, { policy, by, others, but, ...row }) => {
  test.each(Object.keys(who) as Who[])('by %s, in every state', (name) => {
    const [actor, standing] = who[name]
    const heard = Object.fromEntries(proposalStates.map((state) => [state, says(policy(actor, { ...nobodys, ...standing, state }))]))
    const refused = but?.[name] ?? (by.includes(name) ? null : others)
    expect(heard).toEqual(Object.fromEntries(proposalStates.map((state) => [state, refused ?? (state === row.in ? null : `proposal.objection.is.${state}`)])))
  })
})

test('no command is without its row, and each is by a person', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(table).sort())
  expect(Object.values(commands).filter(({ by }) => by !== 'person')).toEqual([])
})
