import fc from 'fast-check'
import { fieldsOfWork } from '../organisations/fields-of-work'
import { canonLine, canonText } from '../text'
import { totalOf, wholeContent, type Cost, type ProposalContent } from './content'
import { asks, modes, yearsBetween, type Mode } from './modes'
import { costOf } from './money'

// For tests: proposals of every mode, whatever people may have typed into them, whose sums add up.

const word = fc.oneof(
  fc.constantFrom('zażółć', 'GĘŚLĄ', 'jaźń', 'i', 'w', 'łódź', '„cudzysłów”', '–', '<b>&amp;</b>', '"', "'", ']]>', '=1+1', '1 000,50', 'źdźbło/żółw', 'Привіт', 'Ελλάδα', '→', '👍', '\\n', '{name}'),
  fc.string({ minLength: 1, maxLength: 12 }),
)
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most })
/** Never empty: what is empty is said to be missing. */
const line = words(6).map((said) => canonLine(said.join(' ')).slice(0, 150).trim().toWellFormed() || 'linia')
const text = fc.array(words(12), { minLength: 1, maxLength: 4 }).map((lines) => canonText(lines.map((said) => said.join(' ')).join('\n')) || 'tekst')
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, empty: Value) => fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: fc.constant(empty) })
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10))

/** Divides an amount into so many parts, by whole grosze. */
const parts = (total: number, count: number, cuts: readonly number[]) => {
  const places = [0, ...cuts.slice(0, count - 1).map((cut) => Math.floor(total * cut)), total].sort((a, b) => a - b)
  return places.slice(1).map((place, index) => place - places[index]!)
}
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 })

/** A proposal of a mode, with what the mode asks for. */
export const contentOf = (mode: Mode): fc.Arbitrary<ProposalContent> =>
  fc
    .record({
      texts: fc.record({ title: line, taskKind: fc.constantFrom(...fieldsOfWork.map(({ code }) => code)), summary: text, need: text, targetGroup: text, places: text, complementarity: text, jointWork: text, experience: text, otherInformation: maybe(text, '') }),
      narrative: fc.record({ direct: text, change: text, durability: text }),
      resources: fc.record({ people: text, things: text, money: maybe(text, '') }),
      residents: fc.record({ work: text, hoursThousandths: fc.integer({ min: 1, max: 10_000_000 }), things: maybe(text, ''), moneyGrosze: fc.integer({ min: 0, max: 10_000_000 }) }),
      tasks: fc.uniqueArray(fc.constantFrom('1.1.1', '1.1.18', '1.1.19'), { minLength: 1 }),
      from: day(0, 300),
      to: day(301, 1000),
      applicants: fc.array(fc.record({ slug: fc.constant(null), name: line, register: line }), { maxLength: 3 }),
      actions: fc.array(fc.record({ name: line, description: text, targetGroup: text, from: day(0, 300), to: day(301, 1000), nonParty: maybe(text, '') }), { minLength: 1, maxLength: 6 }),
      results: fc.array(fc.record({ definition: fc.constant(null), name: line, targetThousandths: fc.integer({ min: 1, max: 1_000_000_000 }), unit: line, measuring: text, source: maybe(text, '') }), { minLength: 1, maxLength: 5 }),
      costs: fc.array(fc.record({ kind: line, place: fc.integer({ min: 0, max: 6 }), unit: line, unitCostGrosze: fc.integer({ min: 0, max: 1_000_000 }), quantityThousandths: fc.integer({ min: 1, max: 100_000 }) }), { minLength: 1, maxLength: 40 }),
      paid: fc.boolean(),
      cuts,
    })
    .map((any) => {
      const has = asks.bind(null, mode)
      const keyed = <Row extends object>(rows: readonly Row[], sign: string) => rows.map((row, place) => ({ id: `${sign}${place}`, ...row }))
      const actions = keyed(any.actions, 'a').map((action) => (has('actions.nonParty') ? action : { ...action, targetGroup: '', nonParty: '' }))
      const years = yearsBetween(any.from, any.to)
      const costs: Cost[] = keyed(any.costs, 'c').map(({ place, ...cost }) => {
        const valueGrosze = costOf(cost.unitCostGrosze, cost.quantityThousandths)
        return {
          ...cost,
          belongsTo: has('costs.belongsTo') ? (actions[place]?.id ?? 'admin') : null,
          valueGrosze,
          fromGrantGrosze: has('costs.fromGrant') ? Math.floor(valueGrosze * any.cuts[place]!) : null,
          perYearGrosze: years === 1 ? [valueGrosze] : has('costs.year1') ? parts(valueGrosze, years, any.cuts) : [],
        }
      })
      const total = totalOf({ costs })
      const [grant = 0, ownMoney = 0, ownNonMoney = 0, fees = 0] = parts(total, 4, any.cuts)
      const applicants = has('applicants.name') ? keyed(any.applicants, 'p') : []
      const split = applicants.length ? parts(total, applicants.length + 1, any.cuts.slice(3)).map((grosze, place) => ({ applicant: place ? `p${place - 1}` : 'own', grosze })) : []
      const single = Object.fromEntries(Object.entries(any.texts).filter(([path]) => has(path as 'title')))
      return wholeContent({
        ...single,
        mode,
        tasks: any.tasks,
        from: any.from,
        to: any.to,
        actions,
        results: keyed(any.results, 'r'),
        costs,
        applicants,
        split,
        sources: { grant, ownMoney, ownNonMoney, fees },
        ...(has('jointWork') && !applicants.length && { jointWork: '' }),
        ...(has('narrative.direct') && { narrative: any.narrative }),
        ...(has('resources.people') && { resources: any.resources }),
        ...(has('residents.work') && { residents: any.residents }),
        ...(has('paid') && { paid: any.paid }),
      })
    })

/** A proposal of any mode. */
export const anyContent: fc.Arbitrary<ProposalContent> = fc.constantFrom(...modes).chain(contentOf)
