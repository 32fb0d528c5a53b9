import { and, asc, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people, roleGrants } from '../../accounts/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Person, Viewer } from '../../person'
import { isCoordinator } from '../../proposals/life-cycle'
import { proposals } from '../../proposals/tables'
import { resultOf } from '../card'
import { isOwn } from '../held'
import { assesses } from '../rules'
import { cardsSeen } from '../seen'
import { cityToday, currentRound, handedIn, listCriteriaOf, setOf } from '../standing'
import { assessors, cards, departments, forwardings } from '../tables'

/**
 * A proposal as the office assesses it. Whoever leads the call sees who assesses and, once they may, the cards and what
 * comes of them; other officials what departments were asked. Null for everybody else, and for drafts.
 */
export async function getAtTheOffice(viewer: Viewer, proposalId: string) {
  if (!viewer || assesses(viewer, null) || !isUuid(proposalId)) return null
  const [proposal] = await db
    .select({ id: proposals.id, title: sql<string>`${proposals.content} ->> 'title'`, slug: proposals.slug, organisation: organisations.name, state: proposals.state, version: proposals.version, isOwn: isOwn(viewer.id) })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposals.id, proposalId), ne(proposals.state, 'draft')))
  if (!proposal) return null
  const leads = !isCoordinator(viewer, null) && !proposal.isOwn
  const [lead, asked] = await Promise.all([leads ? getLead(viewer, proposalId) : null, proposal.isOwn ? [] : listForwardings(viewer, proposalId)])
  return { ...proposal, lead, forwardings: asked }
}

/** Who assesses a proposal now, and what has come of it, as far as the viewer may see. */
async function getLead(viewer: Person, proposalId: string) {
  const [set, handedAll, seats] = await Promise.all([setOf(db, proposalId), handedIn(db, [proposalId]), listSeats(proposalId)])
  if (!set) return null
  const criteria = await listCriteriaOf(db, set.id)
  const handed = handedAll.get(proposalId) ?? []
  const mine = seats.find(({ personId }) => personId === viewer.id)
  const cardsShown = cardsSeen(handed, mine && { ...mine, freed: !!mine.freedAt, submitted: !!mine.submittedAt })
  const result = resultOf(handed.map(({ lines }) => lines), criteria, set.apartPercent)
  const live = seats.filter(({ freedAt }) => !freedAt)
  const free = ([1, 2, 3] as const).find((place) => !live.some((seat) => seat.place === place))
  return { seats, criteria, apartPercent: set.apartPercent, days: set.days, cards: cardsShown, result: cardsShown.length ? result : null, nextPlace: free === 3 && result.wants !== 'third' ? null : (free ?? null) }
}

const listSeats = (proposalId: string) =>
  db
    .select({ id: assessors.id, personId: assessors.personId, place: assessors.place, name: people.name, dueOn: assessors.dueOn, overdue: sql<boolean>`${assessors.dueOn} < ${cityToday} and ${cards.submittedAt} is null and ${assessors.freedAt} is null`, declaration: assessors.declaration, words: assessors.words, freedAt: assessors.freedAt, freedReason: assessors.freedReason, submittedAt: cards.submittedAt })
    .from(assessors)
    .innerJoin(proposals, eq(proposals.id, assessors.proposalId))
    .innerJoin(people, eq(people.id, assessors.personId))
    .leftJoin(cards, eq(cards.assessorId, assessors.id))
    .where(and(eq(assessors.proposalId, proposalId), eq(assessors.round, currentRound)))
    .orderBy(asc(assessors.place), asc(assessors.id))

async function listForwardings(_viewer: Person, proposalId: string) {
  const [sender, returner] = [alias(people, 'sender'), alias(people, 'returner')]
  return db
    .select({ id: forwardings.id, department: departments.name, departmentEn: departments.nameEn, note: forwardings.note, dueOn: forwardings.dueOn, overdue: sql<boolean>`${forwardings.dueOn} < ${cityToday} and ${forwardings.returnedAt} is null`, forwardedAt: forwardings.forwardedAt, forwardedBy: sender.name, returnedAt: forwardings.returnedAt, returnNote: forwardings.returnNote, returnedBy: returner.name })
    .from(forwardings)
    .innerJoin(departments, eq(departments.code, forwardings.department))
    .innerJoin(sender, eq(sender.id, forwardings.forwardedById))
    .leftJoin(returner, eq(returner.id, forwardings.returnedById))
    .where(eq(forwardings.proposalId, proposalId))
    .orderBy(asc(forwardings.id))
}

/**
 * Whom a coordinator may assign to a proposal, with how many cards they have yet to hand in; the least busy first. Addresses
 * are nobody's business here: only where a name is missing or not one person's, what stands before the @ tells them apart.
 */
export async function listCandidates(viewer: Viewer, proposalId: string): Promise<{ id: string; name: string; waiting: number }[]> {
  if (!viewer || isCoordinator(viewer, null) || !isUuid(proposalId)) return []
  const waiting = sql<number>`(select count(*) from ${assessors} a join ${proposals} p on p.id = a.proposal_id left join ${cards} c on c.assessor_id = a.id where a.person_id = ${people.id} and a.freed_at is null and c.submitted_at is null and p.state = 'published')::int`
  const namesake = sql`exists (select from people other join role_grants granted on granted.person_id = other.id and granted.role = 'official' where other.name = ${people.name} and other.id <> ${people.id})`
  const name = sql<string>`concat_ws(', ', ${people.name}, case when ${people.name} is null or ${namesake} then split_part(${people.email}, '@', 1) end)`
  return db
    .select({ id: people.id, name, waiting })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, 'official')))
    .innerJoin(proposals, eq(proposals.id, proposalId))
    .where(and(isNull(people.erasedAt), ne(people.id, viewer.id), sql`not ${isOwn(sql`${people.id}`)}`, notExists(db.select({ one: sql`1` }).from(assessors).where(and(eq(assessors.proposalId, proposalId), eq(assessors.personId, people.id))))))
    .orderBy(waiting, sql`${people.name} collate "pl-x-icu"`)
}

/** The departments that can be asked, by name. */
export async function listDepartments(viewer: Viewer) {
  if (!viewer || assesses(viewer, null)) return []
  return db.select({ code: departments.code, name: departments.name, nameEn: departments.nameEn }).from(departments).where(isNull(departments.closedAt)).orderBy(sql`${departments.name} collate "pl-x-icu"`)
}
