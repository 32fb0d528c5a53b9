import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../../accounts/tables'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { isOfTheirs } from '../concerned'
import { appealColumns } from '../contested'
import { isModerator } from '../rules'
import { appeals, decisionEvidence, decisions, reports } from '../tables'
import { listDecisions } from '../case-file'

const concerned = alias(people, 'concerned')

const select = (viewer: NonNullable<Viewer>) =>
  db
    .select({
      ...appealColumns,
      id: appeals.id,
      side: appeals.side,
      decisionId: decisions.id,
      kind: decisions.kind,
      commentId: decisions.commentId,
      personId: decisions.personId,
      proposalId: decisions.proposalId,
      organisationId: decisions.organisationId,
      threadId: comments.threadId,
      /** Whom it concerns: somebody, or an organisation. */
      concerned: sql<string | null>`coalesce(${concerned.name}, ${organisations.name})`,
      concernedId: concerned.id,
      /** Had a part in it, or it is theirs or their organisation's: somebody else decides. */
      involved: sql<boolean>`coalesce(${viewer.id} in (${decisions.moderatorId}, ${appeals.appellantId}, ${reports.reporterId}), false)`,
      own: sql<boolean>`coalesce(${viewer.id} in (${decisions.authorId}, ${decisions.personId}), false) or ${isOfTheirs(viewer.id)}`,
    })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .leftJoin(organisations, eq(organisations.id, decisions.organisationId))
    .leftJoin(concerned, sql`${concerned.id} = coalesce(${decisions.authorId}, ${decisions.personId})`)
    .leftJoin(comments, eq(comments.id, decisions.commentId))
    .leftJoin(reports, eq(reports.id, appeals.reportId))
    .$dynamic()

/** Appeals that wait, those first whose answer is due first; none for whoever is no moderator. */
export async function listOpenAppeals(viewer: Viewer, limit = 100) {
  return !viewer || !isModerator(viewer) ? [] : select(viewer).where(isNull(appeals.decidedAt)).orderBy(asc(appeals.dueAt)).limit(limit)
}

/** One appeal with the decision that it contests and what was said then; null for whoever is no moderator. */
export async function getAppeal(viewer: Viewer, id: string) {
  if (!viewer || !isModerator(viewer)) return null
  const [appeal] = await select(viewer).where(eq(appeals.id, id))
  if (!appeal) return null
  const [[contested], evidence] = await Promise.all([
    listDecisions(eq(decisions.id, appeal.decisionId)),
    db.select({ body: decisionEvidence.body }).from(decisionEvidence).where(and(eq(decisionEvidence.decisionId, appeal.decisionId), eq(decisionEvidence.current, true))),
  ])
  return { ...appeal, contested: contested!, said: evidence[0]?.body ?? null }
}
export type AppealAtDesk = NonNullable<Awaited<ReturnType<typeof getAppeal>>>
