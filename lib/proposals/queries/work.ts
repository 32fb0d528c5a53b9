import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { objectionTo, type Objection } from '../../policy'
import { dueOf, type Due } from '../deadlines'
import { canSeeDesk, mayDecideAppeal, mayMove, mayPrepare, type ProposalState, type Standing } from '../life-cycle'
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

/** All that waits for the office in the call, the most urgent first; empty for whoever has no place at the desk. */
export async function listWork(viewer: Viewer): Promise<Work[]> {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return []
  const rows = await db
    .select({
      id: proposals.id,
      title: sql<string>`${proposals.content} ->> 'title'`,
      organisation: organisations.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      state: proposals.state,
      stateAt: proposals.stateAt,
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
    .where(or(inArray(proposals.state, ['submitted', 'returned', 'published']), and(eq(proposals.state, 'rejected'), isNotNull(proposalAppeals.appealedAt), isNull(proposalAppeals.decidedAt))))
  return rows
    .map(({ id, title, organisation, stateAt, outcome, reason, preparedAt, preparedVersion, ...row }) => {
      const standing = { ...row, current: true }
      const due = dueOf({ ...row, stateAt })
      const prepared = outcome && { outcome, reason: reason!, at: preparedAt!, outdated: preparedVersion !== row.version }
      return { id, title, organisation, state: row.state, since: row.appealedAt && row.state === 'rejected' ? row.appealedAt : stateAt, due, prepared, remarksUnanswered: row.remarksUnanswered, ...taskOf(viewer, standing) }
    })
    .toSorted((a, b) => (a.due?.until ?? '9').localeCompare(b.due?.until ?? '9') || a.since.getTime() - b.since.getTime())
}

function taskOf(viewer: NonNullable<Viewer>, standing: Standing): { kind: WorkKind; objection: Objection } {
  if (standing.state === 'submitted') return { kind: 'check', objection: mayMove('publish')(viewer, standing) }
  if (standing.state === 'returned') return { kind: 'returned', objection: mayMove('reject')(viewer, standing) }
  if (standing.state === 'published') return { kind: 'decide', objection: mayPrepare(viewer, standing) }
  return { kind: 'appeals', objection: mayDecideAppeal(viewer, { ...standing, appeal: 'waiting', appealOver: false }) }
}
