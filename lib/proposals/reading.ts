import { z } from 'zod'
import { Refusal } from '../refusal'
import type { Objection } from '../policy'
import { canonLine, canonText, graphemes, hasHeapedMarks } from '../text'
import type { Cost, ProposalContent } from './content'
import { readDay } from './days'
import { cityToday } from './deadlines'
import { isBlank, tableNames, type ProposalDraft, type TableName } from './draft'
import { lengths } from './lengths'
import { asks, requires, sourceKinds, type FieldPath, type Mode, type SourceKind } from './modes'
import { costOf, moneyAtMost, quantityAtMost, readMoney, readQuantity } from './money'
import { problemsBetween } from './reading-whole'
import { taskKindsOn } from './task-kind'

/** Field by its path (`costs.r1.kind`) → what is wrong with it. */
export type Problems = Record<string, NonNullable<Objection>[]>
export type ReadProposal = { content: ProposalContent; problems?: undefined } | { content?: undefined; problems: Problems }

/**
 * Reads what was typed, as its mode wants it.
 * @param known codes of the tasks that may be served: those in the strategy now
 * @param today the day whose limits count, as yyyy-mm-dd
 * @returns the content, or what is wrong by the path of the field (`costs.r1.kind`)
 */
export function readProposal(draft: ProposalDraft, known: ReadonlySet<string>, today = new Date().toISOString().slice(0, 10)): ReadProposal {
  const mode = draft.mode as Mode
  const parsed = schemas[mode].safeParse(draft)
  const problems: Problems = parsed.success ? {} : byKey(Refusal.invalid(parsed.error).fields, draft)
  const say = (path: string, key: NonNullable<Objection>['key'], values?: NonNullable<Objection>['values']) => {
    problems[path] ??= [{ key, ...(values && { values }) }]
  }
  if (draft.tasks.some((code) => !known.has(code))) say('tasks', 'proposal.problem.taskGone')
  const content = parsed.success ? ({ mode, ...parsed.data } as unknown as ReadContent) : null
  const whole = problemsBetween(draft, content, today, say)
  return content && whole && !Object.keys(problems).length ? { content: { ...content, ...whole } } : { problems }
}

/** What the fields say each by itself; `reading-whole.ts` adds what they say together. */
export type ReadContent = Omit<ProposalContent, 'costs' | 'split'> & { costs: Omit<Cost, 'perYearGrosze'>[] }

const text = (max: number, canon: (typed: string) => string, needed: boolean) =>
  z.string().transform(canon).superRefine((said, context) => {
    if (!said && needed) context.addIssue({ code: 'custom', message: 'problem.required' })
    else if (graphemes(said) > max) context.addIssue({ code: 'custom', message: 'problem.tooLong', params: { max } })
    else if (canon === canonLine && hasHeapedMarks(said)) context.addIssue({ code: 'custom', message: 'problem.heapedMarks' })
  })

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
/** Offers choose from the list that is in force. */
const taskKind = z.string().superRefine((kind, context) => {
  if (!taskKindsOn(cityToday()).includes(kind)) context.addIssue({ code: 'custom', message: kind.trim() ? 'offer.problem.taskKind' : 'problem.required' })
})
/** An empty amount is none. */
const amount = z.string().transform((typed) => typed.trim() || '0').pipe(money)
const nothing = <Value>(value: Value) => z.unknown().transform(() => value)

/** Rows in which nothing was typed are no rows; the others keep their place, so that a problem finds its field. */
const rows = <Row extends z.ZodType>(row: Row, none: string | null) =>
  z
    .array(z.preprocess((typed) => (isBlank(typed as Record<string, string>) ? null : typed), z.nullable(row)))
    .transform((found) => found.filter((row) => row !== null))
    .refine((found) => none === null || found.length > 0, none ?? '')

/** The schema of a mode: what it does not ask for is read as empty, whatever an earlier mode has left there. */
function schemaOf(mode: Mode) {
  const as = (canon: (typed: string) => string, path: FieldPath, max: number) => (asks(mode, path) ? text(max, canon, requires(mode, path)) : nothing(''))
  const line = (path: FieldPath, max: number = lengths.line) => as(canonLine, path, max)
  const long = (path: FieldPath, max: number = lengths.long) => as(canonText, path, max)
  const maybe = (path: FieldPath) => line(path).transform((said) => said || null)
  return z.object({
    tasks: z.array(z.string()).transform((codes) => [...new Set(codes)]).refine((codes) => codes.length > 0, 'proposal.problem.tasks'),
    title: line('title', lengths.title),
    taskKind: asks(mode, 'taskKind') ? taskKind : nothing(''),
    summary: long('summary', lengths.summary),
    need: long('need'),
    targetGroup: long('targetGroup'),
    places: long('places'),
    complementarity: long('complementarity'),
    applicants: asks(mode, 'applicants.name') ? rows(z.object({ id: z.string(), slug: maybe('applicants.slug'), name: line('applicants.name'), register: line('applicants.register') }), null) : nothing([]),
    jointWork: long('jointWork'),
    residents: asks(mode, 'residents.work')
      ? z.object({ work: long('residents.work'), hours: quantity, things: long('residents.things'), money: amount }).transform(({ hours, money, ...rest }) => ({ ...rest, hoursThousandths: hours, moneyGrosze: money }))
      : nothing(null),
    from: day,
    to: day,
    actions: rows(
      z.object({ id: z.string(), name: line('actions.name'), description: long('actions.description'), targetGroup: long('actions.targetGroup', 1000), from: day, to: day, nonParty: long('actions.nonParty', 1000) }),
      'proposal.problem.noActions',
    ),
    narrative: z.object({ direct: long('narrative.direct'), change: long('narrative.change'), durability: long('narrative.durability') }),
    results: rows(
      z
        .object({ id: z.string(), definition: maybe('results.definition'), name: line('results.name'), target: quantity, unit: line('results.unit', 60), measuring: long('results.measuring', 1000), source: long('results.source', 1000) })
        .transform(({ target, ...result }) => ({ ...result, targetThousandths: target })),
      'proposal.problem.noResults',
    ),
    experience: long('experience'),
    resources: z.object({ people: long('resources.people'), things: long('resources.things'), money: long('resources.money') }),
    costs: rows(
      z
        .object({ id: z.string(), kind: line('costs.kind'), belongsTo: maybe('costs.belongsTo'), unit: line('costs.unit', 60), unitCost: money, quantity, fromGrant: asks(mode, 'costs.fromGrant') ? amount : nothing(null) })
        .transform(({ unitCost, quantity, fromGrant, ...cost }) => ({ ...cost, unitCostGrosze: unitCost, quantityThousandths: quantity, valueGrosze: costOf(unitCost, quantity), fromGrantGrosze: fromGrant })),
      'proposal.problem.noCosts',
    ),
    sources: z.object(Object.fromEntries(sourceKinds.map((kind) => [kind, amount])) as Record<SourceKind, typeof amount>),
    paid: asks(mode, 'paid') ? z.enum(['paid', 'unpaid'], 'problem.required').transform((said) => said === 'paid') : nothing(null),
    otherInformation: long('otherInformation'),
  })
}
const schemas = { idea: schemaOf('idea'), smallGrant: schemaOf('smallGrant'), openCall: schemaOf('openCall'), localInitiative: schemaOf('localInitiative') }

/** zod knows rows by their place, the form by their key. */
const byKey = (problems: Problems, draft: ProposalDraft): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([path, said]) => {
      const [name, place, ...rest] = path.split('.')
      const row = tableNames.includes(name as TableName) ? draft[name as TableName][Number(place)] : undefined
      return [place && row ? [name, row.id, ...rest].join('.') : path, said]
    }),
  )
