import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../db'
import { comments } from '../discussion/tables'
import type { Person } from '../person'
import { tag } from '../tags'
import { appealMonths, type AppealJudged, type Contested, type Side } from './appealing'
import { answersFor, isOfTheirs } from './concerned'
import { contentOf } from './contents'
import { publicationOf } from './publications'
import { readReportNumber } from './report-number'
import { decisionOfToken } from './statement-link'
import { banProposals } from './sanction-tables'
import { appeals, decisions, reports } from './tables'

/** How a decision stands for one of its sides: columns for a query on `decisions`, whose name Drizzle leaves out by itself. */
export const contestedColumns = (side: Side) => ({
  decisionId: decisions.id,
  kind: decisions.kind,
  inTime: sql<boolean>`clock_timestamp() < ${decisions.at} + make_interval(months => ${appealMonths})`,
  appealed: sql<boolean>`exists (select from appeals where appeals.decision_id = decisions.id and appeals.side = ${side})`,
  undone: sql<boolean>`exists (select from decisions undoing where undoing.undoes_id = decisions.id)`,
})

/** The decision that one of its sides means to contest; undefined where there is none. */
async function contestedBy(tx: Tx, side: Side, which: SQL | undefined) {
  const [decision] = await tx.select({ ...contestedColumns(side), concernsId: sql<string | null>`coalesce(${decisions.authorId}, ${decisions.personId})` }).from(decisions).where(which)
  return decision && ({ ...decision, side } satisfies Contested & Record<string, unknown>)
}

/** Whom a decision concerns: whose voice or account it is about, and who answers for the organisation whose proposal or profile it is. */
export const concerns = (personId: string): SQL => or(eq(decisions.authorId, personId), eq(decisions.personId, personId), answersFor(personId))!

/** A decision about the person who asks, a comment of theirs, or what their organisation publishes. */
export const contestedOfOneself = (tx: Tx, { decisionId }: { decisionId: string }, { id }: Person) =>
  contestedBy(tx, 'author', and(eq(decisions.id, decisionId), concerns(id)))

/** The decision that a mailed link leads to. */
export async function contestedByLink(tx: Tx, { token }: { token: string }) {
  const decisionId = decisionOfToken(token)
  return decisionId ? contestedBy(tx, 'author', eq(decisions.id, decisionId)) : undefined
}

/** The decision that answered the report of a number. */
export async function contestedByNumber(tx: Tx, { number }: { number: string }) {
  const [report] = await tx.select({ id: reports.id, reporterId: reports.reporterId, decisionId: reports.decisionId }).from(reports).where(eq(reports.number, readReportNumber(number) ?? ''))
  const contested = report?.decisionId ? await contestedBy(tx, 'reporter', eq(decisions.id, report.decisionId)) : undefined
  return contested && { ...contested, report: report! }
}

/** An appeal, locked until it is decided, with what it is about. */
export async function appealLocked(tx: Tx, { appealId }: { appealId: string }, person: Person) {
  const [appeal] = await tx.select().from(appeals).where(eq(appeals.id, appealId)).for('update')
  if (!appeal) return undefined
  const [contested] = await tx.select().from(decisions).where(eq(decisions.id, appeal.decisionId))
  const [theirs] = await tx.select({ own: isOfTheirs(person.id) }).from(decisions).where(eq(decisions.id, appeal.decisionId))
  const publication = contested!.organisationId ? await publicationOf(tx, contentOf(contested!)!, person.id) : undefined
  const [comment] = contested!.commentId ? await tx.select({ threadId: comments.threadId }).from(comments).where(eq(comments.id, contested!.commentId)) : []
  const [report] = appeal.reportId ? await tx.select({ number: reports.number, reporterId: reports.reporterId, reporterEmail: reports.reporterEmail }).from(reports).where(eq(reports.id, appeal.reportId)) : []
  const [proposal] = await tx.select({ proposedById: banProposals.proposedById }).from(banProposals).where(eq(banProposals.decisionId, contested!.id))
  const judged: AppealJudged = {
    decided: appeal.decidedAt !== null,
    involved: [contested!.moderatorId, proposal?.proposedById, appeal.appellantId, report?.reporterId].includes(person.id),
    own: [contested!.authorId, contested!.personId].includes(person.id) || theirs!.own,
  }
  return { ...judged, side: appeal.side, appellantId: appeal.appellantId, contested: contested!, report: report ?? null, organisationId: contested!.organisationId, tags: publication?.tags ?? (comment ? [tag.thread(comment.threadId)] : []) }
}

/** An appeal as both its sides may read it, without names: columns for a query on `appeals`. */
export const appealColumns = {
  at: appeals.at,
  dueAt: appeals.dueAt,
  late: sql<boolean>`${appeals.decidedAt} is null and ${appeals.dueAt} < clock_timestamp()`,
  text: appeals.text,
  outcome: appeals.outcome,
  reasons: appeals.reasons,
  decidedAt: appeals.decidedAt,
}
