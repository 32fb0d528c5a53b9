import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { houseRules } from '../../discussion/house-rules'
import type { HeldFor } from '../../discussion/rules'
import { passageOf } from '../../discussion/screening'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import * as organisationQueries from '../../organisations/queries'
import { organisationMembers } from '../../organisations/tables'
import type { Viewer } from '../../person'
import * as proposalQueries from '../../proposals/queries/desk'
import { isModerator, urgency, type BrokenRule } from '../rules'
import { reports } from '../tables'

export const queueKinds = ['held', 'reports', 'organisations', 'proposals'] as const
export type QueueKind = (typeof queueKinds)[number]

type WaitingComment = {
  /** The comment. */
  id: string
  threadId: string
  body: string
  author: string | null
  since: Date
  /** The viewer's own, or their organisation's: somebody else decides. */
  own: boolean
}
/** What a check holds: nobody reads it until somebody has looked. */
export type HeldComment = WaitingComment & { kind: 'held'; heldFor: HeldFor; passage: string | null }
export type ReportedComment = WaitingComment & { kind: 'reports'; reports: number; grounds: BrokenRule[] }
export type Queued = HeldComment | ReportedComment | { kind: 'organisations' | 'proposals'; id: string; title: string; since: Date; own: boolean }

const shownAtMost = 100

/**
 * All that waits for a moderator: first what nobody can read until then, then what waits longest and what many have
 * reported.
 * @returns at most 100 held and 100 reported comments, and how many of each kind wait; nothing for whoever is no moderator
 */
export async function listQueue(viewer: Viewer): Promise<{ items: Queued[]; counts: Record<QueueKind, number> }> {
  if (!viewer || !isModerator(viewer)) return { items: [], counts: { held: 0, reports: 0, organisations: 0, proposals: 0 } }
  const [held, heldCount, reported, [total], organisations, proposals] = await Promise.all([
    listHeld(viewer),
    db.$count(comments, eq(comments.state, 'held')),
    listReported(viewer),
    db.select({ comments: sql<number>`count(distinct ${reports.commentId})::int` }).from(reports).innerJoin(comments, eq(comments.id, reports.commentId)).where(waitingReport),
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
    items: [...held, ...items.sort((a, b) => urgent(a) - urgent(b))],
    counts: { held: heldCount, reports: total!.comments, organisations: organisations.length, proposals: proposals.length },
  }
}

/** One that is held and reported waits once, as held. */
const waitingReport = and(isNull(reports.decisionId), ne(comments.state, 'held'))

async function listHeld(viewer: NonNullable<Viewer>): Promise<HeldComment[]> {
  const rows = await aboutComments(viewer).where(eq(comments.state, 'held')).orderBy(asc(comments.heldAt)).limit(shownAtMost)
  return rows.map(({ heldAt, heldFor, ...row }) => ({ kind: 'held', ...row, since: heldAt!, heldFor: heldFor!, passage: passageOf(row.body, heldFor!, houseRules()) }))
}

const aboutComments = (viewer: NonNullable<Viewer>) =>
  db
    .select({
      id: comments.id,
      threadId: comments.threadId,
      body: comments.body,
      author: people.name,
      heldAt: comments.heldAt,
      heldFor: comments.heldFor,
      own: sql<boolean>`${comments.authorId} = ${viewer.id} or ${organisationMembers.personId} is not null`,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisationMembers, and(eq(organisationMembers.organisationId, comments.organisationId), eq(organisationMembers.personId, viewer.id)))
    .$dynamic()

async function listReported(viewer: NonNullable<Viewer>): Promise<ReportedComment[]> {
  const waiting = await db
    .select({
      id: reports.commentId,
      reports: sql<number>`count(*)::int`,
      since: sql<Date>`min(${reports.at})`.mapWith(reports.at),
      grounds: sql<BrokenRule[]>`array_agg(distinct ${reports.ground})`,
    })
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId))
    .where(waitingReport)
    .groupBy(reports.commentId)
    .orderBy(asc(sql`min(${reports.at}) - (count(*) - 1) * interval '1 day'`))
    .limit(shownAtMost)
  if (!waiting.length) return []
  const rows = await aboutComments(viewer).where(inArray(comments.id, waiting.map(({ id }) => id)))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return waiting.map((report) => {
    const { heldAt: _, heldFor: __, ...row } = byId.get(report.id)!
    return { kind: 'reports', ...row, ...report }
  })
}
