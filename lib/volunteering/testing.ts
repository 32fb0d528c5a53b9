import { sql } from 'drizzle-orm'
import { cityTime } from '../city-time'
import { db } from '../db'
import type { Person } from '../person'
import { aMember } from '../proposals/testing'
import { openVolunteerCall } from './commands/calls'
import { volunteerCalls, volunteerShifts } from './tables'

/** For tests: what a form for a call sends, with a shift a week from now. */
export const aCallTyped = (organisationId: string, more: Record<string, string> = {}) => ({
  organisationId,
  role: 'Opieka nad kącikiem dla dzieci',
  duties: 'Czytanie i wspólne rysowanie.',
  place: 'ul. Szeroka 7',
  district: 'staromiejskie',
  minAge: '16',
  term: 'short',
  conditions: 'Zwracamy za bilety.',
  ...aShiftTyped(),
  ...more,
})

export const aShiftTyped = ({ days = 7, places = '5' }: { days?: number; places?: string } = {}) => ({
  day: cityTime(new Date(Date.now() + days * 86_400_000)).slice(0, 10), from: '9:00', to: '12:30', places,
})

/** For tests: an open call of a confirmed organisation with one shift. */
export async function aCall(more: Record<string, string> = {}): Promise<{ member: Person; organisationId: string; callId: string; shiftId: string }> {
  const { member, organisationId } = await aMember()
  const { id: callId } = await openVolunteerCall(member, aCallTyped(organisationId, more))
  const [shift] = await db.select({ id: volunteerShifts.id }).from(volunteerShifts).where(sql`${volunteerShifts.callId} = ${callId}`)
  return { member, organisationId, callId, shiftId: shift!.id }
}

/** For tests: what time does, a shift that has begun an hour ago. */
export const letItBegin = (shiftId: string) =>
  db.update(volunteerShifts).set({ startsAt: new Date(Date.now() - 3_600_000), endsAt: new Date(Date.now() + 3_600_000) }).where(sql`${volunteerShifts.id} = ${shiftId}`)

export const callOf = async (callId: string) => (await db.select().from(volunteerCalls).where(sql`${volunteerCalls.id} = ${callId}`))[0]!
export const someoneSays = { age: 'adult', knows: 'yes' } as const
