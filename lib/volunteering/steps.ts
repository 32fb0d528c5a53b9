import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { touch } from '../tag-clock.mjs'
import { tag } from '../tags'
import { mailVolunteers } from './letter'
import { volunteerShifts, volunteerSignUps } from './tables'

/**
 * Gives free places to those who have waited longest, and tells them. The shift must be held.
 * @param free how many places nobody has
 */
export async function fillPlaces(tx: Tx, shiftId: string, free: number): Promise<void> {
  if (free < 1) return
  const waiting = await tx
    .select({ id: volunteerSignUps.id, personId: volunteerSignUps.personId })
    .from(volunteerSignUps)
    .where(and(eq(volunteerSignUps.shiftId, shiftId), isNull(volunteerSignUps.cancelledAt), isNull(volunteerSignUps.confirmedAt)))
    .orderBy(asc(volunteerSignUps.number))
    .limit(free)
  for (const { id } of waiting) await tx.update(volunteerSignUps).set({ confirmedAt: sql`clock_timestamp()` }).where(eq(volunteerSignUps.id, id))
  await mailVolunteers(tx, 'promoted', shiftId, waiting.map(({ personId }) => personId))
}

/** Everybody who still counts on a shift, with a place or waiting. */
export const peopleOn = async (tx: Tx, shiftId: string): Promise<string[]> =>
  (await tx.select({ personId: volunteerSignUps.personId }).from(volunteerSignUps).where(and(eq(volunteerSignUps.shiftId, shiftId), isNull(volunteerSignUps.cancelledAt)))).map(({ personId }) => personId)

/** Takes back a sign-up. The shift must be held; whoever waits longest gets the place. */
export async function giveUp(tx: Tx, { id, shiftId, confirmed }: { id: string; shiftId: string; confirmed: boolean }, removed?: { byId: string; reason: string }): Promise<void> {
  await tx
    .update(volunteerSignUps)
    .set({ cancelledAt: sql`clock_timestamp()`, ...(removed && { removedById: removed.byId, removedReason: removed.reason }) })
    .where(eq(volunteerSignUps.id, id))
  if (confirmed) await fillPlaces(tx, shiftId, 1)
}

/** Takes a person out of every shift that is still to come; what they wrote goes, what they did stays, nobody's by name. */
export async function leaveShifts(tx: Tx, personId: string): Promise<void> {
  const ahead = await tx
    .select({ id: volunteerSignUps.id, shiftId: volunteerSignUps.shiftId, callId: volunteerShifts.callId })
    .from(volunteerSignUps)
    .innerJoin(volunteerShifts, eq(volunteerShifts.id, volunteerSignUps.shiftId))
    .where(and(eq(volunteerSignUps.personId, personId), isNull(volunteerSignUps.cancelledAt), gt(volunteerShifts.startsAt, sql`now()`)))
    .orderBy(asc(volunteerShifts.id))
  for (const { id, shiftId } of ahead) {
    await tx.select({ id: volunteerShifts.id }).from(volunteerShifts).where(eq(volunteerShifts.id, shiftId)).for('update')
    const [mine] = await tx.select({ confirmed: sql<boolean>`${isNotNull(volunteerSignUps.confirmedAt)}` }).from(volunteerSignUps).where(and(eq(volunteerSignUps.id, id), isNull(volunteerSignUps.cancelledAt)))
    if (mine) await giveUp(tx, { id, shiftId, confirmed: mine.confirmed })
  }
  await tx.update(volunteerSignUps).set({ note: '', removedReason: sql`case when ${volunteerSignUps.removedReason} is not null then '–' end` }).where(eq(volunteerSignUps.personId, personId))
  const pages = [...new Set(ahead.map(({ callId }) => tag.volunteerCall(callId)))]
  for (const page of pages) await tx.execute(sql`select pg_notify('touched', ${page})`)
  touch(pages)
}
