import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import { tag } from '../../tags'
import { callHeld, shiftHeld } from '../held'
import { mailVolunteers } from '../letter'
import { letterInput, mayChangeCall, mayChangeShift, mayWriteToVolunteers, newShiftInput, shiftCancellingInput, shiftChangeInput } from '../rules'
import { fillPlaces, peopleOn } from '../steps'
import { volunteerShifts } from '../tables'

/** Adds a shift to an open call. */
export const addVolunteerShift = command({
  event: 'volunteerShift.added',
  input: newShiftInput,
  limit: { max: 100, minutes: 60 },
  load: callHeld,
  allow: mayChangeCall,
  async run({ tx, input: { id, ...shift } }) {
    await tx.insert(volunteerShifts).values({ callId: id, ...shift })
    return { id }
  },
  touches: ({ input }) => [tag.volunteering, tag.volunteerCall(input.id)],
})

/**
 * Moves a shift or changes how many are needed. New places go to those who wait; fewer than are taken is refused, since
 * nobody loses a place silently. Everybody on it hears when the time changes.
 */
export const changeVolunteerShift = command({
  event: 'volunteerShift.changed',
  input: shiftChangeInput,
  limit: { max: 60, minutes: 60 },
  load: shiftHeld,
  allow: mayChangeShift,
  async run({ tx, input: { id, ...shift }, subject }) {
    await tx.update(volunteerShifts).set(shift).where(eq(volunteerShifts.id, id))
    const moved = shift.startsAt.getTime() !== subject.startsAt.getTime() || shift.endsAt.getTime() !== subject.endsAt.getTime()
    if (moved) await mailVolunteers(tx, 'changed', id, await peopleOn(tx, id))
    await fillPlaces(tx, id, shift.places - subject.taken)
    return { id: subject.callId }
  },
  touches: ({ subject }) => [tag.volunteering, tag.volunteerCall(subject.callId)],
  conflicts: { volunteer_shifts_places: { key: 'volunteering.objection.fewerThanTaken' } },
})

/** Cancels a shift; everybody on it hears why. */
export const cancelVolunteerShift = command({
  event: 'volunteerShift.cancelled',
  input: shiftCancellingInput,
  load: shiftHeld,
  allow: mayChangeShift,
  async run({ tx, input: { id, reason }, subject }) {
    await tx.update(volunteerShifts).set({ cancelledAt: sql`clock_timestamp()`, cancelledReason: reason }).where(eq(volunteerShifts.id, id))
    await mailVolunteers(tx, 'cancelled', id, await peopleOn(tx, id), reason)
    return { id: subject.callId }
  },
  touches: ({ subject }) => [tag.volunteering, tag.volunteerCall(subject.callId)],
})

/** Writes to everybody on a shift, through the site: nobody's address is shown to anybody. */
export const writeToVolunteers = command({
  event: 'volunteerShift.written',
  input: letterInput,
  limit: { max: 10, minutes: 60 },
  load: shiftHeld,
  allow: mayWriteToVolunteers,
  async run({ tx, input: { id, message }, subject }) {
    await mailVolunteers(tx, 'message', id, await peopleOn(tx, id), message)
    return { id: subject.callId }
  },
})
