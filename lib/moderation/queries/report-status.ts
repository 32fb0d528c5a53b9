import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { appealColumns, contestedColumns } from '../contested'
import { contentOf } from '../contents'
import { readReportNumber } from '../report-number'
import { appeals, decisions, reports } from '../tables'

/**
 * How a report stands, for whoever has its number: what kind of content it is about, what was decided, and what became of an
 * appeal. Nothing of what was said, by whom, or of the sender.
 * @param typed the number, however it was typed
 */
export async function getReportStatus(_viewer: Viewer, typed: string) {
  const number = readReportNumber(typed)
  if (!number) return null
  const [report] = await db
    .select({ number: sql<string>`${reports.number}`, kind: reports.kind, urgent: reports.urgent, commentId: reports.commentId, proposalId: reports.proposalId, organisationId: reports.organisationId, at: reports.at, decisionId: reports.decisionId })
    .from(reports)
    .where(eq(reports.number, number))
  if (!report) return null
  const { decisionId, commentId, proposalId, organisationId, ...rest } = report
  const known = { ...rest, about: contentOf({ commentId, proposalId, organisationId })!.about }
  if (!decisionId) return { ...known, decision: null, appeal: null }
  const [[decision], [appeal]] = await Promise.all([
    db.select({ ...contestedColumns('reporter'), at: decisions.at, sentence: decisions.sentence, ground: decisions.ground }).from(decisions).where(eq(decisions.id, decisionId)),
    db.select({ ...appealColumns, ofThisReport: sql<boolean>`exists (select from reports where reports.id = appeals.report_id and reports.number = ${number})` }).from(appeals).where(and(eq(appeals.decisionId, decisionId), eq(appeals.side, 'reporter'))),
  ])
  // What another person who reported has written is theirs; that there is an appeal, and how it ended, is not.
  return { ...known, decision: { ...decision!, side: 'reporter' as const }, appeal: appeal ? { ...appeal, text: appeal.ofThisReport ? appeal.text : null } : null }
}
export type ReportStatus = NonNullable<Awaited<ReturnType<typeof getReportStatus>>>

