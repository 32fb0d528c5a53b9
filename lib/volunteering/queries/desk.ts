import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { actsFor } from '../../organisations/speaking'
import { organisationMembers, organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { proposals } from '../../proposals/tables'
import { wantsPeople } from '../held'
import { isAtTheDesk } from '../rules'
import { volunteerCalls, volunteerShifts, volunteerSignUps } from '../tables'
import { listShifts } from './public'

/** A call with all that its organisers may change; null for everybody else. `organises` is false for the desk, which may only close it. */
export async function getCallToManage(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id)) return null
  const [call] = await db
    .select({
      id: volunteerCalls.id,
      role: volunteerCalls.role,
      duties: volunteerCalls.duties,
      place: volunteerCalls.place,
      district: volunteerCalls.district,
      minAge: volunteerCalls.minAge,
      term: volunteerCalls.term,
      conditions: volunteerCalls.conditions,
      organisation: organisations.name,
      closed: sql<boolean>`${volunteerCalls.closedAt} is not null`,
      closedReason: volunteerCalls.closedReason,
      organises: actsFor(volunteerCalls.organisationId, viewer.id),
    })
    .from(volunteerCalls)
    .innerJoin(organisations, eq(organisations.id, volunteerCalls.organisationId))
    .where(eq(volunteerCalls.id, id))
  return call && (call.organises || isAtTheDesk(viewer)) ? call : null
}

/** Who signed up, by shift and in order: those with a place, then those who wait. For those who act for the organisation alone. */
export async function listVolunteers(viewer: Viewer, callId: string) {
  if (!viewer || !isUuid(callId)) return []
  const [shifts, signedUp] = await Promise.all([
    listShifts(viewer, callId),
    db
      .select({
        id: volunteerSignUps.id,
        shiftId: volunteerSignUps.shiftId,
        name: people.name,
        minor: volunteerSignUps.minor,
        note: volunteerSignUps.note,
        confirmed: sql<boolean>`${volunteerSignUps.confirmedAt} is not null`,
        minutes: volunteerSignUps.minutes,
        oneself: sql<boolean>`${volunteerSignUps.personId} = ${viewer.id}`,
      })
      .from(volunteerSignUps)
      .innerJoin(volunteerShifts, eq(volunteerShifts.id, volunteerSignUps.shiftId))
      .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
      .innerJoin(people, eq(people.id, volunteerSignUps.personId))
      .where(and(eq(volunteerCalls.id, callId), isNull(volunteerSignUps.cancelledAt), actsFor(volunteerCalls.organisationId, viewer.id)))
      .orderBy(sql`${volunteerSignUps.confirmedAt} is null`, asc(volunteerSignUps.number)),
  ])
  return shifts.map((shift) => ({ ...shift, people: signedUp.filter(({ shiftId }) => shiftId === shift.id) }))
}

/** The calls of the viewer's organisations, the newest first; for the account page. */
export async function listOwnCalls(viewer: Viewer) {
  if (!viewer) return []
  return db
    .select({ id: volunteerCalls.id, role: volunteerCalls.role, organisation: organisations.name, closed: sql<boolean>`${volunteerCalls.closedAt} is not null` })
    .from(volunteerCalls)
    .innerJoin(organisations, eq(organisations.id, volunteerCalls.organisationId))
    .where(actsFor(volunteerCalls.organisationId, viewer.id))
    .orderBy(desc(volunteerCalls.openedAt))
    .limit(100)
}

/** The public proposals of the viewer's organisations that volunteers can be asked for. */
export async function listOwnPublicProposals(viewer: Viewer): Promise<{ id: string; title: string; organisationId: string }[]> {
  if (!viewer) return []
  return db
    .select({ id: proposals.id, title: sql<string>`${proposals.content} ->> 'title'`, organisationId: proposals.organisationId })
    .from(proposals)
    .innerJoin(organisationMembers, eq(organisationMembers.organisationId, proposals.organisationId))
    .where(and(eq(organisationMembers.personId, viewer.id), wantsPeople))
    .orderBy(desc(proposals.publishedAt))
}
