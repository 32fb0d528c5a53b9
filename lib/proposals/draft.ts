import { z } from 'zod'
import { canonLine, canonText } from '../text'
import { fields as known, modes, rowsAtMost, type FieldPath, type TypedStep } from './modes'

/** As typed: nothing need be right yet. Only what could not be stored is refused. */
const typed = z.string().max(20_000, 'problem.tooLong').transform(canonText)

/** A row's own key within its table, so that rows added in two browsers are two rows. Never shown. */
export const rowKey = z.string().regex(/^[a-z][a-z0-9]{0,15}$/, 'problem.invalid')
export const newRowKey = (): string => `r${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`

/** Tables of the form: in which step they stand, and the fields of a row. */
export const tables = {
  applicants: { step: 'applicants', fields: ['slug', 'name', 'register'] },
  actions: { step: 'actions', fields: ['name', 'description', 'targetGroup', 'from', 'to', 'nonParty'] },
  results: { step: 'results', fields: ['definition', 'name', 'target', 'unit', 'measuring', 'source'] },
  costs: { step: 'costs', fields: ['kind', 'belongsTo', 'unit', 'unitCost', 'quantity', 'fromGrant', 'year1', 'year2', 'year3'] },
} as const satisfies Record<string, { step: TypedStep; fields: readonly string[] }>
export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]
type RowField<Table extends TableName> = (typeof tables)[Table]['fields'][number]

/** Fields that stand together under one name, each sent as `group.field`. */
export const groups = {
  residents: ['work', 'hours', 'things', 'money'],
  narrative: ['direct', 'change', 'durability'],
  resources: ['people', 'things', 'money'],
  sources: ['grant', 'ownMoney', 'ownNonMoney', 'fees'],
} as const satisfies Record<string, readonly string[]>
export type GroupName = keyof typeof groups
export const groupNames = Object.keys(groups) as GroupName[]

/** Fields that stand alone. */
export const singles = ['mode', 'title', 'taskKind', 'summary', 'need', 'targetGroup', 'places', 'complementarity', 'jointWork', 'from', 'to', 'experience', 'paid', 'otherInformation'] as const
export type Single = (typeof singles)[number]

export type DraftRow<Table extends TableName> = { id: string } & Record<RowField<Table>, string>
/** A proposal as it was typed, all steps together. Every text is a string, whatever it is meant to be. */
export type ProposalDraft = Record<Single, string> & { [Group in GroupName]: Record<(typeof groups)[Group][number], string> } & { [Table in TableName]: DraftRow<Table>[] } & {
  /** Codes of the strategy's tasks. */
  tasks: string[]
  /** Offer form V.C, as typed: what each applicant pays for, by the key of the applicant's row; `own` is who writes. */
  split: Record<string, string>
}

const blank = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, ''])) as Record<Name, string>

export const blankRow = <Table extends TableName>(table: Table, id = newRowKey()): DraftRow<Table> => ({ id, ...blank(tables[table].fields) }) as DraftRow<Table>

/** Whether nothing was typed in a row. */
export const isBlank = (row: Record<string, string>): boolean => Object.entries(row).every(([name, value]) => name === 'id' || !value.trim())

/**
 * A stored draft with everything that drafts have today: what was not asked for yet is empty, and rows from before rows
 * had keys have their place as key, the same for everyone who looks.
 */
export function wholeDraft(stored: Partial<Record<keyof ProposalDraft, unknown>>): ProposalDraft {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const among = <Name extends string>(names: readonly Name[], value: unknown) => Object.fromEntries(names.map((name) => [name, text((value as Record<string, unknown> | undefined)?.[name])]))
  const rows = (table: TableName) =>
    ((stored[table] as Record<string, unknown>[] | undefined) ?? []).map((row, place) => ({ id: text(row.id) || `r${place}`, ...among(tables[table].fields, row) }))
  return {
    ...among(singles, stored),
    mode: modes.find((mode) => mode === stored.mode) ?? 'idea',
    tasks: (stored.tasks as string[] | undefined) ?? [],
    split: (stored.split as Record<string, string> | undefined) ?? {},
    ...Object.fromEntries(groupNames.map((group) => [group, among(groups[group], stored[group])])),
    ...Object.fromEntries(tableNames.map((table) => [table, rows(table)])),
  } as ProposalDraft
}

export const blankDraft = (): ProposalDraft => wholeDraft({})

const optional = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, typed.optional()])) as Record<Name, z.ZodOptional<typeof typed>>
const table = <Table extends TableName>(name: Table) =>
  z
    .record(rowKey, z.strictObject(optional(tables[name].fields as readonly RowField<Table>[])))
    .refine((rows) => Object.keys(rows).length <= rowsAtMost, { error: 'proposal.problem.tooManyRows', params: { max: rowsAtMost } })
    .default({})
const group = <Group extends GroupName>(name: Group) => z.strictObject(optional(groups[name] as readonly (typeof groups)[Group][number][])).default({} as never)

/** What each step may send, by the names of the form's fields. What is not sent stays; a row that is not sent is taken away. */
export const shapes = {
  idea: {
    mode: z.enum(modes, 'offer.problem.mode').optional(),
    tasks: z.array(z.string().max(40).transform(canonLine)).max(200).default([]),
    ...optional(['title', 'taskKind', 'summary', 'need', 'targetGroup', 'places', 'complementarity']),
  },
  applicants: { applicants: table('applicants'), ...optional(['jointWork']) },
  residents: { residents: group('residents') },
  actions: { ...optional(['from', 'to']), actions: table('actions') },
  results: { narrative: group('narrative'), results: table('results') },
  capacity: { ...optional(['experience']), resources: group('resources') },
  costs: { costs: table('costs'), sources: group('sources'), split: z.record(rowKey, typed).refine((parts) => Object.keys(parts).length <= rowsAtMost + 1, 'problem.invalid').default({}) },
  closing: { ...optional(['paid', 'otherInformation']) },
} as const satisfies Record<TypedStep, z.ZodRawShape>

/** A field's path without the key or place of its row: `costs.r1.kind` → `costs.kind`, `split.own` → `split`. */
export function fieldOf(path: string): string {
  const [name = '', ...rest] = path.split('.')
  if (name in tables) return rest.length > 1 ? `${name}.${rest.at(-1)}` : name
  return name === 'split' ? name : path
}

/** The step in which a field stands, told by its path: `costs.r1.kind`, `costs` → costs. */
export function stepOf(path: string): TypedStep {
  const field = fieldOf(path)
  if (Object.hasOwn(tables, field)) return tables[field as TableName].step
  if (Object.hasOwn(known, field)) return known[field as FieldPath].step
  const [inGroup] = Object.entries(known).find(([name]) => name.startsWith(`${field}.`)) ?? []
  return inGroup ? known[inGroup as FieldPath].step : 'idea'
}

/** What a button of the form asks for, beside saving: on to the next step, away, or a row more or less. */
export const go = z.string().regex(/^(next|later|add:(applicants|actions|results|costs)|remove:(applicants|actions|results|costs):[a-z][a-z0-9]{0,15})$/, 'problem.invalid')
