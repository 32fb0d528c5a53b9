import { and, count, eq, inArray, sql } from 'drizzle-orm'
import { db } from '../../db'
import { isUuid } from '../../ids'
import type { Viewer } from '../../person'
import type { ProposalState } from '../../proposals/life-cycle'
import { isPublic } from '../../proposals/public'
import { proposals } from '../../proposals/tables'
import { resultOf } from '../card'
import { withoutName } from '../seen'
import { currentRound, handedIn, listCriteriaOf, setOf } from '../standing'
import { assessors } from '../tables'

/** A proposal whose decision is published is in one of these, until it is assessed anew. */
const decided: readonly ProposalState[] = ['accepted', 'rejected', 'inProgress', 'reported', 'completed']

/**
 * How a proposal was assessed: criteria, points and reasons of each card, never whose; for everyone, once the decision
 * is published, since everyone may ask for its reasons (art. 15 ust. 2i of the act on public benefit work).
 * @returns null before that, and where nothing was assessed; `before`: it is being assessed anew after an appeal
 */
export async function getOutcome(_viewer: Viewer, proposalId: string) {
  if (!isUuid(proposalId)) return null
  const [proposal] = await db.select({ state: proposals.state, version: proposals.version, round: currentRound }).from(proposals).where(and(eq(proposals.id, proposalId), isPublic))
  if (!proposal) return null
  const before = !decided.includes(proposal.state)
  const round = sql<number>`${before ? proposal.round - 1 : proposal.round}::int`
  const [set, handed] = await Promise.all([setOf(db, proposalId, round), handedIn(db, [proposalId], round)])
  const cards = handed.get(proposalId)
  if (!set || !cards) return null
  const [criteria, [excluded]] = await Promise.all([
    listCriteriaOf(db, set.id),
    db.select({ conflicts: count() }).from(assessors).where(and(eq(assessors.proposalId, proposalId), eq(assessors.round, round), inArray(assessors.declaration, ['own', 'related']))),
  ])
  return { before, version: proposal.version, criteria, apartPercent: set.apartPercent, result: resultOf(cards.map(({ lines }) => lines), criteria, set.apartPercent), cards: cards.map(withoutName), conflicts: excluded!.conflicts }
}

export type Outcome = NonNullable<Awaited<ReturnType<typeof getOutcome>>>
