import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import { mayMove, mayStart, mayWrite, moveNames, moves, proposalStates, type Move, type ProposalState, type Standing } from './life-cycle'

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const stand = (more: Partial<Standing> = {}): Standing => ({ state: 'submitted', mode: 'idea', isMember: false, isOwn: false, confirmed: true, current: true, isPublic: false, overdue: false, remarksOpen: false, remarksUnanswered: 0, rejectedByThem: false, assessmentLacks: null, grantYear: null, ...more })
const says = (objection: { key: string } | null) => objection?.key ?? null
const own = { isMember: true, isOwn: true }

describe('the life of a proposal', () => {
  const may: Record<Move, { who: Person; as: Partial<Standing>; from: ProposalState[]; to: ProposalState }> = {
    submit: { who: person(), as: own, from: ['draft', 'returned'], to: 'submitted' },
    publish: { who: person(['moderator']), as: {}, from: ['submitted'], to: 'published' },
    return: { who: person(['admin']), as: {}, from: ['submitted'], to: 'returned' },
    reject: { who: person(['coordinator']), as: { overdue: true }, from: ['submitted', 'returned'], to: 'rejected' },
    accept: { who: person(['coordinator']), as: {}, from: ['published'], to: 'accepted' },
    decline: { who: person(['admin']), as: {}, from: ['published'], to: 'rejected' },
    begin: { who: person(), as: own, from: ['accepted'], to: 'inProgress' },
    report: { who: person(), as: own, from: ['inProgress'], to: 'reported' },
    mend: { who: person(['coordinator']), as: {}, from: ['reported'], to: 'inProgress' },
    complete: { who: person(['coordinator']), as: {}, from: ['reported'], to: 'completed' },
    withdraw: { who: person(), as: own, from: ['submitted', 'returned', 'published'], to: 'withdrawn' },
    merge: { who: person(['coordinator']), as: {}, from: ['published'], to: 'merged' },
    unmerge: { who: person(['coordinator']), as: {}, from: ['merged'], to: 'published' },
    overturn: { who: person(['coordinator']), as: { isPublic: true }, from: ['rejected'], to: 'accepted' },
    reassess: { who: person(['coordinator']), as: { isPublic: true }, from: ['rejected'], to: 'published' },
    recheck: { who: person(['coordinator']), as: {}, from: ['rejected'], to: 'submitted' },
  }

  test.each(moveNames.flatMap((move) => proposalStates.map((state) => [move, state] as const)))('%s from %s', (move, state) => {
    const { who, as, from, to } = may[move]
    expect(says(mayMove(move)(who, stand({ ...as, state })))).toBe(from.includes(state) ? null : `proposal.objection.is.${state}`)
    expect(moves[move].to).toBe(to)
  })

  const [outsideOffice, coordinators, members] = [['publish', 'return', 'reject'], ['accept', 'decline', 'mend', 'complete', 'merge', 'unmerge', 'overturn', 'reassess', 'recheck'], ['submit', 'report', 'withdraw']] as const
  const suspended = { suspendedUntil: new Date(Date.now() + 60_000) }
  type Row = [Move, string, Person, Partial<Standing>, string | null]
  test.each<Row>([
    ...outsideOffice.flatMap((move): Row[] => [
      [move, 'official', person(['official']), {}, 'objection.notYours'],
      [move, 'moderator', person(['moderator']), {}, null],
      [move, 'moderator about an offer', person(['moderator']), { mode: 'smallGrant' }, 'objection.notYours'],
      [move, 'coordinator about an offer', person(['coordinator']), { mode: 'smallGrant' }, null],
    ]),
    ...coordinators.flatMap((move): Row[] => [
      [move, 'official', person(['official']), {}, 'objection.notYours'],
      [move, 'moderator', person(['moderator']), {}, 'objection.notYours'],
    ]),
    ...[...outsideOffice, ...coordinators].flatMap((move): Row[] => [
      [move, 'resident', person(), {}, 'objection.notYours'],
      [move, 'member', person(), own, 'objection.notYours'],
      [move, 'coordinator', person(['coordinator']), {}, null],
      [move, 'admin', person(['admin']), {}, null],
      [move, 'coordinator of their own', person(['coordinator']), own, 'proposal.objection.own'],
      [move, 'admin who began it and left', person(['admin']), { isOwn: true }, 'proposal.objection.own'],
      [move, 'suspended coordinator', person(['coordinator'], suspended), {}, 'objection.suspended'],
      [move, 'coordinator who saw another version', person(['coordinator']), { current: false }, 'proposal.objection.changed'],
    ]),
    ...members.flatMap((move): Row[] => [
      [move, 'member', person(), own, null],
      [move, 'member of an unconfirmed organisation', person(), { ...own, confirmed: false }, 'proposal.objection.notMember'],
      [move, 'somebody who began it and left', person(), { isOwn: true }, 'proposal.objection.notMember'],
      [move, 'admin', person(['admin']), {}, 'proposal.objection.notMember'],
      [move, 'suspended member', person([], suspended), own, 'objection.suspended'],
    ]),
    ['begin', 'coordinator', person(['coordinator']), {}, null],
    ['begin', 'resident', person(), {}, 'objection.notYours'],
    ['reject', 'coordinator, while there is time to complete it', person(['coordinator']), { state: 'returned', overdue: false }, 'proposal.objection.stillTime'],
    ['accept', 'coordinator, while remarks are open', person(['coordinator']), { remarksOpen: true }, 'proposal.objection.remarksOpen'],
    ['decline', 'coordinator, while remarks are open', person(['coordinator']), { remarksOpen: true }, 'proposal.objection.remarksOpen'],
    ['accept', 'coordinator, while a remark has no answer', person(['coordinator']), { remarksUnanswered: 1 }, 'proposal.objection.remarksUnanswered'],
    ['overturn', 'coordinator who rejected it', person(['coordinator']), { rejectedByThem: true }, 'proposal.objection.rejectedByYou'],
    ['overturn', 'coordinator, though never public', person(['coordinator']), { isPublic: false }, 'proposal.objection.neverPublic'],
    ['recheck', 'coordinator, though public', person(['coordinator']), { isPublic: true }, 'proposal.objection.alreadyPublic'],
  ])('%s by %s', (move, _, who, as, objection) => expect(says(mayMove(move)(who, stand({ ...may[move].as, isMember: false, isOwn: false, state: may[move].from[0]!, ...as })))).toBe(objection))

  test.each<[string, Person, Partial<Standing>, string | null]>([
    ['member', person(), own, null],
    ['member of an unconfirmed one', person(), { ...own, confirmed: false }, 'proposal.objection.notMember'],
    ['somebody who began it and left', person(), { isOwn: true }, 'proposal.objection.notMember'],
    ['moderator', person(['moderator']), {}, 'proposal.objection.notMember'],
    ['member without a name', person([], { name: null }), own, 'objection.nameFirst'],
  ])('submit by %s', (_, who, as, objection) => expect(says(mayMove('submit')(who, stand({ state: 'draft', ...as })))).toBe(objection))

  test.each(proposalStates)('writing while it is %s', (state) => {
    expect(says(mayWrite(person(), stand({ ...own, state })))).toBe(['draft', 'returned', 'published', 'accepted'].includes(state) ? null : `proposal.objection.is.${state}`)
    expect(says(mayWrite(person(['admin']), stand({ state })))).toBe('proposal.objection.notMember')
  })

  test('starting is for members of confirmed organisations', () => {
    expect(says(mayStart(person(), { isMember: true, confirmed: true }))).toBeNull()
    expect(says(mayStart(person(), { isMember: true, confirmed: false }))).toBe('proposal.objection.notMember')
    expect(says(mayStart(person([], { name: null }), { isMember: true, confirmed: true }))).toBe('objection.nameFirst')
  })
})
