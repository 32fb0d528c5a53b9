import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import * as organisationQueries from '../../organisations/queries'
import { organisationMembers } from '../../organisations/tables'
import type { Viewer } from '../../person'
import * as proposalQueries from '../../proposals/queries/desk'
import { isModerator, urgency, type BrokenRule } from '../rules'
import { reports } from '../tables'

export const queueKinds = ['reports', 'organisations', 'proposals'] as const
export type QueueKind = (typeof queueKinds)[number]

export type ReportedComment = {
  kind: 'reports'
  /** The comment. */
  id: string
  threadId: string
  body: string
  author: string | null
  reports: number
  grounds: BrokenRule[]
  since: Date
  /** The viewer's own, or their organisation's: somebody else decides. */
  own: boolean
}
export type Queued = ReportedComment | { kind: 'organisations' | 'proposals'; id: string; title: string; since: Date; own: boolean }

const shownAtMost = 100

/**
 * All that waits for a moderator, most urgent first: what waits longest, and what many have reported.
 * @returns at most 100 reported comments, and how many of each kind wait; nothing for whoever is no moderator
 */
export async function listQueue(viewer: Viewer): Promise<{ items: Queued[]; counts: Record<QueueKind, number> }> {
  if (!viewer || !isModerator(viewer)) return { items: [], counts: { reports: 0, organisations: 0, proposals: 0 } }
  const [reported, [total], organisations, proposals] = await Promise.all([
    listReported(viewer),
    db.select({ comments: sql<number>`count(distinct ${reports.commentId})::int` }).from(reports).where(isNull(reports.decisionId)),
    organisationQueries.listWaiting(viewer),
    proposalQueries.listWaiting(viewer),
  ])
  const items: Queued[] = [
    ...reported,
    ...organisations.map(({ id, name, registeredAt, own }) => ({ kind: 'organisations' as const, id, title: name, since: registeredAt, own })),
    ...proposals.map(({ id, title, submittedAt, own }) => ({ kind: 'proposals' as const, id, title, since: submittedAt, own })),
  ]
  const urgent = (item: Queued) => urgency({ since: item.since, reports: item.kind === 'reports' ? item.reports : 1 })
  return {
    items: items.sort((a, b) => urgent(a) - urgent(b)),
    counts: { reports: total!.comments, organisations: organisations.length, proposals: proposals.length },
  }
}

async function listReported(viewer: NonNullable<Viewer>): Promise<ReportedComment[]> {
  const waiting = await db
    .select({
      id: reports.commentId,
      reports: sql<number>`count(*)::int`,
      since: sql<Date>`min(${reports.at})`.mapWith(reports.at),
      grounds: sql<BrokenRule[]>`array_agg(distinct ${reports.ground})`,
    })
    .from(reports)
    .where(isNull(reports.decisionId))
    .groupBy(reports.commentId)
    .orderBy(asc(sql`min(${reports.at}) - (count(*) - 1) * interval '1 day'`))
    .limit(shownAtMost)
  if (!waiting.length) return []
  const rows = await db
    .select({
      id: comments.id,
      threadId: comments.threadId,
      body: comments.body,
      author: people.name,
      own: sql<boolean>`${comments.authorId} = ${viewer.id} or ${organisationMembers.personId} is not null`,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisationMembers, and(eq(organisationMembers.organisationId, comments.organisationId), eq(organisationMembers.personId, viewer.id)))
    .where(inArray(comments.id, waiting.map(({ id }) => id)))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return waiting.map((report) => ({ kind: 'reports', ...byId.get(report.id)!, ...report }))
}
