import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import type { ProposalContent } from '../../proposals/content'
import { listTasksNamed } from '../../proposals/queries/published'
import { proposals } from '../../proposals/tables'
import { isOwn } from '../held'
import type { Seat } from '../rules'
import { cardsSeen } from '../seen'
import { currentRound, handedIn, listCriteriaOf, setOf } from '../standing'
import { assessors, cards } from '../tables'

/**
 * An assessor's own place: what they are asked for, and, once they have declared that there is no conflict, the sheet:
 * the proposal, its criteria and their card. Null for everybody else.
 */
export async function getSheet(viewer: Viewer, assessorId: string) {
  if (!viewer?.roles.includes('official') || !isUuid(assessorId)) return null
  const [row] = await db
    .select({
      id: assessors.id,
      proposalId: assessors.proposalId,
      slug: sql<string>`${proposals.slug}`,
      content: sql<ProposalContent>`${proposals.content}`.mapWith(proposals.content),
      organisation: organisations.name,
      state: proposals.state,
      isOwn: isOwn(viewer.id),
      dueOn: assessors.dueOn,
      declaration: assessors.declaration,
      freedAt: assessors.freedAt,
      freedReason: assessors.freedReason,
      round: assessors.round,
      place: assessors.place,
      currentRound,
      typed: cards.typed,
      savedAt: cards.savedAt,
      submittedAt: cards.submittedAt,
    })
    .from(assessors)
    .innerJoin(proposals, eq(proposals.id, assessors.proposalId))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(cards, eq(cards.assessorId, assessors.id))
    .where(and(eq(assessors.id, assessorId), eq(assessors.personId, viewer.id)))
  if (!row) return null
  const { content, freedAt, declaration, submittedAt, place, round, currentRound: now, typed, savedAt, ...shown } = row
  const seat: Seat = { state: row.state, isOwn: row.isOwn, isMine: true, declaration, freed: !!freedAt || round !== now, submitted: !!submittedAt }
  const about = { ...shown, title: content.title, seat }
  if (declaration !== 'none' || freedAt) return { ...about, sheet: null }
  const ofItsRound = sql<number>`${round}::int`
  const [set, handed, tasks] = await Promise.all([setOf(db, row.proposalId, ofItsRound), handedIn(db, [row.proposalId], ofItsRound), listTasksNamed(viewer, content.tasks)])
  const criteria = set ? await listCriteriaOf(db, set.id) : []
  const others = cardsSeen(handed.get(row.proposalId) ?? [], seat)
  return { ...about, sheet: { place, content, tasks, criteria, apartPercent: set?.apartPercent ?? 100, typed: typed ?? [], savedAt, submittedAt, others } }
}
