import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readProposal } from '../proposals/reading'
import { aDraft } from '../proposals/testing'
import { reportingOf, reportUntil } from './deadline'
import { blankReport, paths } from './draft'
import { before, merge } from './merging'
import { readReport } from './reading'
import { promisesOf } from './report'
import { aWholeReport, sentAs } from './testing'

const plan = readProposal(aDraft('1.1.19', 'openCall'), new Set(['1.1.19']), '2026-11-26').content!
const [result, action, [first, second]] = [plan.results[0]!.id, plan.actions[0]!.id, plan.costs.map(({ id }) => id)] as const

describe('a report is read against its plan', () => {
  test('whole, it has every row of the plan, and adds up', () => {
    const { content } = readReport(aWholeReport(plan, { contractNumber: 'WKiD 12/2027', contractDate: '1 marca 2027' }), plan)
    expect(content).toMatchObject({
      contract: { number: 'WKiD 12/2027', date: '2027-03-01' },
      results: [{ id: result, achievedThousandths: 40_000, measuring: 'Listy obecności.' }],
      actions: [{ id: action, done: 'whole' }],
      costs: [{ actualGrosze: 600_000 }, { actualGrosze: 50_000 }],
      sources: { grant: 500_000, ownMoney: 50_000, ownNonMoney: 100_000, fees: 0, interest: 0 },
    })
  })

  test.each([
    ['nothing typed', { [`results.${result}.achieved`]: '' }, `results.${result}.achieved`, 'problem.required'],
    ['words for a number', { [`results.${result}.achieved`]: 'wielu' }, `results.${result}.achieved`, 'results.problem.achieved'],
    ['no source', { [`results.${result}.source`]: ' ' }, `results.${result}.source`, 'results.problem.source'],
    ['less than promised, without a word', { [`results.${result}.achieved`]: '39,5' }, `results.${result}.deviation`, 'results.problem.deviation'],
    ['an action not said', { [`actions.${action}.done`]: '' }, `actions.${action}.done`, 'results.problem.done'],
    ['an action of no known degree', { [`actions.${action}.done`]: 'prawie' }, `actions.${action}.done`, 'results.problem.done'],
    ['an action in part, without a word', { [`actions.${action}.done`]: 'part' }, `actions.${action}.deviation`, 'results.problem.deviation'],
    ['a cost not said', { [`costs.${first}.actual`]: '' }, `costs.${first}.actual`, 'problem.required'],
    ['money that does not add up', { [`costs.${second}.actual`]: '500,01' }, 'sources', 'results.problem.sums'],
    ['fees without their terms', { 'sources.fees': '10', [`costs.${second}.actual`]: '510' }, 'feesTerms', 'results.problem.feesTerms'],
    ['fees without who paid', { 'sources.fees': '10', [`costs.${second}.actual`]: '510', feesTerms: 'Po złotówce.' }, 'feesPayers', 'results.problem.payers'],
    ['public money of nobody', { 'sources.otherPublic': '10', [`costs.${second}.actual`]: '510' }, 'otherPublicFrom', 'results.problem.otherPublicFrom'],
    ['a date that is none', { contractDate: 'wiosną' }, 'contractDate', 'proposal.problem.day'],
    ['too long a text', { additional: 'a'.repeat(3001) }, 'additional', 'problem.tooLong'],
  ])('%s is said beside its field', (_, change, path, key) => {
    const { problems } = readReport(aWholeReport(plan, change as Record<string, string>), plan)
    expect(problems?.[path]?.[0]?.key).toBe(key)
  })

  test('nothing achieved is a number too, with a reason', () => {
    const { content } = readReport(aWholeReport(plan, { [`results.${result}.achieved`]: '0', [`results.${result}.deviation`]: 'Powódź.' }), plan)
    expect(promisesOf(plan, content!)).toMatchObject([{ percent: 0, kept: 'not', promisedThousandths: 40_000 }])
  })

  test('any spending adds up or is refused', () => {
    const grosze = fc.integer({ min: 0, max: 100_000_000 })
    fc.assert(fc.property(grosze, grosze, grosze, grosze, (a, b, grant, ownMoney) => {
      const typed = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
      const report = aWholeReport(plan, { [`costs.${first}.actual`]: typed(a), [`costs.${second}.actual`]: typed(b), 'sources.grant': typed(grant), 'sources.ownMoney': typed(ownMoney), 'sources.ownNonMoney': '' })
      const { content, problems } = readReport(report, plan)
      expect(!!content).toBe(a + b === grant + ownMoney)
      expect(content ? content.costs.map(({ actualGrosze }) => actualGrosze) : problems!.sources![0]!.key).toEqual(content ? [a, b] : 'results.problem.sums')
    }))
    expect(readReport(aWholeReport(plan, { [`costs.${first}.actual`]: '1,10', [`costs.${second}.actual`]: '0', 'sources.grant': '0,30', 'sources.ownMoney': '0,80', 'sources.ownNonMoney': '' }), plan).content).toBeDefined()
  })
})

test('only what was reached is a hundred per cent', () => {
  const at = (achievedThousandths: number) => promisesOf({ results: [{ ...plan.results[0]!, targetThousandths: 3_000 }] }, { results: [{ id: result, achievedThousandths, measuring: '', source: '', deviation: '' }] })[0]
  expect(at(2_999)).toMatchObject({ percent: 99, kept: 'part' })
  expect(at(3_000)).toMatchObject({ percent: 100, kept: 'kept' })
  expect(at(4_500)).toMatchObject({ percent: 150, kept: 'kept' })
})

test('what the form sends are the draft’s paths', () => {
  const report = aWholeReport(plan)
  expect(paths(sentAs(report))).toEqual(report)
  expect(Object.keys(report).sort()).toEqual(Object.keys(blankReport(plan)).sort())
})

describe('two people write at once', () => {
  const typed = fc.constantFrom('', 'a', 'b', 'c')
  const draft = fc.record({ x: typed, y: typed, z: typed })
  test('nothing typed is lost: it stands in the draft, is what was there, or is a conflict', () => {
    fc.assert(fc.property(draft, draft, draft, (base, theirs, mine) => {
      const { draft, edits, conflicts } = merge(theirs, base, mine)
      for (const path of ['x', 'y', 'z'] as const) {
        const changedByMe = mine[path] !== base[path]
        const changedByThem = theirs[path] !== base[path]
        const clash = changedByMe && changedByThem && mine[path] !== theirs[path]
        expect(draft[path]).toBe(changedByMe && !clash ? mine[path] : theirs[path])
        expect(conflicts.some((conflict) => conflict.path === path && conflict.mine === mine[path])).toBe(clash)
      }
      expect(before(draft, edits)).toEqual(theirs)
    }))
  })
})

describe('thirty days', () => {
  test.each([
    ['2027-11-30', '2027-12-30'],
    ['2027-06-01', '2027-07-01'],
    ['2027-04-10', '2027-05-10'],
    ['2027-11-25', '2027-12-27'], // Christmas, then a Sunday
  ])('a task that ends on %s is reported by %s', (to, until) => {
    expect(reportUntil(to)).toBe(until)
  })
  test.each([
    ['accepted', '2027-01-01', null],
    ['inProgress', '2027-11-30', 'running'],
    ['inProgress', '2027-12-01', 'due'],
    ['inProgress', '2027-12-30', 'due'],
    ['inProgress', '2027-12-31', 'late'],
    ['reported', '2028-05-01', 'sent'],
    ['completed', '2028-05-01', 'public'],
  ] as const)('%s on %s: %s', (state, day, stands) => {
    expect(reportingOf(state, '2027-11-30', new Date(`${day}T12:00:00Z`))?.stands ?? null).toBe(stands)
  })
})
