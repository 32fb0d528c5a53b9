import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../db'
import type { db } from '../db'
import { proposalMoves, proposals } from '../proposals/tables'
import { resultOf, type Criterion, type Result } from './card'
import { assessments, assessors, cardPoints, cards, criteria, criteriaSets } from './tables'

/** Today on the city's calendar. */
export const cityToday = sql`(now() at time zone 'Europe/Warsaw')::date`

type Reader = Tx | typeof db

/** How a proposal is meant; those from before there were modes are ideas. */
export const modeOf = sql<string>`coalesce(${proposals.content} ->> 'mode', 'idea')`

// Nested, here and where else a column stands in a subquery: alone in a select of one table Drizzle leaves out the table's name.
/** Which assessment of a proposal runs: the first, or one more for each appeal that led to another. */
export const currentRound: SQL<number> = sql<number>`${sql`(1 + (select count(*) from ${proposalMoves} where ${proposalMoves.proposalId} = ${proposals.id} and ${proposalMoves.move} = 'reassess'))::int`}`

/** The criteria by which a proposal is assessed: those it began with, else those that are valid today. */
export async function setOf(reader: Reader, proposalId: string, round = currentRound): Promise<{ id: string; apartPercent: number; days: number } | undefined> {
  const columns = { id: criteriaSets.id, apartPercent: criteriaSets.apartPercent, days: criteriaSets.days }
  const [begun] = await reader
    .select(columns)
    .from(assessments)
    .innerJoin(proposals, eq(proposals.id, assessments.proposalId))
    .innerJoin(criteriaSets, eq(criteriaSets.id, assessments.setId))
    .where(and(eq(assessments.proposalId, proposalId), eq(assessments.round, round)))
  if (begun) return begun
  const [valid] = await reader
    .select(columns)
    .from(proposals)
    .innerJoin(criteriaSets, sql`${criteriaSets.mode} = ${modeOf}`)
    .where(and(eq(proposals.id, proposalId), lte(criteriaSets.validFrom, cityToday)))
    .orderBy(desc(criteriaSets.validFrom))
    .limit(1)
  return valid
}

export type CriterionSaid = Criterion & { name: string; hint: string; nameEn: string | null; hintEn: string | null }
export const listCriteriaOf = (reader: Reader, setId: string): Promise<CriterionSaid[]> =>
  reader
    .select({ id: criteria.id, name: criteria.name, hint: criteria.hint, nameEn: criteria.nameEn, hintEn: criteria.hintEn, most: criteria.most, weight: criteria.weight })
    .from(criteria)
    .where(eq(criteria.setId, setId))
    .orderBy(asc(criteria.position))

export type Handed = { assessorId: string; personId: string; place: number; submittedAt: Date; version: number; lines: { criterionId: string; points: number; reason: string }[] }

/**
 * The cards that count for proposals: handed in by whoever holds a place, by place. Whether the asker may see them is
 * for the caller to say.
 * @param round of each proposal, as a column of `proposals` knows it
 */
export async function handedIn(reader: Reader, proposalIds: readonly string[], round = currentRound): Promise<Map<string, Handed[]>> {
  const byProposal = new Map<string, Handed[]>()
  if (!proposalIds.length) return byProposal
  const rows = await reader
    .select({ proposalId: assessors.proposalId, assessorId: assessors.id, personId: assessors.personId, place: assessors.place, submittedAt: sql<Date>`${cards.submittedAt}`.mapWith(cards.submittedAt), version: sql<number>`${cards.version}`, criterionId: cardPoints.criterionId, points: cardPoints.points, reason: cardPoints.reason })
    .from(assessors)
    .innerJoin(proposals, eq(proposals.id, assessors.proposalId))
    .innerJoin(cards, eq(cards.assessorId, assessors.id))
    .innerJoin(cardPoints, eq(cardPoints.assessorId, assessors.id))
    .innerJoin(criteria, eq(criteria.id, cardPoints.criterionId))
    .where(and(inArray(assessors.proposalId, [...proposalIds]), eq(assessors.round, round), isNull(assessors.freedAt), isNotNull(cards.submittedAt)))
    .orderBy(asc(assessors.place), asc(criteria.position))
  for (const { proposalId, criterionId, points, reason, ...card } of rows) {
    const cardsOf = byProposal.get(proposalId) ?? []
    byProposal.set(proposalId, cardsOf)
    let handed = cardsOf.find(({ assessorId }) => assessorId === card.assessorId)
    if (!handed) cardsOf.push((handed = { ...card, lines: [] }))
    handed.lines.push({ criterionId, points, reason })
  }
  return byProposal
}

/** What has come of a proposal's cards so far. */
export async function resultSoFar(reader: Reader, proposalId: string): Promise<Result | null> {
  const set = await setOf(reader, proposalId)
  if (!set) return null
  const [items, cardsIn] = [await listCriteriaOf(reader, set.id), await handedIn(reader, [proposalId])]
  return resultOf((cardsIn.get(proposalId) ?? []).map(({ lines }) => lines), items, set.apartPercent)
}
