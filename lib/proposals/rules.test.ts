import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import { readProposal } from './content'
import { readDay } from './days'
import { blankDraft, go, stepOf, withRows, type ProposalDraft } from './draft'
import { mayMove, mayStart, mayWrite, moves, proposalStates, type Move, type Standing } from './life-cycle'
import { saveStepInput } from './rules'
import { aDraft } from './testing'

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const stand = (more: Partial<Standing> = {}): Standing => ({ state: 'submitted', isMember: false, isOwn: false, confirmed: true, current: true, ...more })
const says = (objection: { key: string } | null) => objection?.key ?? null
const own = { isMember: true, isOwn: true }

describe('the life of a proposal', () => {
  const may: Record<Move, { who: Person; as: Partial<Standing> }> = {
    submit: { who: person(), as: own },
    publish: { who: person(['moderator']), as: {} },
    return: { who: person(['admin']), as: {} },
    reject: { who: person(['moderator']), as: {} },
  }
  const names = Object.keys(moves) as Move[]

  test.each(names.flatMap((move) => proposalStates.map((state) => [move, state] as const)))('%s from %s', (move, state) => {
    const allowed = (moves[move].from as readonly string[]).includes(state)
    expect(says(mayMove(move)(may[move].who, stand({ ...may[move].as, state })))).toBe(allowed ? null : `proposal.objection.is.${state}`)
  })

  const judges = ['publish', 'return', 'reject'] as const
  test.each(judges.flatMap((move) => [
    [move, 'resident', person(), {}, 'objection.notYours'],
    [move, 'member', person(), own, 'objection.notYours'],
    [move, 'official', person(['official']), {}, 'objection.notYours'],
    [move, 'moderator', person(['moderator']), {}, null],
    [move, 'admin', person(['admin']), {}, null],
    [move, 'moderator of their own', person(['moderator']), own, 'proposal.objection.own'],
    [move, 'admin who began it and left', person(['admin']), { isOwn: true }, 'proposal.objection.own'],
    [move, 'suspended moderator', person(['moderator'], { suspendedUntil: new Date(Date.now() + 60_000) }), {}, 'objection.suspended'],
    [move, 'moderator who saw another version', person(['moderator']), { current: false }, 'proposal.objection.changed'],
  ] as const))('%s by %s', (move, _, who, as, objection) => expect(says(mayMove(move)(who, stand(as)))).toBe(objection))

  test.each<[string, Person, Partial<Standing>, string | null]>([
    ['member', person(), own, null],
    ['member of an unconfirmed one', person(), { ...own, confirmed: false }, 'proposal.objection.notMember'],
    ['somebody who began it and left', person(), { isOwn: true }, 'proposal.objection.notMember'],
    ['moderator', person(['moderator']), {}, 'proposal.objection.notMember'],
    ['member without a name', person([], { name: null }), own, 'objection.nameFirst'],
  ])('submit by %s', (_, who, as, objection) => expect(says(mayMove('submit')(who, stand({ state: 'draft', ...as })))).toBe(objection))

  test.each(proposalStates)('writing while it is %s', (state) => {
    expect(says(mayWrite(person(), stand({ ...own, state })))).toBe(['draft', 'returned'].includes(state) ? null : `proposal.objection.is.${state}`)
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
