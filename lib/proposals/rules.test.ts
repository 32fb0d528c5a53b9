import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import { readProposal } from './content'
import { readDay } from './days'
import { blankDraft, go, stepOf, withRows, type ProposalDraft } from './draft'
import { mayMove, mayStart, mayWrite, moveNames, moves, proposalStates, type Move, type ProposalState, type Standing } from './life-cycle'
import { saveStepInput } from './rules'
import { aDraft } from './testing'

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const stand = (more: Partial<Standing> = {}): Standing => ({ state: 'submitted', mode: 'idea', isMember: false, isOwn: false, confirmed: true, current: true, isPublic: false, overdue: false, remarksOpen: false, rejectedByThem: false, ...more })
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

test.each([
  ['2027-03-01', '2027-03-01'], ['1.03.2027', '2027-03-01'], ['01/03/2027', '2027-03-01'], ['1 marca 2027', '2027-03-01'], ['31 Października 2027 r.', '2027-10-31'], ['29.02.2028', '2028-02-29'],
  ['29.02.2027', null], ['31.04.2027', null], ['2027-13-01', null], ['1.3.27', null], ['jutro', null], ['', null], ['1 foo 2027', null], ['1.03.1990', null],
])('the day „%s”', (typed, day) => expect(readDay(typed)).toBe(day))

describe('reading a proposal', () => {
  const known = new Set(['1.1.18'])
  const read = (change: Partial<ProposalDraft> = {}) => readProposal({ ...aDraft('1.1.18'), ...change }, known)
  const problems = (change: Partial<ProposalDraft>) => Object.fromEntries(Object.entries(read(change).problems ?? {}).map(([path, [first]]) => [path, first!.key]))

  test('days, grosze, thousandths; blank rows are no rows', () => {
    expect(read().content).toMatchObject({
      mode: 'idea', from: '2027-03-01', to: '2027-11-30',
      actions: [{ name: 'Warsztaty', from: '2027-03-01', to: '2027-06-30' }],
      results: [{ targetThousandths: 40_000 }],
      costs: [{ unitCostGrosze: 15_000, quantityThousandths: 40_000, valueGrosze: 600_000 }, { valueGrosze: 50_000 }],
      sources: { grant: 500_000, ownMoney: 50_000, ownNonMoney: 100_000, fees: 0 },
    })
  })

  test('of nothing, everything is missing', () => {
    expect(Object.keys(readProposal(blankDraft(), known).problems!).sort()).toEqual(['actions', 'costs', 'from', 'need', 'results', 'summary', 'targetGroup', 'tasks', 'title', 'to'])
  })

  const row = { kind: 'Druk', unit: 'sztuka', unitCost: '1', quantity: '1' }
  test.each<[Partial<ProposalDraft>, Record<string, string>]>([
    [{ title: 'x'.repeat(151) }, { title: 'problem.tooLong' }],
    [{ tasks: ['9.9.9'] }, { tasks: 'proposal.problem.taskGone' }],
    [{ to: '2027-02-01' }, { to: 'proposal.problem.daysOrder', 'actions.0.from': 'proposal.problem.dayOutside', 'actions.0.to': 'proposal.problem.dayOutside' }],
    [{ from: 'wiosną' }, { from: 'proposal.problem.day' }],
    [{ actions: [{ name: '', description: '', from: '', to: '' }, { name: 'A', description: '', from: '2027-03-02', to: '2027-03-01' }] }, { 'actions.1.description': 'problem.required', 'actions.1.to': 'proposal.problem.daysOrder' }],
    [{ results: [{ name: 'A', target: '0', unit: 'osób', measuring: 'Lista' }] }, { 'results.0.target': 'proposal.problem.quantity' }],
    [{ costs: [{ ...row, unitCost: '1,234' }] }, { 'costs.0.unitCost': 'proposal.problem.money' }],
    [{ costs: [{ ...row, unitCost: '10 000 001' }] }, { 'costs.0.unitCost': 'proposal.problem.tooMuchMoney' }],
    [{ costs: [{ ...row, unitCost: '10 000 000', quantity: '2' }], sources: { grant: '20000000', ownMoney: '', ownNonMoney: '', fees: '' } }, { 'sources.grant': 'proposal.problem.tooMuchMoney' }],
    [{ costs: [row] }, { sources: 'proposal.problem.sums' }],
    [{ sources: { grant: '-1', ownMoney: '', ownNonMoney: '', fees: '' } }, { 'sources.grant': 'proposal.problem.money' }],
  ])('%#', (change, expected) => expect(problems(change)).toEqual(expected))
})

describe('steps of the form', () => {
  const id = '00000000-0000-7000-8000-000000000001'
  test('each field has its step', () => {
    expect(['title', 'from', 'actions.0.from', 'results', 'costs.3.kind', 'sources.grant'].map(stepOf)).toEqual(['idea', 'actions', 'actions', 'results', 'costs', 'costs'])
  })
  test('anything may be typed, but nothing foreign sent', () => {
    expect(saveStepInput.parse({ id, step: 'costs', revision: '3', costs: [{ kind: 'Druk\u0000', unitCost: 'dużo' }] })).toMatchObject({ revision: 3, go: 'next', costs: [{ kind: 'Druk', unit: '', unitCost: 'dużo', quantity: '' }], sources: { grant: '' } })
    for (const wrong of [{ title: 'x' }, { costs: 'x' }, { costs: [{ kind: 'x', state: 'published' }] }, { costs: Array.from({ length: 51 }, () => ({})) }, { go: 'publish' }, { revision: 'x' }, { step: 'check' }]) {
      expect(saveStepInput.safeParse({ id, step: 'costs', revision: 0, ...wrong }).success).toBe(false)
    }
  })
  test('rows come and go', () => {
    const fields = { costs: [{ kind: 'A' }, { kind: 'B' }] }
    expect(withRows(fields, 'next')).toEqual(fields)
    expect(withRows(fields, 'remove:costs:0')).toEqual({ costs: [{ kind: 'B' }] })
    expect(withRows(fields, 'remove:costs:7')).toEqual(fields)
    expect(withRows(fields, 'add:costs').costs).toHaveLength(3)
    expect(withRows(fields, 'add:results')).toEqual(fields)
    expect(withRows({ costs: [] as object[] }, 'add:costs').costs).toHaveLength(2) // The empty form shows one row.
    expect(go.safeParse('remove:costs').success).toBe(false)
  })
})
