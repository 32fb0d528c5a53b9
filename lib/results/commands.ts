import { and, eq, inArray, sql } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import type { Person } from '../person'
import { proposalHeld } from '../proposals/held'
import { sum } from '../proposals/money'
import { decisionInput, reasonedInput } from '../proposals/rules'
import { moveProposal } from '../proposals/steps'
import { proposals } from '../proposals/tables'
import { Refusal } from '../refusal'
import { tag } from '../tags'
import { paths } from './draft'
import { conflictsOf, editsSince, reportHeld } from './held'
import { writeReminder } from './letter'
import { before, merge, type Edit } from './merging'
import { readReport } from './reading'
import { spentOf } from './report'
import { mayAcceptReport, mayRemind, mayReturnReport, maySendReport, mayWriteReport, remindInput, type ReminderKind, saveReportInput, sendReportInput } from './rules'
import { reportConflicts, reportEdits, reportReminders, resultReports } from './tables'

/**
 * Keeps a report as typed. What others changed since the form was opened stays; of a field that two changed differently
 * the first change stays, and the second waits until its author has seen both.
 */
export const saveReport = command({
  event: 'report.saved',
  input: saveReportInput,
  limit: { max: 600, minutes: 60 },
  load: reportHeld,
  allow: mayWriteReport,
  async run({ tx, person, input: { id, revision, go: _go, mine, ...typed }, subject }) {
    const shown = (await conflictsOf(tx, id, person)).filter((conflict) => conflict.revision <= revision)
    const chosen = Object.fromEntries(shown.filter((conflict) => mine[conflict.id]).map((conflict) => [conflict.path, conflict.mine]))
    const sent = { ...paths(typed), ...chosen }
    if (Object.keys(sent).some((path) => !(path in subject.draft))) throw new Refusal('invalid', { key: 'objection.checkTheForm' })
    const base = before(subject.draft, await editsSince(tx, id, revision))
    const { draft, edits, conflicts } = merge(subject.draft, base, sent)
    const now = subject.revision + Number(edits.length + conflicts.length > 0)
    const saved = { draft, draftRevision: now, savedAt: sql`now()`, savedById: person.id }
    await tx.insert(resultReports).values({ proposalId: id, ...saved }).onConflictDoUpdate({ target: resultReports.proposalId, set: saved })
    await remember(tx, { id, revision: now, edits, person })
    if (shown.length) await tx.delete(reportConflicts).where(inArray(reportConflicts.id, shown.map((conflict) => conflict.id)))
    for (const conflict of conflicts) {
      await tx.insert(reportConflicts).values({ ...conflict, proposalId: id, personId: person.id, revision: now }).onConflictDoUpdate({ target: [reportConflicts.proposalId, reportConflicts.personId, reportConflicts.path], set: { mine: conflict.mine, revision: now } })
    }
    return { id, revision: now, conflicts: conflicts.length }
  },
})

const remember = async (tx: Tx, { id, revision, edits, person }: { id: string; revision: number; edits: readonly Edit[]; person: Person }) => {
  if (edits.length) await tx.insert(reportEdits).values(edits.map((edit) => ({ ...edit, proposalId: id, revision, byId: person.id })))
}

/** Sends the report to the office: from here on it is what was read, not what was typed. */
export const sendReport = command({
  event: 'report.sent',
  input: sendReportInput,
  limit: { max: 60, minutes: 60 },
  load: reportHeld,
  allow: maySendReport,
  async run({ tx, person, input: { id }, subject }) {
    if ((await conflictsOf(tx, id, person)).length) throw new Refusal('conflict', { key: 'results.objection.conflicts' })
    const { content, problems } = readReport(subject.draft, subject.plan)
    if (problems) throw new Refusal('invalid', { key: 'results.objection.notWhole' }, problems)
    await tx
      .update(resultReports)
      .set({ content, spentGrosze: spentOf(content), sourcesGrosze: sum(Object.values(content.sources)), sentAt: sql`clock_timestamp()`, sentById: person.id })
      .where(eq(resultReports.proposalId, id))
    await moveProposal(tx, { id, move: 'report', person })
    return { id }
  },
  touches: ({ input }) => [tag.proposals, tag.proposal(input.id)],
})

/** Accepts a report: what was promised and what was achieved is public from here on. */
export const acceptReport = command({
  event: 'report.accepted',
  input: decisionInput,
  load: proposalHeld,
  allow: mayAcceptReport,
  async run({ tx, person, input }) {
    await moveProposal(tx, { id: input.id, move: 'complete', person })
    return { id: input.id }
  },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.organisation(subject.organisationId)],
})

/** Gives a report back to its organisation, with what to mend. */
export const returnReport = command({
  event: 'report.returned',
  input: reasonedInput,
  load: proposalHeld,
  allow: mayReturnReport,
  async run({ tx, person, input }) {
    await moveProposal(tx, { id: input.id, move: 'mend', person, reason: input.reason })
    return { id: input.id }
  },
  touches: ({ input }) => [tag.proposals, tag.proposal(input.id)],
})

/** The proposal, held, unless a reminder of this kind was sent before. */
async function notReminded(tx: Tx, { id, kind }: { id: string; kind: ReminderKind }) {
  const [proposal] = await tx.select({ state: proposals.state, plan: proposals.content, organisationId: proposals.organisationId }).from(proposals).where(eq(proposals.id, id)).for('update')
  const [sent] = await tx.select({ kind: reportReminders.kind }).from(reportReminders).where(and(eq(reportReminders.proposalId, id), eq(reportReminders.kind, kind)))
  return proposal?.plan && !sent ? { ...proposal, plan: proposal.plan } : undefined
}

/** Reminds an organisation of its report, each kind of reminder once. */
export const remindOfReport = command({
  event: 'report.reminded',
  input: remindInput,
  load: notReminded,
  allow: mayRemind,
  async run({ tx, input, subject }) {
    await tx.insert(reportReminders).values({ proposalId: input.id, kind: input.kind })
    await writeReminder(tx, { id: input.id, plan: subject.plan, organisationId: subject.organisationId })
    return { id: input.id }
  },
})
