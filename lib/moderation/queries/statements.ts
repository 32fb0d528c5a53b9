import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { organisations } from '../../organisations/tables'
import { appealColumns, concerns, contestedColumns } from '../contested'
import { isStated, stated, type StatedKind } from '../statement'
import { decisionOfToken, statementToken } from '../statement-link'
import { appeals, decisionEvidence, decisions, warningsRead } from '../tables'

const columns = {
  id: decisions.id,
  kind: decisions.kind,
  ground: decisions.ground,
  law: decisions.law,
  sentence: decisions.sentence,
  origin: decisions.origin,
  foundByCheck: decisions.foundByCheck,
  until: decisions.until,
  minutes: decisions.minutes,
  banProposed: sql<boolean>`exists (select from ban_proposals where ban_proposals.suspension_id = decisions.id)`,
  at: decisions.at,
  commentId: decisions.commentId,
  proposalId: decisions.proposalId,
  organisationId: decisions.organisationId,
  /** Whose publication it is about. */
  organisation: organisations.name,
  threadId: comments.threadId,
  undoneAt: sql<Date | null>`(select undoing.at from decisions undoing where undoing.undoes_id = decisions.id)`.mapWith(decisions.at),
  readAt: warningsRead.at,
}

/** A decision with its reasons, what was said, and what became of an appeal: for whom it concerns. Without names. */
async function statementWhere(which: SQL | undefined) {
  const [decision] = await db
    .select({ ...columns, ...contestedColumns('author') })
    .from(decisions)
    .leftJoin(comments, eq(comments.id, decisions.commentId))
    .leftJoin(organisations, eq(organisations.id, decisions.organisationId))
    .leftJoin(warningsRead, eq(warningsRead.decisionId, decisions.id))
    .where(and(which, inArray(decisions.kind, [...stated])))
  if (!decision) return null
  const [[evidence], [appeal]] = await Promise.all([
    db.select({ body: decisionEvidence.body }).from(decisionEvidence).where(and(eq(decisionEvidence.decisionId, decision.id), eq(decisionEvidence.current, true))),
    db.select(appealColumns).from(appeals).where(and(eq(appeals.decisionId, decision.id), eq(appeals.side, 'author'))),
  ])
  return { ...decision, kind: decision.kind as StatedKind, side: 'author' as const, said: evidence?.body ?? null, appeal: appeal ?? null }
}
export type Statement = NonNullable<Awaited<ReturnType<typeof statementWhere>>>

/** A decision about the viewer, a comment of theirs, or what their organisation publishes; null for everybody else. */
export const getOwnStatement = async (viewer: Viewer, decisionId: string): Promise<Statement | null> => (viewer ? statementWhere(and(eq(decisions.id, decisionId), concerns(viewer.id))) : null)

/** The same by the link of the mail, for whoever has it. */
export async function getStatementByLink(_viewer: Viewer, token: string): Promise<Statement | null> {
  const id = decisionOfToken(token)
  return id ? statementWhere(eq(decisions.id, id)) : null
}

/** What was decided about the viewer, their comments and what their organisations publish, newest first. */
export async function listOwnDecisions(viewer: Viewer, limit = 50) {
  if (!viewer) return []
  const rows = await db
    .select(columns)
    .from(decisions)
    .leftJoin(comments, eq(comments.id, decisions.commentId))
    .leftJoin(organisations, eq(organisations.id, decisions.organisationId))
    .leftJoin(warningsRead, eq(warningsRead.decisionId, decisions.id))
    .where(and(concerns(viewer.id), inArray(decisions.kind, [...stated])))
    .orderBy(desc(decisions.at))
    .limit(limit)
  return rows.flatMap(({ kind, ...decision }) => (isStated(kind) ? [{ ...decision, kind }] : []))
}

/** What a mailed link to the ban of somebody carries, where there is one: what signing in leads them to. */
export async function getBanToken(_viewer: Viewer, personId: string): Promise<string | null> {
  const [ban] = await db
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.personId, personId), eq(decisions.kind, 'ban'), sql`not exists (select from decisions undoing where undoing.undoes_id = decisions.id)`))
    .orderBy(asc(decisions.at))
    .limit(1)
  return ban ? statementToken(ban.id) : null
}
