import { and, asc, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { objectionTo, type Objection } from '../../policy'
import { dueOf, type Due } from '../deadlines'
import { canSeeDesk, isCoordinator, mayDecideAppeal, mayMove, mayPrepare, type ProposalState, type Standing } from '../life-cycle'
import { standingColumns } from '../standing'
import { proposalAppeals, proposalDecisions, proposals } from '../tables'
import { isMember } from './moves'

/** What the office has to do next: the formal check, waiting for a completion, a decision, an answer to an appeal. */
export const workKinds = ['check', 'returned', 'decide', 'appeals'] as const
export type WorkKind = (typeof workKinds)[number]
export type Work = {
  id: string
  kind: WorkKind
  title: string
  organisation: string
  state: ProposalState
  since: Date
  due: Due | null
  /** Why the viewer may not do it; null when it waits for them. */
  objection: Objection
  remarksUnanswered: number
  prepared: { outcome: 'accepted' | 'rejected'; reason: string; at: Date; outdated: boolean } | null
}
/** A page of one kind, the most urgent first; `next` is the place that the following page begins after, null on the last one. */
export type WorkPage = { items: Work[]; total: number; next: string | null }

export const workAtOnce = 50
/** As many as may be published together. */
const preparedAtOnce = 200

const ofKind: Record<WorkKind, SQL> = {
  check: sql`${proposals.state} = 'submitted'`,
  returned: sql`${proposals.state} = 'returned'`,
  decide: sql`${proposals.state} = 'published'`,
  appeals: sql`${proposals.state} = 'rejected' and ${proposalAppeals.appealedAt} is not null and ${proposalAppeals.decidedAt} is null`,
}
/** Since when it waits, in microseconds, so that no two instants are taken for one. */
const waitsSince = sql<string>`(extract(epoch from case when ${proposals.state} = 'rejected' then ${proposalAppeals.appealedAt} else ${proposals.stateAt} end) * 1000000)::bigint`

/**
 * What waits for the office in the call, of one kind: those that have waited longest, and of these the most urgent first.
 * Empty for whoever has no place at the desk.
 * @param after `next` of the page before; anything else begins anew
 */
export async function listWork(viewer: Viewer, kind: WorkKind, after?: string): Promise<WorkPage> {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return { items: [], total: 0, next: null }
  const [total, rows] = await Promise.all([countOf(viewer, kind), rowsOf(viewer, and(ofKind[kind], beyond(after)), workAtOnce + 1)])
  const shown = rows.slice(0, workAtOnce)
  const last = shown.at(-1)
  const items = shown.map((row) => workOf(viewer, row)).toSorted((a, b) => (a.due?.until ?? '9').localeCompare(b.due?.until ?? '9') || a.since.getTime() - b.since.getTime())
  return { items, total, next: rows.length > workAtOnce && last ? `${last.waitsSince}.${last.id}` : null }
}

/** Proposals with a prepared decision, for whoever publishes them: as many as can be published together. */
export async function listPrepared(viewer: Viewer): Promise<Work[]> {
  if (!viewer || objectionTo(isCoordinator, viewer, null)) return []
  return (await rowsOf(viewer, and(ofKind.decide, isNotNull(proposalDecisions.id)), preparedAtOnce)).map((row) => workOf(viewer, row))
}

function beyond(after: string | undefined): SQL | undefined {
  const [micros = '', id] = (after ?? '').split('.')
  return /^\d{1,17}$/.test(micros) && isUuid(id) ? gt(sql`(${waitsSince}, ${proposals.id})`, sql`(${micros}::bigint, ${id}::uuid)`) : undefined
}

async function countOf(_viewer: NonNullable<Viewer>, kind: WorkKind): Promise<number> {
  const [found] = await db.select({ count: sql<number>`count(*)::int` }).from(proposals).leftJoin(proposalAppeals, eq(proposalAppeals.proposalId, proposals.id)).where(ofKind[kind])
  return found!.count
}

const rowsOf = (viewer: NonNullable<Viewer>, which: SQL | undefined, limit: number) =>
  db
    .select({
      id: proposals.id,
      title: sql<string>`${proposals.content} ->> 'title'`,
      organisation: organisations.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      state: proposals.state,
      stateAt: proposals.stateAt,
      waitsSince,
      completeBy: proposals.completeBy,
      version: proposals.version,
      isMember: isMember(viewer),
      ...standingColumns(viewer),
      appealedAt: proposalAppeals.appealedAt,
      appealDecidedAt: proposalAppeals.decidedAt,
      outcome: proposalDecisions.outcome,
      reason: proposalDecisions.reason,
      preparedAt: proposalDecisions.preparedAt,
      preparedVersion: proposalDecisions.version,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(proposalAppeals, eq(proposalAppeals.proposalId, proposals.id))
    .leftJoin(proposalDecisions, and(eq(proposalDecisions.proposalId, proposals.id), isNull(proposalDecisions.publishedAt)))
    .where(which)
    .orderBy(asc(waitsSince), asc(proposals.id))
    .limit(limit)

function workOf(viewer: NonNullable<Viewer>, { id, title, organisation, stateAt, outcome, reason, preparedAt, preparedVersion, ...row }: Awaited<ReturnType<typeof rowsOf>>[number]): Work {
  const due = dueOf({ ...row, stateAt })
  const prepared = outcome && { outcome, reason: reason!, at: preparedAt!, outdated: preparedVersion !== row.version }
  return { id, title, organisation, state: row.state, since: row.appealedAt && row.state === 'rejected' ? row.appealedAt : stateAt, due, prepared, remarksUnanswered: row.remarksUnanswered, ...taskOf(viewer, { ...row, current: true }) }
}

function taskOf(viewer: NonNullable<Viewer>, standing: Standing): { kind: WorkKind; objection: Objection } {
  if (standing.state === 'submitted') return { kind: 'check', objection: mayMove('publish')(viewer, standing) }
  if (standing.state === 'returned') return { kind: 'returned', objection: mayMove('reject')(viewer, standing) }
  if (standing.state === 'published') return { kind: 'decide', objection: mayPrepare(viewer, standing) }
  return { kind: 'appeals', objection: mayDecideAppeal(viewer, { ...standing, appeal: 'waiting', appealOver: false }) }
}
