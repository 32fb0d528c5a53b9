import { z } from 'zod'
import type { Objection } from '../policy'
import { Refusal } from '../refusal'
import { canonLine, canonText, graphemes, hasHeapedMarks } from '../text'
import { readDay } from './days'
import { isBlank, sourceKinds, type ProposalDraft } from './draft'
import { costOf, moneyAtMost, quantityAtMost, readMoney, readQuantity, sum } from './money'

/** Longest texts, in characters as a person counts them. */
export const lengths = { title: 150, summary: 600, long: 3000, line: 200 } as const

const text = (max: number, canon: (typed: string) => string) =>
  z.string().transform(canon).superRefine((said, context) => {
    if (!said) context.addIssue({ code: 'custom', message: 'problem.required' })
    else if (graphemes(said) > max) context.addIssue({ code: 'custom', message: 'problem.tooLong', params: { max } })
    else if (canon === canonLine && hasHeapedMarks(said)) context.addIssue({ code: 'custom', message: 'problem.heapedMarks' })
  })
const line = (max: number = lengths.line) => text(max, canonLine)
const long = (max: number = lengths.long) => text(max, canonText)

const read = <Value>(reader: (typed: string) => Value | null, message: string, more?: (value: Value) => string | null) =>
  z.string().transform((typed, context) => {
    const value = reader(typed)
    const problem = !typed.trim() ? 'problem.required' : value === null ? message : (more?.(value) ?? null)
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return value ?? (z.NEVER as Value)
  })

const day = read(readDay, 'proposal.problem.day')
const money = read(readMoney, 'proposal.problem.money', (grosze) => (grosze > moneyAtMost ? 'proposal.problem.tooMuchMoney' : null))
const quantity = read(readQuantity, 'proposal.problem.quantity', (thousandths) =>
  thousandths > quantityAtMost ? 'proposal.problem.tooMuchQuantity' : thousandths === 0 ? 'proposal.problem.quantity' : null)
/** An empty source is none. */
const source = z.string().transform((typed) => typed.trim() || '0').pipe(money)

/** Rows in which nothing was typed are no rows; the others keep their place, so that a problem finds its field. */
const rows = <Row extends z.ZodType>(row: Row, none: string) =>
  z
    .array(z.preprocess((typed) => (isBlank(typed as Record<string, string>) ? null : typed), z.nullable(row)))
    .transform((found) => found.filter((row) => row !== null))
    .refine((found) => found.length > 0, none)

const schema = z.object({
  tasks: z.array(z.string()).transform((codes) => [...new Set(codes)]).refine((codes) => codes.length > 0, 'proposal.problem.tasks'),
  title: line(lengths.title),
  summary: long(lengths.summary),
  need: long(),
  targetGroup: long(),
  from: day,
  to: day,
  actions: rows(z.object({ name: line(), description: long(), from: day, to: day }), 'proposal.problem.noActions'),
  results: rows(
    z.object({ name: line(), target: quantity, unit: line(60), measuring: long(1000) }).transform(({ target, ...result }) => ({ ...result, targetThousandths: target })),
    'proposal.problem.noResults',
  ),
  costs: rows(
    z
      .object({ kind: line(), unit: line(60), unitCost: money, quantity })
      .transform(({ unitCost, quantity, ...cost }) => ({ ...cost, unitCostGrosze: unitCost, quantityThousandths: quantity, valueGrosze: costOf(unitCost, quantity) })),
    'proposal.problem.noCosts',
  ),
  /** In grosze. */
  sources: z.object(Object.fromEntries(sourceKinds.map((kind) => [kind, source])) as Record<(typeof sourceKinds)[number], typeof source>),
})

/** A proposal that was read and found right: days as yyyy-mm-dd, money in grosze, quantities in thousandths. */
export type ProposalContent = z.output<typeof schema> & {
  /** What it is meant to become; so far an idea only, never an offer (UDPPiW art. 14). */
  mode: 'idea'
}
export type ReadProposal = { content: ProposalContent; problems?: undefined } | { content?: undefined; problems: Record<string, NonNullable<Objection>[]> }

/**
 * Reads what was typed.
 * @param known codes of the tasks that may be served: those in the strategy now
 * @returns the content, or what is wrong by the path of the field (`costs.0.kind`)
 */
export function readProposal(draft: ProposalDraft, known: ReadonlySet<string>): ReadProposal {
  const parsed = schema.safeParse(draft)
  const problems = parsed.success ? {} : Refusal.invalid(parsed.error).fields
  const say = (path: string, key: NonNullable<Objection>['key']) => {
    problems[path] ??= [{ key }]
  }
  if (draft.tasks.some((code) => !known.has(code))) say('tasks', 'proposal.problem.taskGone')
  datesInOrder(draft, say)
  if (parsed.success && sum(Object.values(parsed.data.sources)) !== totalOf(parsed.data)) say('sources', 'proposal.problem.sums')
  if (parsed.success && totalOf(parsed.data) > moneyAtMost) say('costs', 'proposal.problem.tooMuchMoney')
  return parsed.success && !Object.keys(problems).length ? { content: { mode: 'idea', ...parsed.data } } : { problems }
}

/** Sum of the cost table, in grosze. */
export const totalOf = ({ costs }: Pick<ProposalContent, 'costs'>): number => sum(costs.map(({ valueGrosze }) => valueGrosze))

/** Asked of the days that can be read, also while other fields are wrong. */
function datesInOrder(draft: ProposalDraft, say: (path: string, key: NonNullable<Objection>['key']) => void) {
  const [from, to] = [readDay(draft.from), readDay(draft.to)]
  if (from && to && to < from) say('to', 'proposal.problem.daysOrder')
  draft.actions.forEach((action, place) => {
    const [begins, ends] = [readDay(action.from), readDay(action.to)]
    if (begins && ends && ends < begins) say(`actions.${place}.to`, 'proposal.problem.daysOrder')
    const outside = (day: string | null) => day && ((from && day < from) || (to && day > to))
    if (outside(begins)) say(`actions.${place}.from`, 'proposal.problem.dayOutside')
    if (outside(ends)) say(`actions.${place}.to`, 'proposal.problem.dayOutside')
  })
}
