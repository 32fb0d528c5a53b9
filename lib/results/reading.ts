import { sayMoney } from '../dates'
import type { Objection } from '../policy'
import type { ProposalContent } from '../proposals/content'
import { readDay } from '../proposals/days'
import { lengths } from '../proposals/lengths'
import { moneyAtMost, quantityAtMost, readDecimal, readMoney, readQuantity, sum } from '../proposals/money'
import { canonLine, canonText, graphemes } from '../text'
import type { ReportDraft } from './draft'
import { degrees, reportSources, spentOf, type ReportContent } from './report'

/** Field by its path → what is wrong with it. */
export type Problems = Record<string, NonNullable<Objection>[]>
export type ReadReport = { content: ReportContent; problems?: undefined } | { content?: undefined; problems: Problems }

/**
 * Reads a report against its plan: what was achieved is a number with a source, what went otherwise is said in words,
 * and what was spent is what it was paid from.
 * @returns the content, or what is wrong by the path of the field (`results.r1.achieved`)
 */
export function readReport(draft: ReportDraft, plan: ProposalContent): ReadReport {
  const problems: Problems = {}
  const say = (path: string, key: NonNullable<Objection>['key'], values?: NonNullable<Objection>['values']) => {
    problems[path] ??= [{ key, ...(values && { values }) }]
  }
  const at = (path: string) => draft[path] ?? ''
  const text = (path: string, { needed, max = lengths.long, canon = canonText }: { needed?: NonNullable<Objection>['key'] | false | undefined; max?: number; canon?: (typed: string) => string } = {}) => {
    const said = canon(at(path))
    if (!said && needed) say(path, needed)
    else if (graphemes(said) > max) say(path, 'problem.tooLong', { max })
    return said
  }
  const number = (path: string, read: (typed: string) => number | null, [problem, tooMuch, most]: readonly [NonNullable<Objection>['key'], NonNullable<Objection>['key'], number]) => {
    const value = read(at(path))
    if (!at(path).trim()) say(path, 'problem.required')
    else if (value === null) say(path, problem)
    else if (value > most) say(path, tooMuch)
    return value ?? 0
  }
  const money = (path: string) => number(path, readMoney, ['proposal.problem.money', 'proposal.problem.tooMuchMoney', moneyAtMost])

  const results = plan.results.map(({ id, targetThousandths }) => {
    const achievedThousandths = number(`results.${id}.achieved`, readQuantity, ['results.problem.achieved', 'proposal.problem.tooMuchQuantity', quantityAtMost])
    const less = !problems[`results.${id}.achieved`] && achievedThousandths < targetThousandths
    return {
      id, achievedThousandths,
      measuring: text(`results.${id}.measuring`, { needed: 'results.problem.measuring', max: 1000 }),
      source: text(`results.${id}.source`, { needed: 'results.problem.source', max: 1000 }),
      deviation: text(`results.${id}.deviation`, { needed: less && 'results.problem.deviation' }),
    }
  })
  const actions = plan.actions.map(({ id }) => {
    const done = degrees.find((degree) => degree === at(`actions.${id}.done`))
    if (!done) say(`actions.${id}.done`, 'results.problem.done')
    return {
      id,
      done: done ?? 'not',
      description: text(`actions.${id}.description`, { needed: done !== 'not' && 'problem.required' }),
      deviation: text(`actions.${id}.deviation`, { needed: done && done !== 'whole' && 'results.problem.deviation' }),
    }
  })
  const costs = plan.costs.map(({ id }) => ({ id, actualGrosze: money(`costs.${id}.actual`) }))
  const sources = Object.fromEntries(reportSources.map((source) => [source, at(`sources.${source}`).trim() ? money(`sources.${source}`) : 0])) as ReportContent['sources']
  const isMoney = !Object.keys(problems).some((path) => /^(costs|sources)\./.test(path))
  const [paidFrom, spent] = [sum(Object.values(sources)), spentOf({ costs })]
  if (isMoney && paidFrom !== spent) say('sources', 'results.problem.sums', { sources: sayMoney(paidFrom, 'pl'), costs: sayMoney(spent, 'pl') })
  if (isMoney && spent > moneyAtMost) say('costs', 'proposal.problem.tooMuchMoney')
  const date = at('contractDate').trim() ? readDay(at('contractDate')) : null
  if (at('contractDate').trim() && !date) say('contractDate', 'proposal.problem.day')
  const fees = sources.fees > 0
  const feesPayers = at('feesPayers').trim() ? readDecimal(at('feesPayers'), 0) : null
  if (at('feesPayers').trim() ? feesPayers === null || feesPayers > 1_000_000 : fees) say('feesPayers', 'results.problem.payers')
  const content: ReportContent = {
    contract: { number: text('contractNumber', { max: 100, canon: canonLine }), date },
    results, actions, costs, sources,
    otherPublicFrom: text('otherPublicFrom', { needed: sources.otherPublic > 0 && 'results.problem.otherPublicFrom', max: lengths.line, canon: canonLine }),
    otherIncome: text('otherIncome'),
    feesTerms: text('feesTerms', { needed: fees && 'results.problem.feesTerms' }),
    feesPayers,
    additional: text('additional'),
  }
  return Object.keys(problems).length ? { problems } : { content }
}
