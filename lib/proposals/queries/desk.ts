import { eq, or, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Person, Viewer } from '../../person'
import { objectionTo } from '../../policy'
import { canSeeDesk } from '../life-cycle'
import { standingColumns } from '../standing'
import { proposalMoves, proposals } from '../tables'
import { isMember, listMoves } from './moves'
import { listTasksNamed } from './published'

/** Proposals that wait for a decision, oldest first; empty for whoever may not decide. `own` ones are for somebody else. */
export async function listWaiting(viewer: Viewer): Promise<{ id: string; title: string; organisation: string; submittedAt: Date; own: boolean }[]> {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return []
  const submittedAt = sql<Date>`(select max(${proposalMoves.at}) from ${proposalMoves} where ${proposalMoves.proposalId} = ${proposals.id})`.mapWith(proposalMoves.at)
  return db
    .select({ id: proposals.id, title: sql<string>`${proposals.content} ->> 'title'`, organisation: organisations.name, submittedAt, own: isOwn(viewer) })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(eq(proposals.state, 'submitted'))
    .orderBy(submittedAt)
}

/** What was sent in and all that happened to it, for moderators only; null for everybody else, and for drafts. */
export async function getForDesk(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id) || objectionTo(canSeeDesk, viewer, null)) return null
  const [proposal] = await db
    .select({
      id: proposals.id,
      state: proposals.state,
      stateAt: proposals.stateAt,
      completeBy: proposals.completeBy,
      version: proposals.version,
      ...standingColumns(viewer),
      slug: proposals.slug,
      content: proposals.content,
      organisation: { name: organisations.name, slug: organisations.slug },
      createdBy: people.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      isMember: isMember(viewer),
      isOwn: isOwn(viewer),
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(people, eq(people.id, proposals.createdById))
    .where(eq(proposals.id, id))
  if (!proposal?.content) return null
  const [tasks, moves] = await Promise.all([listTasksNamed(viewer, proposal.content.tasks), listMoves(viewer, id)])
  return { ...proposal, content: proposal.content, tasks, moves }
}

const isOwn = (viewer: Person) => sql<boolean>`${or(isMember(viewer), eq(proposals.createdById, viewer.id))!}`
