import { readDay } from './days'
import { groupNames, isBlank, shapes, singles, tableNames, tables, type GroupName, type ProposalDraft, type Single, type TableName } from './draft'
import type { TypedStep } from './modes'

/** What a place held: the text of a field (`costs.r1.kind`), a row (`costs.r1`, null for none), or the codes of the tasks. */
export type Held = string | Record<string, string> | readonly string[] | null
/** A change of one place. */
export type Edit = { path: string; before: Held; after: Held }
/** A field that two changed differently: what the later one typed, and what is there. */
export type Conflict = { path: string; mine: string; theirs: string }
/** What a form of one step sent: fields, groups, tables by the keys of their rows. */
export type Sent = Record<string, unknown>

type Flat = { texts: Map<string, string>; rows: Set<string>; tasks: readonly string[] }

/** Places of a draft by their paths. */
export function flat(draft: ProposalDraft): Flat {
  const texts = new Map<string, string>()
  const rows = new Set<string>()
  for (const name of singles) texts.set(name, draft[name])
  for (const group of groupNames) for (const [name, value] of Object.entries(draft[group])) texts.set(`${group}.${name}`, value)
  for (const [key, value] of Object.entries(draft.split)) texts.set(`split.${key}`, value)
  for (const table of tableNames) for (const row of draft[table]) putRow({ texts, rows }, table, row)
  return { texts, rows, tasks: draft.tasks }
}

function putRow({ texts, rows }: Pick<Flat, 'texts' | 'rows'>, table: string, { id, ...row }: Record<string, string>) {
  rows.add(`${table}.${id}`)
  for (const [field, value] of Object.entries(row)) texts.set(`${table}.${id}.${field}`, value)
}

/** How a draft stood before some edits. @param edits in the order in which they were made */
export function before(draft: ProposalDraft, edits: readonly Edit[]): Flat {
  const base = flat(draft)
  for (const { path, before } of edits.toReversed()) {
    if (path === 'tasks') base.tasks = before as string[]
    else if (!isRow(path)) base.texts.set(path, before as string)
    else if (before !== null) putRow(base, path.split('.')[0]!, before as Record<string, string>)
    else {
      base.rows.delete(path)
      for (const text of base.texts.keys()) if (text.startsWith(`${path}.`)) base.texts.delete(text)
    }
  }
  return base
}
const isRow = (path: string) => path.split('.').length === 2 && tableNames.includes(path.split('.')[0] as TableName)

/**
 * Joins what a form sent with what the draft has become since the form was opened. A field that only one changed is that
 * one's; one that both changed differently stays as it is and is a conflict. Rows added by both stay; a row that one took
 * away while the other wrote in it stays.
 * @param base the draft as the form was opened on it
 */
export function merge(current: ProposalDraft, base: Flat, sent: Sent, step: TypedStep): { draft: ProposalDraft; edits: Edit[]; conflicts: Conflict[] } {
  const draft = structuredClone(current)
  const edits: Edit[] = []
  const conflicts: Conflict[] = []
  if (Array.isArray(sent.tasks)) mergeTasks(draft, base.tasks, sent.tasks as string[], edits)
  for (const table of tableNames) if (tables[table].step === step) mergeRows(draft, base, table, (sent[table] ?? {}) as Record<string, Record<string, string>>, edits)
  for (const [path, mine] of textsIn(sent)) {
    const there = textAt(draft, path)
    if (there === undefined || same(path, mine, there) || same(path, mine, base.texts.get(path) ?? '')) continue
    if (same(path, there, base.texts.get(path) ?? '')) edits.push(put(draft, path, mine))
    else conflicts.push({ path, mine, theirs: there })
  }
  return { draft, edits, conflicts }
}

/** Days that were typed differently may be one day: a date field sends its own form of it. */
const same = (path: string, a: string, b: string) => a === b || (/(^|\.)(from|to)$/.test(path) && readDay(a) !== null && readDay(a) === readDay(b))

function mergeTasks(draft: ProposalDraft, base: readonly string[], mine: readonly string[], edits: Edit[]) {
  const kept = draft.tasks.filter((code) => mine.includes(code) || !base.includes(code))
  const tasks = [...kept, ...mine.filter((code) => !base.includes(code) && !kept.includes(code))]
  if (tasks.join() !== draft.tasks.join()) edits.push({ path: 'tasks', before: draft.tasks, after: tasks })
  draft.tasks = tasks
}

function mergeRows(draft: ProposalDraft, base: Flat, table: TableName, sent: Record<string, Record<string, string>>, edits: Edit[]) {
  const rows = draft[table] as Record<string, string>[]
  const touched = (id: string, fields: Record<string, string>) => Object.entries(fields).some(([field, value]) => field !== 'id' && !same(field, value, base.texts.get(`${table}.${id}.${field}`) ?? ''))
  for (const row of rows.slice()) {
    const id = row.id!
    if (sent[id] || !base.rows.has(`${table}.${id}`) || touched(id, row)) continue
    rows.splice(rows.indexOf(row), 1)
    edits.push({ path: `${table}.${id}`, before: row, after: null })
  }
  for (const [id, typed] of Object.entries(sent)) {
    if (rows.some((row) => row.id === id)) continue
    const isNew = !base.rows.has(`${table}.${id}`)
    if (isNew ? isBlank(typed) && !('keep' in typed) : !touched(id, typed)) continue
    const row = { id, ...Object.fromEntries(tables[table].fields.map((field) => [field, typed[field] ?? ''])) }
    rows.push(row)
    edits.push({ path: `${table}.${id}`, before: null, after: { ...row } })
  }
}

function* textsIn(sent: Sent): Generator<[string, string]> {
  for (const name of singles) if (typeof sent[name] === 'string') yield [name, sent[name]]
  for (const group of [...groupNames, 'split']) for (const [name, value] of Object.entries((sent[group] ?? {}) as Record<string, string>)) if (typeof value === 'string') yield [`${group}.${name}`, value]
  for (const table of tableNames)
    for (const [id, row] of Object.entries((sent[table] ?? {}) as Record<string, Record<string, string>>))
      for (const [field, value] of Object.entries(row)) if ((tables[table].fields as readonly string[]).includes(field) && typeof value === 'string') yield [`${table}.${id}.${field}`, value]
}

/** What the form of a step sends of a draft. */
export const sentBy = (step: TypedStep, draft: ProposalDraft): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(shapes[step]).map((name) => [
      name,
      tableNames.includes(name as TableName) ? Object.fromEntries(draft[name as TableName].map(({ id, ...row }) => [id, row])) : draft[name as keyof ProposalDraft],
    ]),
  )

/** What stands at a path; undefined in a row that is not there. */
export function textAt(draft: ProposalDraft, path: string): string | undefined {
  const [name = '', second = '', third = ''] = path.split('.')
  if (third) return (draft[name as TableName] as Record<string, string>[] | undefined)?.find(({ id }) => id === second)?.[third]
  if (!second) return draft[name as Single]
  return name === 'split' ? (draft.split[second] ?? '') : (draft[name as GroupName] as Record<string, string>)[second]
}

/** Writes a text where it belongs. The row must be there. */
export function put(draft: ProposalDraft, path: string, after: string): Edit {
  const [name = '', second = '', third = ''] = path.split('.')
  const edit = { path, before: textAt(draft, path) ?? '', after }
  if (third) (draft[name as TableName] as Record<string, string>[]).find(({ id }) => id === second)![third] = after
  else if (second) (draft[name as GroupName | 'split'] as Record<string, string>)[second] = after
  else draft[name as Single] = after
  return edit
}
