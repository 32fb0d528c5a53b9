import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { tag } from '../../tags'
import { isElsewhere, shiftHeld, signUpHeld } from '../held'
import { mailVolunteers } from '../letter'
import { attendanceInput, cancellingInput, fullAge, mayCancel, mayNote, mayRemove, maySignUp, removingInput, signUpInput } from '../rules'
import { giveUp } from '../steps'
import { volunteerShifts, volunteerSignUps } from '../tables'

/** Signs up for a shift: with a place while there is one, else at the end of the waiting list. */
export const signUpForShift = command({
  event: 'volunteer.signedUp',
  input: signUpInput,
  limit: { max: 60, minutes: 60 },
  load: placeAskedFor,
  allow: maySignUp,
  async run({ tx, person, input: { shiftId, age, note }, subject }) {
    await tx.insert(volunteerSignUps).values({ shiftId, personId: person.id, minor: age === 'minor', note, confirmedAt: subject.taken < subject.places ? sql`clock_timestamp()` : null })
    return { id: shiftId, callId: subject.callId }
  },
  touches: ({ subject }) => [tag.volunteerCall(subject.callId)],
  conflicts: { volunteer_sign_ups_once: { key: 'volunteering.objection.already' }, volunteer_sign_ups_one_place_at_a_time: { key: 'volunteering.objection.elsewhere' } },
})

/** Takes back one's own sign-up; whoever waits longest gets the place. */
export const cancelSignUp = command({
  event: 'volunteer.cancelled',
  input: cancellingInput,
  load: ownSignUpHeld,
  allow: mayCancel,
  async run({ tx, input: { id }, subject }) {
    await giveUp(tx, { ...subject, id })
    return { id: subject.shiftId, callId: subject.callId }
  },
  touches: ({ subject }) => [tag.volunteerCall(subject.callId)],
})

/** The organisation takes somebody off a shift; they hear why. */
export const removeVolunteer = command({
  event: 'volunteer.removed',
  input: removingInput,
  load: signUpHeld,
  allow: mayRemove,
  async run({ tx, person, input: { id, reason }, subject }) {
    await mailVolunteers(tx, 'removed', subject.shiftId, [subject.personId], reason)
    await giveUp(tx, { ...subject, id }, { byId: person.id, reason })
    return { id: subject.callId }
  },
  touches: ({ subject }) => [tag.volunteerCall(subject.callId)],
})

/** Notes who was there and for how long; 0 hours: was not. What is left empty stays as it was; a mistake can be mended. */
export const noteAttendance = command({
  event: 'volunteer.noted',
  input: attendanceInput,
  load: noted,
  allow: mayNote,
  async run({ tx, person, input: { hours }, subject }) {
    for (const [id, minutes] of Object.entries(hours)) {
      if (minutes !== null) await tx.update(volunteerSignUps).set({ minutes, notedById: person.id, notedAt: sql`clock_timestamp()` }).where(eq(volunteerSignUps.id, id))
    }
    return { id: subject.callId }
  },
})

/** The shift, held, and whether whoever asks is too young for it, or on another one then. */
async function placeAskedFor(tx: Tx, { shiftId, age }: { shiftId: string; age: 'adult' | 'minor' }, person: Person) {
  const shift = await shiftHeld(tx, { id: shiftId }, person)
  if (!shift) return undefined
  const [then] = await tx.select({ elsewhere: isElsewhere(shiftId, person) }).from(volunteerShifts).where(eq(volunteerShifts.id, shiftId))
  return { ...shift, ...then!, tooYoung: age === 'minor' && shift.minAge >= fullAge }
}

async function ownSignUpHeld(tx: Tx, { id }: { id: string }, person: Person) {
  const signUp = await signUpHeld(tx, { id }, person)
  return signUp?.personId === person.id ? signUp : undefined
}

/** The shift, held, when all those noted had a place on it; whether oneself is among them. */
async function noted(tx: Tx, { shiftId, hours }: { shiftId: string; hours: Record<string, number | null> }, person: Person) {
  const shift = await shiftHeld(tx, { id: shiftId }, person)
  const meant = Object.keys(hours).filter((id) => hours[id] !== null)
  if (!shift || !meant.length) return shift && { ...shift, oneself: false }
  const there = await tx
    .select({ personId: volunteerSignUps.personId })
    .from(volunteerSignUps)
    .where(and(eq(volunteerSignUps.shiftId, shiftId), inArray(volunteerSignUps.id, meant), isNull(volunteerSignUps.cancelledAt), isNotNull(volunteerSignUps.confirmedAt)))
  return there.length === meant.length ? { ...shift, oneself: there.some(({ personId }) => personId === person.id) } : undefined
}
