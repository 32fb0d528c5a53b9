import { z } from 'zod'
import { canonLine, canonText } from '../text'

/** The steps of the form, in order; the last one only checks and sends. */
export const steps = ['idea', 'actions', 'results', 'costs', 'check'] as const
export type Step = (typeof steps)[number]
/** A step in which something is typed. */
export type TypedStep = Exclude<Step, 'check'>

export const rowsAtMost = 50

/** As typed: nothing need be right yet. Only what could not be stored is refused. */
const typed = z.string().max(20_000, 'problem.tooLong').transform(canonText).default('')
const rows = <Shape extends Record<string, typeof typed>>(shape: Shape) => z.array(z.strictObject(shape)).max(rowsAtMost, 'proposal.problem.tooManyRows').default([])

/** What each step holds. The names are those of the form's fields. */
export const shapes = {
  idea: {
    /** Codes of the strategy's tasks. */
    tasks: z.array(z.string().max(40).transform(canonLine)).max(200).default([]),
    title: typed,
    summary: typed,
    need: typed,
    targetGroup: typed,
  },
  actions: { from: typed, to: typed, actions: rows({ name: typed, description: typed, from: typed, to: typed }) },
  results: { results: rows({ name: typed, target: typed, unit: typed, measuring: typed }) },
  costs: {
    costs: rows({ kind: typed, unit: typed, unitCost: typed, quantity: typed }),
    sources: z.strictObject({ grant: typed, ownMoney: typed, ownNonMoney: typed, fees: typed }).default({ grant: '', ownMoney: '', ownNonMoney: '', fees: '' }),
  },
} as const

const draft = z.object({ ...shapes.idea, ...shapes.actions, ...shapes.results, ...shapes.costs })
/** A proposal as it was typed, all steps together. */
export type ProposalDraft = z.output<typeof draft>

/** Tables of the form: in which step they stand, and the fields of a row. */
export const tables = {
  actions: { step: 'actions', fields: ['name', 'description', 'from', 'to'] },
  results: { step: 'results', fields: ['name', 'target', 'unit', 'measuring'] },
  costs: { step: 'costs', fields: ['kind', 'unit', 'unitCost', 'quantity'] },
} as const satisfies Record<string, { step: TypedStep; fields: readonly string[] }>
export type TableName = keyof typeof tables

/** Where the money comes from (offer form V.B). */
export const sourceKinds = ['grant', 'ownMoney', 'ownNonMoney', 'fees'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const blankDraft = (): ProposalDraft => draft.parse({})

export const blankRow = (table: TableName): Record<string, string> => Object.fromEntries(tables[table].fields.map((field) => [field, '']))

export const isBlank = (row: Record<string, string>): boolean => Object.values(row).every((value) => !value.trim())

/** The step in which a field stands, told by its path: `costs.0.kind` → costs. */
export const stepOf = (path: string): TypedStep =>
  (Object.keys(shapes) as TypedStep[]).find((step) => Object.hasOwn(shapes[step], path.split('.', 1).join())) ?? 'idea'

/** What a button of the form asks for, beside saving: on to the next step, away, or a row more or less. */
export const go = z.string().regex(/^(next|later|add:(actions|results|costs)|remove:(actions|results|costs):\d{1,3})$/, 'problem.invalid')

/** The fields of a step after a row was added or taken away, as its buttons ask. */
export function withRows<Fields extends Record<string, unknown>>(fields: Fields, asked: string): Fields {
  const [move, table, place] = asked.split(':') as [string, TableName?, string?]
  if (!table || !Array.isArray(fields[table])) return fields
  const before = fields[table] as Record<string, string>[]
  if (move === 'remove') return { ...fields, [table]: before.filter((_, index) => index !== Number(place)) }
  return { ...fields, [table]: before.length < rowsAtMost ? [...(before.length ? before : [blankRow(table)]), blankRow(table)] : before }
}
