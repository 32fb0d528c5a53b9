import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '../../db'
import { isUuid } from '../../ids'
import type { District } from '../../organisations/districts'
import { isPublic } from '../../organisations/public'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { proposals } from '../../proposals/tables'
import { volunteerCalls, volunteerShifts, volunteerSignUps } from '../tables'

export type CallListed = {
  id: string
  role: string
  place: string
  district: District
  organisation: { name: string; slug: string }
  /** When the next shift that can still be signed up for begins, and how many such shifts there are. */
  next: Date
  shifts: number
}

const ahead = and(isNull(volunteerShifts.cancelledAt), gt(volunteerShifts.startsAt, sql`now()`))
const next = sql<Date>`min(${volunteerShifts.startsAt})`.mapWith(volunteerShifts.startsAt)

/**
 * Open calls with a shift that is still to come, the nearest first.
 * @param only those of one part of the city (those for the whole city included), one organisation or one proposal
 */
export async function listOpenCalls(_viewer: Viewer, only: { district?: District; organisationId?: string; proposalId?: string } = {}): Promise<CallListed[]> {
  return db
    .select({
      id: volunteerCalls.id,
      role: volunteerCalls.role,
      place: volunteerCalls.place,
      district: volunteerCalls.district,
      organisation: { name: organisations.name, slug: organisations.slug },
      next,
      shifts: sql<number>`count(*)`.mapWith(Number),
    })
    .from(volunteerCalls)
    .innerJoin(organisations, eq(organisations.id, volunteerCalls.organisationId))
    .innerJoin(volunteerShifts, and(eq(volunteerShifts.callId, volunteerCalls.id), ahead))
    .where(
      and(
        isNull(volunteerCalls.closedAt),
        isPublic,
        only.district ? sql`${volunteerCalls.district} in (${only.district}, 'city')` : undefined,
        only.organisationId ? eq(volunteerCalls.organisationId, only.organisationId) : undefined,
        only.proposalId ? eq(volunteerCalls.proposalId, only.proposalId) : undefined,
      ),
    )
    .groupBy(volunteerCalls.id, organisations.id)
    .orderBy(asc(next), desc(volunteerCalls.id))
    .limit(200)
}

const waiting = sql<number>`(select count(*) from ${volunteerSignUps} where ${volunteerSignUps.shiftId} = ${volunteerShifts.id} and ${volunteerSignUps.cancelledAt} is null and ${volunteerSignUps.confirmedAt} is null)`.mapWith(Number)

/** A call as everybody sees it, closed ones too, with its shifts and how many places are free; null when there is none. Nobody's name is here. */
export async function getCall(_viewer: Viewer, id: string) {
  if (!isUuid(id)) return null
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
      closedAt: volunteerCalls.closedAt,
      closedReason: volunteerCalls.closedReason,
      organisation: { id: organisations.id, name: organisations.name, slug: organisations.slug },
      proposalSlug: proposals.slug,
      proposalTitle: sql<string | null>`${proposals.content} ->> 'title'`,
    })
    .from(volunteerCalls)
    .innerJoin(organisations, and(eq(organisations.id, volunteerCalls.organisationId), isPublic))
    .leftJoin(proposals, and(eq(proposals.id, volunteerCalls.proposalId), isNull(proposals.hiddenAt)))
    .where(eq(volunteerCalls.id, id))
  return call ? { ...call, shifts: await listShifts(_viewer, id) } : null
}

/** The shifts of a call in the order of time, past and cancelled ones too. */
export async function listShifts(_viewer: Viewer, callId: string) {
  return db
    .select({
      id: volunteerShifts.id,
      startsAt: volunteerShifts.startsAt,
      endsAt: volunteerShifts.endsAt,
      places: volunteerShifts.places,
      taken: volunteerShifts.taken,
      waiting,
      cancelledReason: volunteerShifts.cancelledReason,
      started: sql<boolean>`${volunteerShifts.startsAt} <= now()`,
      callId: volunteerCalls.id,
    })
    .from(volunteerShifts)
    .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
    .where(eq(volunteerShifts.callId, callId))
    .orderBy(asc(volunteerShifts.startsAt), asc(volunteerShifts.id))
}

/** Whether a page of this address exists: for telling unknown addresses apart. */
export async function volunteerCallExists(_viewer: Viewer, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const [call] = await db
    .select({ id: volunteerCalls.id })
    .from(volunteerCalls)
    .innerJoin(organisations, and(eq(organisations.id, volunteerCalls.organisationId), isPublic))
    .where(eq(volunteerCalls.id, id))
  return !!call
}
