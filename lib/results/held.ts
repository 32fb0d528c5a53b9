import { and, eq, gt } from 'drizzle-orm'
import type { Tx } from '../db'
import type { Person } from '../person'
import type { ProposalContent } from '../proposals/content'
import { proposalHeld, type Held } from '../proposals/held'
import { blankReport, type ReportDraft } from './draft'
import type { Edit } from './merging'
import { reportConflicts, reportEdits, resultReports } from './tables'

export type HeldReport = Omit<Held, 'draft' | 'content'> & { plan: ProposalContent; draft: ReportDraft; revision: number }

/** An accepted proposal with its report, both held against every other change; a report that nobody began is blank. */
export async function reportHeld(tx: Tx, { id, seen }: { id: string; seen?: string }, person: Person): Promise<HeldReport | undefined> {
  const held = await proposalHeld(tx, { id, seen }, person)
  if (!held?.content) return undefined
  const [report] = await tx.select({ draft: resultReports.draft, revision: resultReports.draftRevision }).from(resultReports).where(eq(resultReports.proposalId, id)).for('update')
  const { content: plan, draft: _, ...standing } = held
  return { ...standing, plan, draft: { ...blankReport(plan), ...report?.draft }, revision: report?.revision ?? 0 }
}

/** What was changed in a draft since one of its revisions, in that order. */
export const editsSince = (tx: Tx, id: string, revision: number): Promise<Edit[]> =>
  tx.select({ path: reportEdits.path, before: reportEdits.before, after: reportEdits.after }).from(reportEdits).where(and(eq(reportEdits.proposalId, id), gt(reportEdits.revision, revision))).orderBy(reportEdits.revision)

/** What somebody typed and has not yet seen beside what others had saved there. */
export const conflictsOf = (tx: Tx, id: string, person: Person) =>
  tx.select().from(reportConflicts).where(and(eq(reportConflicts.proposalId, id), eq(reportConflicts.personId, person.id)))
