import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totalOf, wholeContent, type ProposalContent } from './content'
import { blankDraft, wholeDraft, type ProposalDraft } from './draft'
import { asks, fields, limitsOf, modes, requires, stepsOf, yearsBetween, type FieldPath, type Mode } from './modes'
import { costOf, shares, sum } from './money'
import { readProposal } from './reading'
import { retyped } from './retyped'
import { aDraft } from './testing'

const known = new Set(['1.1.18'])
type Typed = Parameters<typeof wholeDraft>[0]
const read = (change: Typed = {}, mode: Mode = 'idea') => readProposal(wholeDraft({ ...aDraft('1.1.18', mode), ...change }), known)
const problems = (change: Typed, mode?: Mode) => Object.fromEntries(Object.entries(read(change, mode).problems ?? {}).map(([path, [first]]) => [path, first!.key]))

describe('reading an idea', () => {
  test('days, grosze, thousandths; blank rows are no rows', () => {
    expect(read().content).toMatchObject({
      mode: 'idea', from: '2027-03-01', to: '2027-11-30',
      actions: [{ name: 'Warsztaty', from: '2027-03-01', to: '2027-06-30' }],
      results: [{ targetThousandths: 40_000 }],
      costs: [{ unitCostGrosze: 15_000, quantityThousandths: 40_000, valueGrosze: 600_000, perYearGrosze: [600_000], belongsTo: null }, { valueGrosze: 50_000 }],
      sources: { grant: 500_000, ownMoney: 50_000, ownNonMoney: 100_000, fees: 0 },
      residents: null, paid: null, split: [], applicants: [],
    })
  })

  test('of nothing, everything is missing', () => {
    expect(Object.keys(readProposal(blankDraft(), known).problems!).sort()).toEqual(['actions', 'costs', 'from', 'need', 'results', 'summary', 'targetGroup', 'tasks', 'title', 'to'])
  })

  const row = { id: 'r0', kind: 'Druk', unit: 'sztuka', unitCost: '1', quantity: '1' }
  const sources = { grant: '', ownMoney: '', ownNonMoney: '', fees: '' }
  test.each<[Typed, Record<string, string>]>([
    [{ title: 'x'.repeat(151) }, { title: 'problem.tooLong' }],
    [{ tasks: ['9.9.9'] }, { tasks: 'proposal.problem.taskGone' }],
    [{ to: '2027-02-01' }, { to: 'proposal.problem.daysOrder', 'actions.r0.from': 'proposal.problem.dayOutside', 'actions.r0.to': 'proposal.problem.dayOutside' }],
    [{ from: 'wiosną' }, { from: 'proposal.problem.day' }],
    [{ actions: [{ id: 'a' }, { id: 'b', name: 'A', from: '2027-03-02', to: '2027-03-01' }] }, { 'actions.b.description': 'problem.required', 'actions.b.to': 'proposal.problem.daysOrder' }],
    [{ results: [{ id: 'x', name: 'A', target: '0', unit: 'osób', measuring: 'Lista' }] }, { 'results.x.target': 'proposal.problem.quantity' }],
    [{ costs: [{ ...row, unitCost: '1,234' }] }, { 'costs.r0.unitCost': 'proposal.problem.money' }],
    [{ costs: [{ ...row, unitCost: '10 000 001' }] }, { 'costs.r0.unitCost': 'proposal.problem.tooMuchMoney' }],
    [{ costs: [{ ...row, unitCost: '10 000 000', quantity: '2' }], sources: { ...sources, grant: '20000000' } }, { 'sources.grant': 'proposal.problem.tooMuchMoney' }],
    [{ costs: [row] }, { sources: 'proposal.problem.sums' }],
    [{ sources: { ...sources, grant: '-1' } }, { 'sources.grant': 'proposal.problem.money' }],
  ])('%#', (change, expected) => expect(problems(change)).toEqual(expected))

  test('what was stored before modes reads on', () => {
    const old = { tasks: ['1.1.18'], title: 'A', actions: [{ name: 'B', description: '', from: '', to: '' }], costs: [{ kind: 'C', unit: '', unitCost: '', quantity: '' }], sources: { grant: '1', ownMoney: '', ownNonMoney: '', fees: '' } }
    expect(wholeDraft(old)).toMatchObject({ mode: 'idea', title: 'A', need: '', actions: [{ id: 'r0', name: 'B', nonParty: '' }], costs: [{ id: 'r0', kind: 'C', fromGrant: '' }], narrative: { direct: '' }, split: {} })
    const { id: _, ...cost } = read().content!.costs[0]!
    expect(wholeContent({ mode: 'idea', title: 'A', costs: [{ ...cost, belongsTo: undefined }] })).toMatchObject({ title: 'A', applicants: [], costs: [{ id: 'r0', kind: 'Prowadzenie' }], residents: null })
  })
})

describe.each(modes)('as %s', (mode) => {
  test('what is whole is read, and could have been typed just so', () => {
    const { content, problems } = read({}, mode)
    expect(problems).toBeUndefined()
    expect(readProposal(retyped(content!), known).content).toEqual(content)
    expect(wholeContent(JSON.parse(JSON.stringify(content)))).toEqual(content)
  })

  const alone = (Object.keys(fields) as FieldPath[]).filter((path) => !['mode', 'applicants.name'].includes(path))
  test.each(alone.filter((path) => requires(mode, path)))('%s is needed', (path) => {
    const [name, field] = path.split('.') as [keyof ProposalDraft, string?]
    const draft = aDraft('1.1.18', mode) as unknown as Record<string, unknown>
    const value = draft[name]
    const blank = Array.isArray(value) ? (field ? value.map((row: object) => ({ ...row, [field]: '' })) : []) : field ? { ...(value as object), [field]: '' } : ''
    expect(Object.keys(read({ [name]: blank }, mode).problems ?? {}).some((at) => at === path || at.startsWith(`${name}.`) || at.startsWith('sources'))).toBe(true)
  })

  test('its form has a step for each field it asks for, and no other', () => {
    const asked = new Set(Object.entries(fields).filter(([path]) => asks(mode, path as FieldPath)).map(([, { step }]) => step))
    expect(stepsOf(mode).filter((step) => step !== 'check')).toEqual([...stepsOf(mode)].filter((step) => asked.has(step as never)))
    expect(asked.size).toBe(stepsOf(mode).length - 1)
  })
})

describe('what the law limits', () => {
  test('a small grant: 10 000 zł and 90 days', () => {
    const sums = { sources: { grant: '10 000,01', ownMoney: '', ownNonMoney: '', fees: '' }, costs: [{ id: 'c', kind: 'A', unit: 'szt.', unitCost: '10 000,01', quantity: '1', fromGrant: '10 000,01' }] }
    expect(problems(sums, 'smallGrant')).toEqual({ 'sources.grant': 'offer.problem.tooMuchGrant' })
    expect(problems(sums, 'localInitiative')).toEqual({})
    expect(problems({ to: '2027-05-29' }, 'smallGrant')).toEqual({})
    expect(problems({ to: '2027-05-30' }, 'smallGrant')).toEqual({ to: 'offer.problem.tooManyDays' })
    expect(limitsOf('smallGrant', '2009-01-01')).toBeNull()
    expect(limitsOf('openCall', '2026-11-26')).toBeNull()
  })

  test('the grant is what it pays of each cost, and no more than it costs', () => {
    const [first, second] = aDraft('1.1.18', 'smallGrant').costs
    expect(problems({ costs: [{ ...first!, fromGrant: '4000' }, second] }, 'smallGrant')).toEqual({ 'sources.grant': 'offer.problem.fromGrant' })
    expect(problems({ costs: [{ ...first!, fromGrant: '4000' }, { ...second!, fromGrant: '1000' }] }, 'smallGrant')).toEqual({ 'costs.r1.fromGrant': 'offer.problem.fromGrantOver' })
  })

  test('an offer: costs by action and by year, split among those who offer it, paid where somebody pays', () => {
    const [first, second] = aDraft('1.1.18', 'openCall').costs
    expect(problems({ costs: [{ ...first!, belongsTo: 'r9' }, second] }, 'openCall')).toEqual({ 'costs.r0.belongsTo': 'offer.problem.noSuchAction' })
    expect(problems({ costs: [{ ...first!, year1: '4500,01' }, second] }, 'openCall')).toEqual({ 'costs.r0.year1': 'offer.problem.years' })
    expect(problems({ costs: [{ ...first!, year2: 'tysiąc' }, second] }, 'openCall')).toEqual({ 'costs.r0.year2': 'proposal.problem.money' })
    expect(problems({ split: { own: '6000', r0: '499' } }, 'openCall')).toEqual({ split: 'offer.problem.split' })
    expect(problems({ jointWork: '' }, 'openCall')).toEqual({ jointWork: 'problem.required' })
    expect(problems({ applicants: [], jointWork: '', split: {} }, 'openCall')).toEqual({})
    expect(problems({ sources: { grant: '5000', ownMoney: '500', ownNonMoney: '0', fees: '1000' } }, 'openCall')).toEqual({ paid: 'offer.problem.feesArePaid' })
    expect(problems({ to: '2030-01-01' }, 'openCall')).toMatchObject({ to: 'offer.problem.tooManyYears' })
  })

  test('years are those of the calendar', () => {
    expect([yearsBetween('2027-01-01', '2027-12-31'), yearsBetween('2027-12-31', '2028-01-01'), yearsBetween('2027-01-01', '2029-01-01')]).toEqual([1, 2, 3])
  })
})

describe('money of an offer, whatever is typed', () => {
  const grosze = fc.integer({ min: 0, max: 2_000_000 })
  const typed = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
  const rows = fc.array(fc.record({ unit: grosze, thousandths: fc.integer({ min: 1, max: 20_000 }), cut: fc.integer({ min: 0, max: 1000 }) }), { minLength: 1, maxLength: 12 })
  const parts = fc.array(fc.nat({ max: 1000 }), { minLength: 3, maxLength: 3 })
  /** An amount in as many parts as there are weights, exactly. */
  const cut = (amount: number, weights: readonly number[]) => weights.map((_, place) => share(amount, weights, place + 1) - share(amount, weights, place))
  const share = (amount: number, weights: readonly number[], upTo: number) => (sum([...weights]) ? Math.floor((amount * sum(weights.slice(0, upTo))) / sum([...weights])) : upTo === weights.length ? amount : 0)

  const anOffer = fc.record({ rows, sources: fc.array(fc.nat({ max: 100 }), { minLength: 3, maxLength: 3 }), split: parts }).map(({ rows, sources, split }) => {
    const costs = rows.map(({ unit, thousandths, cut: first }, place) => {
      const value = costOf(unit, thousandths)
      const year1 = Math.floor((value * first) / 1000)
      return { id: `c${place}`, kind: 'K', belongsTo: place % 2 ? 'admin' : 'r0', unit: 'szt.', unitCost: typed(unit), quantity: `${Math.floor(thousandths / 1000)},${String(thousandths % 1000).padStart(3, '0')}`, year1: typed(year1), year2: typed(value - year1) }
    })
    const total = sum(rows.map(({ unit, thousandths }) => costOf(unit, thousandths)))
    const [grant, ownMoney, ownNonMoney] = cut(total, sources)
    const [own, a, b] = cut(total, split)
    return {
      total,
      typed: {
        costs,
        sources: { grant: typed(grant!), ownMoney: typed(ownMoney!), ownNonMoney: typed(ownNonMoney!), fees: '' },
        applicants: [{ id: 'r0', name: 'A' }, { id: 'r1', name: 'B' }],
        split: { own: typed(own!), r0: typed(a!), r1: typed(b!) },
      },
    }
  })
  const agree = ({ costs, sources, split }: ProposalContent) => [sum(Object.values(sources)), sum(split.map(({ grosze }) => grosze)), sum(costs.flatMap(({ perYearGrosze }) => perYearGrosze))]

  test('what adds up is read, to the grosz, and reads back the same', () => {
    fc.assert(fc.property(anOffer, ({ total, typed }) => {
      const { content, problems } = read(typed, 'openCall')
      expect(problems).toBeUndefined()
      expect([totalOf(content!), ...agree(content!)]).toEqual([total, total, total, total])
      expect(readProposal(retyped(content!), known).content).toEqual(content)
      expect(sum(shares(Object.values(content!.sources)))).toBe(total ? 100 : 0)
    }), { numRuns: 200 })
  })

  test('what is off by a grosz anywhere is refused', () => {
    const places = ['sources.grant', 'split.own', 'costs.year1'] as const
    fc.assert(fc.property(anOffer, fc.constantFrom(...places), fc.integer({ min: 1, max: 100 }), ({ typed: offer }, place, off) => {
      const more = (amount: string) => typed(Number(amount.replace(',', '')) + off)
      const change =
        place === 'sources.grant' ? { sources: { ...offer.sources, grant: more(offer.sources.grant) } }
        : place === 'split.own' ? { split: { ...offer.split, own: more(offer.split.own) } }
        : { costs: offer.costs.map((cost, at) => (at ? cost : { ...cost, year1: more(cost.year1) })) }
      expect(read({ ...offer, ...change }, 'openCall').content).toBeUndefined()
    }), { numRuns: 200 })
  })

  test('tables of anything are read with sums that agree, or refused', () => {
    const anything = fc.oneof(fc.constantFrom('', '0', '1', '12,5', '10 000', '0,01', '-1', 'x', '1e9', '9999999'), fc.string({ maxLength: 6 }))
    const row = fc.record({ id: fc.constantFrom('a', 'b', 'c'), kind: fc.constant('K'), unit: fc.constant('u'), belongsTo: fc.constantFrom('admin', 'r0', ''), unitCost: anything, quantity: anything, year1: anything, year2: anything })
    const table = fc.record({ costs: fc.uniqueArray(row, { minLength: 1, selector: ({ id }) => id }), sources: fc.record({ grant: anything, ownMoney: anything, ownNonMoney: anything, fees: anything }), split: fc.record({ own: anything, r0: anything }) })
    fc.assert(fc.property(table, (typed) => {
      const { content } = read(typed, 'openCall')
      if (content) expect(new Set([totalOf(content), ...agree(content)]).size).toBe(1)
    }), { numRuns: 300 })
  })
})
