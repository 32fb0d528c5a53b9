import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { isCoordinator } from '../../proposals/life-cycle'
import { proposals } from '../../proposals/tables'
import { resultOf } from '../card'
import { isOwn } from '../held'
import { assesses } from '../rules'
import { cityToday, currentRound, handedIn, listCriteriaOf } from '../standing'
import { assessments, assessors, cards, departments, forwardings } from '../tables'

export type Step = 'declare' | 'write' | 'submitted' | 'conflict' | 'freed' | 'decided'
const doneAtMost = 50
const title = sql<string>`${proposals.content} ->> 'title'`

const step = sql<Step>`case
  when ${assessors.declaration} in ('own', 'related') then 'conflict'
  when ${assessors.freedAt} is not null then 'freed'
  when ${cards.submittedAt} is not null then 'submitted'
  when ${proposals.state} <> 'published' or ${assessors.round} <> ${currentRound} then 'decided'
  when ${assessors.declaration} is null then 'declare'
  else 'write' end`

/** What waits for the viewer, the most urgent first, and the newest of what they are done with. */
export async function listMine(viewer: Viewer) {
  if (!viewer?.roles.includes('official')) return { waiting: [], done: [], doneTotal: 0 }
  const rows = await db
    .select({ id: assessors.id, title, organisation: organisations.name, dueOn: assessors.dueOn, overdue: sql<boolean>`${assessors.dueOn} < ${cityToday}`, step })
    .from(assessors)
    .innerJoin(proposals, eq(proposals.id, assessors.proposalId))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(cards, eq(cards.assessorId, assessors.id))
    .where(eq(assessors.personId, viewer.id))
    .orderBy(asc(assessors.dueOn), asc(assessors.id))
  const waits = (each: { step: Step }) => each.step === 'declare' || each.step === 'write'
  const done = rows.filter((each) => !waits(each)).toReversed()
  return { waiting: rows.filter(waits), done: done.slice(0, doneAtMost), doneTotal: done.length }
}

export const stages = ['unassigned', 'apart', 'waiting', 'ready'] as const
export type Stage = (typeof stages)[number]

/** Every proposal that is open to assessment, by what it waits for; for whoever leads the call. `own` ones are for somebody else. */
export async function listCalls(viewer: Viewer) {
  if (!viewer || isCoordinator(viewer, null)) return []
  const open = await db
    .select({ id: proposals.id, title, organisation: organisations.name, publishedAt: proposals.publishedAt, setId: assessments.setId, apartPercent: sql<number | null>`(select apart_percent from criteria_sets where id = ${assessments.setId})`, own: isOwn(viewer.id) })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(assessments, and(eq(assessments.proposalId, proposals.id), eq(assessments.round, currentRound)))
    .where(eq(proposals.state, 'published'))
    .orderBy(asc(proposals.publishedAt))
  const ids = open.map(({ id }) => id)
  if (!ids.length) return []
  const [held, handed, sets] = await Promise.all([
    db
      .select({ proposalId: assessors.proposalId, place: assessors.place, late: sql<boolean>`${assessors.dueOn} < ${cityToday} and ${cards.submittedAt} is null` })
      .from(assessors)
      .innerJoin(proposals, eq(proposals.id, assessors.proposalId))
      .leftJoin(cards, eq(cards.assessorId, assessors.id))
      .where(and(inArray(assessors.proposalId, ids), eq(assessors.round, currentRound), isNull(assessors.freedAt))),
    handedIn(db, ids),
    Promise.all([...new Set(open.flatMap(({ setId }) => setId ?? []))].map(async (setId) => [setId, await listCriteriaOf(db, setId)] as const)),
  ])
  const criteriaOf = new Map(sets)
  return open.map(({ setId, apartPercent, ...proposal }) => {
    const places = held.filter(({ proposalId }) => proposalId === proposal.id)
    const cardsIn = handed.get(proposal.id) ?? []
    const { wants } = resultOf(cardsIn.map(({ lines }) => lines), criteriaOf.get(setId ?? '') ?? [], apartPercent ?? 100)
    const wanted = wants === 'third' || places.length > 2 ? 3 : 2
    const stage: Stage = places.length >= wanted ? (cardsIn.length >= wanted ? 'ready' : 'waiting') : wanted === 3 ? 'apart' : 'unassigned'
    return { ...proposal, stage, handed: cardsIn.length, wanted, late: places.filter(({ late }) => late).length }
  })
}

/** What departments were asked and have not answered yet, the most urgent first; for the office. */
export async function listForwarded(viewer: Viewer) {
  if (!viewer || assesses(viewer, null)) return []
  return db
    .select({ id: forwardings.id, proposalId: proposals.id, title, organisation: organisations.name, department: departments.name, departmentEn: departments.nameEn, dueOn: forwardings.dueOn, overdue: sql<boolean>`${forwardings.dueOn} < ${cityToday}` })
    .from(forwardings)
    .innerJoin(departments, eq(departments.code, forwardings.department))
    .innerJoin(proposals, eq(proposals.id, forwardings.proposalId))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(isNull(forwardings.returnedAt))
    .orderBy(asc(forwardings.dueOn))
}
