import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { objectionTo } from '../../policy'
import { canSeeDesk } from '../life-cycle'
import { isOwn, standingColumns } from '../standing'
import { proposalDecisions, proposals } from '../tables'
import { getAppeal, isMember, listMoves } from './moves'
import { listTasksNamed } from './published'

/**
 * Proposals that wait for a decision, oldest first; empty for whoever may not decide. `own` ones are for somebody else.
 * @param ids these alone
 */
export async function listWaiting(viewer: Viewer, ids?: readonly string[]): Promise<{ id: string; title: string; organisation: string; submittedAt: Date; own: boolean }[]> {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return []
  return db
    .select({ id: proposals.id, title: sql<string>`${proposals.content} ->> 'title'`, organisation: organisations.name, submittedAt: proposals.stateAt, own: isOwn(viewer) })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposals.state, 'submitted'), ids && inArray(proposals.id, [...ids])))
    .orderBy(proposals.stateAt)
}

/** What was sent in and all that happened to it, for the desk only; null for everybody else, and for drafts. */
export async function getForDesk(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id) || objectionTo(canSeeDesk, viewer, null)) return null
  const [proposal] = await db
    .select({
      id: proposals.id,
      state: proposals.state,
      stateAt: proposals.stateAt,
      completeBy: proposals.completeBy,
      version: proposals.version,
      mergedIntoId: proposals.mergedIntoId,
      ...standingColumns(viewer),
      slug: proposals.slug,
      content: proposals.content,
      organisation: { name: organisations.name, slug: organisations.slug },
      createdBy: people.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      isMember: isMember(viewer),
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(people, eq(people.id, proposals.createdById))
    .where(eq(proposals.id, id))
  if (!proposal?.content) return null
  const [tasks, moves, appeal, [decision], [mergedInto]] = await Promise.all([
    listTasksNamed(viewer, proposal.content.tasks),
    listMoves(viewer, id),
    getAppeal(viewer, id),
    db.select({ outcome: proposalDecisions.outcome, reason: proposalDecisions.reason, version: proposalDecisions.version, preparedAt: proposalDecisions.preparedAt }).from(proposalDecisions).where(and(eq(proposalDecisions.proposalId, id), isNull(proposalDecisions.publishedAt))),
    db.select({ slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'` }).from(proposals).where(eq(proposals.id, proposal.mergedIntoId ?? sql`null`)),
  ])
  return { ...proposal, content: proposal.content, tasks, moves, appeal, prepared: decision ?? null, mergedInto: mergedInto ?? null }
}
