import { and, asc, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { isElsewhere } from '../held'
import { volunteerCalls, volunteerShifts, volunteerSignUps } from '../tables'

/** The place in the waiting list, from 1; null for whoever has a place. */
const position = sql<number | null>`case when ${volunteerSignUps.confirmedAt} is null then (
  select count(*) from ${volunteerSignUps} as before
  where before.shift_id = ${volunteerSignUps.shiftId} and before.cancelled_at is null and before.confirmed_at is null and before.number <= ${volunteerSignUps.number}) end`.mapWith((value) => (value === null ? null : Number(value)))

/** The viewer's standing on a shift: signed up, waiting, taken off or not there at all (null). */
export async function getOwnSignUp(viewer: Viewer, shiftId: string) {
  if (!viewer || !isUuid(shiftId)) return null
  const [signUp] = await db
    .select({ id: volunteerSignUps.id, position, cancelledAt: volunteerSignUps.cancelledAt, removedReason: volunteerSignUps.removedReason, minutes: volunteerSignUps.minutes, contact: people.name })
    .from(volunteerSignUps)
    .innerJoin(volunteerShifts, eq(volunteerShifts.id, volunteerSignUps.shiftId))
    .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
    .innerJoin(people, eq(people.id, volunteerCalls.createdById))
    .where(and(eq(volunteerSignUps.personId, viewer.id), eq(volunteerSignUps.shiftId, shiftId)))
    .orderBy(desc(volunteerSignUps.number))
    .limit(1)
  return signUp ?? null
}

/** Whether the viewer has signed up for another shift of the same call that is at the same time. */
export async function isOnAnotherShift(viewer: Viewer, shiftId: string): Promise<boolean> {
  if (!viewer || !isUuid(shiftId)) return false
  const [then] = await db.select({ elsewhere: isElsewhere(shiftId, viewer) }).from(volunteerShifts).where(eq(volunteerShifts.id, shiftId))
  return then?.elsewhere ?? false
}

/** What the viewer has signed up for and what they did, the newest shift first; for the account page. */
export async function listOwnSignUps(viewer: Viewer) {
  if (!viewer) return []
  return db
    .select({
      id: volunteerSignUps.id,
      callId: volunteerCalls.id,
      shiftId: volunteerShifts.id,
      role: volunteerCalls.role,
      organisation: organisations.name,
      startsAt: volunteerShifts.startsAt,
      endsAt: volunteerShifts.endsAt,
      position,
      minutes: volunteerSignUps.minutes,
      cancelled: sql<boolean>`${volunteerShifts.cancelledAt} is not null`,
    })
    .from(volunteerSignUps)
    .innerJoin(volunteerShifts, eq(volunteerShifts.id, volunteerSignUps.shiftId))
    .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
    .innerJoin(organisations, eq(organisations.id, volunteerCalls.organisationId))
    .where(and(eq(volunteerSignUps.personId, viewer.id), isNull(volunteerSignUps.cancelledAt), or(isNotNull(volunteerSignUps.confirmedAt), gt(volunteerShifts.startsAt, sql`now()`))))
    .orderBy(desc(volunteerShifts.startsAt))
    .limit(200)
}

export type Certificate = {
  organisation: { name: string; seat: string; krs: string | null }
  role: string
  duties: string
  place: string
  /** Each shift that the organisation noted them on, in the order of time. */
  shifts: { startsAt: Date; endsAt: Date; minutes: number }[]
}

/**
 * What the organisation has noted of the viewer's work for one call: the matter of a certificate (art. 44 ust. 2 of
 * ustawa o działalności pożytku publicznego i o wolontariacie). Null while nothing was noted.
 */
export async function getCertificate(viewer: Viewer, callId: string): Promise<Certificate | null> {
  if (!viewer || !isUuid(callId)) return null
  const rows = await db
    .select({
      organisation: { name: organisations.name, seat: organisations.seat, krs: organisations.krs },
      role: volunteerCalls.role,
      duties: volunteerCalls.duties,
      place: volunteerCalls.place,
      startsAt: volunteerShifts.startsAt,
      endsAt: volunteerShifts.endsAt,
      minutes: sql<number>`${volunteerSignUps.minutes}`.mapWith(Number),
    })
    .from(volunteerSignUps)
    .innerJoin(volunteerShifts, eq(volunteerShifts.id, volunteerSignUps.shiftId))
    .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
    .innerJoin(organisations, eq(organisations.id, volunteerCalls.organisationId))
    .where(and(eq(volunteerCalls.id, callId), eq(volunteerSignUps.personId, viewer.id), gt(volunteerSignUps.minutes, 0)))
    .orderBy(asc(volunteerShifts.startsAt))
  const [first] = rows
  if (!first) return null
  const { organisation, role, duties, place } = first
  return { organisation, role, duties, place, shifts: rows.map(({ startsAt, endsAt, minutes }) => ({ startsAt, endsAt, minutes })) }
}
