import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { actsFor } from '../organisations/speaking'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import type { CallStanding, ShiftStanding } from './rules'
import { volunteerCalls, volunteerShifts, volunteerSignUps } from './tables'

/** A proposal that people can help with: public, and not over. */
export const wantsPeople = sql<boolean>`${proposals.state} in ('published', 'accepted', 'inProgress')`

const closed = sql<boolean>`${volunteerCalls.closedAt} is not null`

/** The call, held against every other change of it. */
export async function callHeld(tx: Tx, { id }: { id: string }, person: Person): Promise<(CallStanding & { role: string; place: string }) | undefined> {
  const [call] = await tx
    .select({ role: volunteerCalls.role, place: volunteerCalls.place, closed, organises: actsFor(volunteerCalls.organisationId, person.id) })
    .from(volunteerCalls)
    .where(eq(volunteerCalls.id, id))
    .for('update', { of: volunteerCalls })
  return call
}

/** Whether somebody has signed up for another shift of the same call that is at the same time. */
export const isElsewhere = (shiftId: string, person: Pick<Person, 'id'>) => sql<boolean>`volunteers_elsewhere(${shiftId}, ${person.id})`

export type HeldShift = ShiftStanding & { id: string; callId: string; places: number; taken: number; minAge: number; startsAt: Date; endsAt: Date }

/** The shift, held: whoever signs up or leaves does so one after another. */
export async function shiftHeld(tx: Tx, { id }: { id: string }, person: Person): Promise<HeldShift | undefined> {
  const [shift] = await tx
    .select({
      id: volunteerShifts.id,
      callId: volunteerShifts.callId,
      places: volunteerShifts.places,
      taken: volunteerShifts.taken,
      minAge: volunteerCalls.minAge,
      startsAt: volunteerShifts.startsAt,
      endsAt: volunteerShifts.endsAt,
      closed,
      cancelled: sql<boolean>`${volunteerShifts.cancelledAt} is not null`,
      started: sql<boolean>`${volunteerShifts.startsAt} <= clock_timestamp()`,
      organises: actsFor(volunteerCalls.organisationId, person.id),
    })
    .from(volunteerShifts)
    .innerJoin(volunteerCalls, eq(volunteerCalls.id, volunteerShifts.callId))
    .where(eq(volunteerShifts.id, id))
    .for('update', { of: volunteerShifts })
  return shift
}

/** A sign-up with its shift, the shift held first, so that two who leave at once wait for each other and never in a circle. */
export async function signUpHeld(tx: Tx, { id }: { id: string }, person: Person) {
  const [found] = await tx.select({ shiftId: volunteerSignUps.shiftId }).from(volunteerSignUps).where(eq(volunteerSignUps.id, id))
  const shift = found && (await shiftHeld(tx, { id: found.shiftId }, person))
  if (!shift) return undefined
  const [signUp] = await tx
    .select({ personId: volunteerSignUps.personId, confirmed: sql<boolean>`${volunteerSignUps.confirmedAt} is not null`, ended: sql<boolean>`${volunteerSignUps.cancelledAt} is not null` })
    .from(volunteerSignUps)
    .where(eq(volunteerSignUps.id, id))
  return signUp && { ...shift, ...signUp, shiftId: shift.id }
}
