import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Person } from '../../person'
import { blankRow, newRowKey, type ProposalDraft, type TableName } from '../draft'
import { proposalHeld } from '../held'
import { mayWrite } from '../life-cycle'
import { before, merge, put, textAt, type Edit, type Sent } from '../merge'
import type { Mode } from '../modes'
import { definitionOf } from '../result-library'
import { saveStepInput, settleInput } from '../rules'
import { proposalConflicts, proposalEdits, proposals } from '../tables'

/**
 * Keeps a step as typed. What others changed since the form was opened stays; a field that two changed differently keeps
 * the first change, and the second waits as a conflict for its author to choose. Nothing is overwritten unseen.
 */
export const saveStep = command({
  event: 'proposal.saved',
  input: saveStepInput,
  limit: { max: 600, minutes: 60 },
  load: proposalHeld,
  allow: mayWrite,
  async run({ tx, person, input: { id, step, revision, go, ...typed }, subject }) {
    const sent = withModels(await withNames(tx, withRows(typed, go)))
    const base = before(subject.draft, await editsSince(tx, id, revision))
    const { draft, edits, conflicts } = merge(subject.draft, base, sent, step)
    await keep(tx, { id, draft, edits, person })
    for (const { path, mine } of conflicts) {
      await tx.insert(proposalConflicts).values({ proposalId: id, personId: person.id, path, mine }).onConflictDoUpdate({ target: [proposalConflicts.proposalId, proposalConflicts.personId, proposalConflicts.path], set: { mine, at: sql`now()` } })
    }
    return { id, step, mode: draft.mode as Mode, conflicts: conflicts.length }
  },
})

/** Chooses, for fields that two had changed, which of the texts stays. One that changed again since it was shown is asked again. */
export const settleConflicts = command({
  event: 'proposal.settled',
  input: settleInput,
  limit: { max: 600, minutes: 60 },
  load: proposalHeld,
  allow: mayWrite,
  async run({ tx, person, input: { id, revision, choices }, subject }) {
    const asked = await tx.select().from(proposalConflicts).where(and(eq(proposalConflicts.proposalId, id), eq(proposalConflicts.personId, person.id), inArray(proposalConflicts.id, Object.keys(choices))))
    const changed = new Set((await editsSince(tx, id, revision)).map(({ path }) => path))
    const settled = asked.filter(({ path }) => !changed.has(path))
    const draft = structuredClone(subject.draft)
    const edits = settled.filter((conflict) => choices[conflict.id] === 'mine').flatMap(({ path, mine }) => [...rowFor(draft, path), put(draft, path, mine)])
    await keep(tx, { id, draft, edits, person })
    if (settled.length) await tx.delete(proposalConflicts).where(inArray(proposalConflicts.id, settled.map((conflict) => conflict.id)))
    return { id, left: asked.length - settled.length }
  },
})

const editsSince = (tx: Tx, id: string, revision: number): Promise<Edit[]> =>
  tx.select({ path: proposalEdits.path, before: proposalEdits.before, after: proposalEdits.after }).from(proposalEdits).where(and(eq(proposalEdits.proposalId, id), gt(proposalEdits.revision, revision))).orderBy(asc(proposalEdits.revision))

/** Writes the draft and what changed in it. The row is held, so revisions follow each other. */
async function keep(tx: Tx, { id, draft, edits, person }: { id: string; draft: ProposalDraft; edits: readonly Edit[]; person: Person }) {
  const [saved] = await tx.update(proposals).set({ savedAt: sql`now()`, ...(edits.length && { draft, draftRevision: sql`${proposals.draftRevision} + 1` }) }).where(eq(proposals.id, id)).returning({ revision: proposals.draftRevision })
  if (!edits.length) return
  const { revision } = saved!
  // One row a place: a row that was brought back and then written in is one change.
  const places = new Map(edits.map((edit) => [edit.path, edit]))
  await tx.insert(proposalEdits).values([...places.values()].map((edit) => ({ ...edit, proposalId: id, revision, byId: person.id })))
}

/** The row of a field that was taken away meanwhile, brought back for what somebody typed in it. */
function rowFor(draft: ProposalDraft, path: string): Edit[] {
  const [table, key, field] = path.split('.') as [TableName, string, string?]
  if (!field || textAt(draft, path) !== undefined) return []
  const row = blankRow(table, key)
  ;(draft[table] as unknown[]).push(row)
  return [{ path: `${table}.${key}`, before: null, after: { ...row } }]
}

/** What the form sent after a row was added or taken away, as its buttons ask where there is no JavaScript. */
function withRows(typed: Sent, asked: string): Sent {
  const [move, table, key] = asked.split(':') as [string, TableName?, string?]
  if (!table || !typed[table]) return typed
  const rows = typed[table] as Record<string, Record<string, string>>
  if (move === 'remove') return { ...typed, [table]: Object.fromEntries(Object.entries(rows).filter(([id]) => id !== key)) }
  const kept = Object.entries(rows).map(([id, row]) => [id, { ...row, keep: '' }])
  return { ...typed, [table]: Object.fromEntries([...kept, [newRowKey(), { keep: '' }]]) }
}

/** Applicants that were chosen by their slug bear the name that they have here. */
async function withNames(tx: Tx, sent: Sent): Promise<Sent> {
  const rows = Object.entries((sent.applicants ?? {}) as Record<string, Record<string, string>>)
  const slugs = rows.flatMap(([, { slug }]) => (slug ? [slug] : []))
  if (!slugs.length) return sent
  const known = await tx.select({ slug: organisations.slug, name: organisations.name }).from(organisations).where(and(inArray(organisations.slug, slugs), isNotNull(organisations.confirmedAt)))
  const names = new Map(known.map(({ slug, name }) => [slug, name]))
  return { ...sent, applicants: Object.fromEntries(rows.map(([id, row]) => [id, names.has(row.slug!) ? { ...row, name: names.get(row.slug!)! } : { ...row, slug: '' }])) }
}

/** Results that follow a model of the library have it where nothing was typed. */
function withModels(sent: Sent): Sent {
  if (!sent.results) return sent
  const rows = Object.entries(sent.results as Record<string, Record<string, string>>).map(([id, row]) => {
    const model = definitionOf(row.definition ?? '')?.pl
    if (!model) return [id, row]
    const filled = Object.entries({ name: model.name, unit: model.unit, measuring: model.measuring, source: model.evidence }).filter(([field]) => !row[field]?.trim())
    return [id, { ...row, ...Object.fromEntries(filled) }]
  })
  return { ...sent, results: Object.fromEntries(rows) }
}
