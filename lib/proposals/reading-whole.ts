import { sayMoney } from '../dates'
import type { Objection } from '../policy'
import { totalOf, type Cost, type ProposalContent } from './content'
import { readDay } from './days'
import { isBlank, type ProposalDraft } from './draft'
import { daysBetween, limitsOf, requires, asks, yearsAtMost, yearsBetween, type Mode } from './modes'
import { moneyAtMost, readMoney, sum } from './money'
import type { ReadContent } from './reading'

type Say = (path: string, key: NonNullable<Objection>['key'], values?: NonNullable<Objection>['values']) => void

/**
 * What fields must be together, said of every field that can be read, also while others are wrong.
 * @param content what the fields say each by itself; null while one of them is wrong
 * @returns the parts of the content that several fields make together; null while they cannot be told
 */
export function problemsBetween(draft: ProposalDraft, content: ReadContent | null, today: string, say: Say): Pick<ProposalContent, 'costs' | 'split'> | null {
  const mode = draft.mode as Mode
  datesInOrder(draft, mode, today, say)
  const joint = asks(mode, 'split') ? draft.applicants.filter((row) => !isBlank(row)) : []
  if (joint.length && !draft.jointWork.trim()) say('jointWork', 'problem.required')
  if (requires(mode, 'costs.belongsTo')) costsBelong(draft, say)
  if (!content) return null
  const total = totalOf(content)
  if (sum(Object.values(content.sources)) !== total) say('sources', 'proposal.problem.sums')
  if (total > moneyAtMost) say('costs', 'proposal.problem.tooMuchMoney')
  grantWithin(content, today, say)
  if (content.paid === false && content.sources.fees > 0) say('paid', 'offer.problem.feesArePaid')
  return { costs: content.costs.map((cost) => inYears(cost, draft, content, say)), split: splitAmong(joint, draft, total, say) }
}

function datesInOrder(draft: ProposalDraft, mode: Mode, today: string, say: Say) {
  const [from, to] = [readDay(draft.from), readDay(draft.to)]
  if (from && to && to < from) say('to', 'proposal.problem.daysOrder')
  const limit = limitsOf(mode, today)
  if (from && to && limit && daysBetween(from, to) > limit.daysAtMost) say('to', 'offer.problem.tooManyDays', { max: limit.daysAtMost })
  if (from && to && asks(mode, 'costs.year1') && yearsBetween(from, to) > yearsAtMost) say('to', 'offer.problem.tooManyYears', { max: yearsAtMost })
  for (const action of draft.actions) {
    const [begins, ends] = [readDay(action.from), readDay(action.to)]
    if (begins && ends && ends < begins) say(`actions.${action.id}.to`, 'proposal.problem.daysOrder')
    const outside = (day: string | null) => day && ((from && day < from) || (to && day > to))
    if (outside(begins)) say(`actions.${action.id}.from`, 'proposal.problem.dayOutside')
    if (outside(ends)) say(`actions.${action.id}.to`, 'proposal.problem.dayOutside')
  }
}

/** Each cost is one of an action that is there, or of administration. */
function costsBelong({ actions, costs }: ProposalDraft, say: Say) {
  const there = new Set(['admin', ...actions.filter((row) => !isBlank(row)).map(({ id }) => id)])
  for (const { id, belongsTo, ...cost } of costs) if (!isBlank(cost) && belongsTo.trim() && !there.has(belongsTo.trim())) say(`costs.${id}.belongsTo`, 'offer.problem.noSuchAction')
}

function grantWithin({ mode, sources, costs }: ReadContent, today: string, say: Say) {
  const limit = limitsOf(mode, today)
  if (limit && sources.grant > limit.grantAtMostGrosze) say('sources.grant', 'offer.problem.tooMuchGrant', { max: sayMoney(limit.grantAtMostGrosze, 'pl') })
  if (!asks(mode, 'costs.fromGrant')) return
  for (const { id, fromGrantGrosze, valueGrosze } of costs) if ((fromGrantGrosze ?? 0) > valueGrosze) say(`costs.${id}.fromGrant`, 'offer.problem.fromGrantOver')
  if (sum(costs.map(({ fromGrantGrosze }) => fromGrantGrosze)) !== sources.grant) say('sources.grant', 'offer.problem.fromGrant')
}

/** A cost by the project's years. Where the project lies in one year, that is all of it. */
function inYears(cost: Omit<Cost, 'perYearGrosze'>, draft: ProposalDraft, { mode, from, to }: ReadContent, say: Say): Cost {
  const years = yearsBetween(from, to)
  if (years === 1) return { ...cost, perYearGrosze: [cost.valueGrosze] }
  if (!asks(mode, 'costs.year1') || years > yearsAtMost) return { ...cost, perYearGrosze: [] }
  const row = draft.costs.find(({ id }) => id === cost.id)!
  const perYear = [row.year1, row.year2, row.year3].slice(0, years).map((typed) => readMoney(typed.trim() || '0'))
  const place = perYear.indexOf(null)
  if (place >= 0) say(`costs.${cost.id}.year${place + 1}`, 'proposal.problem.money')
  else if (sum(perYear) !== cost.valueGrosze) say(`costs.${cost.id}.year1`, 'offer.problem.years', { amount: sayMoney(cost.valueGrosze, 'pl') })
  return { ...cost, perYearGrosze: perYear.map((grosze) => grosze ?? 0) }
}

/** Who of several applicants pays for what. */
function splitAmong(joint: readonly { id: string }[], { split }: ProposalDraft, total: number, say: Say): ProposalContent['split'] {
  if (!joint.length) return []
  const parts = ['own', ...joint.map(({ id }) => id)].map((applicant) => ({ applicant, grosze: readMoney((split[applicant] ?? '').trim() || '0') }))
  for (const { applicant, grosze } of parts) if (grosze === null || grosze > moneyAtMost) say(`split.${applicant}`, grosze === null ? 'proposal.problem.money' : 'proposal.problem.tooMuchMoney')
  if (sum(parts.map(({ grosze }) => grosze)) !== total) say('split', 'offer.problem.split')
  return parts.map(({ applicant, grosze }) => ({ applicant, grosze: grosze ?? 0 }))
}
