import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { listActingFor } from '../organisations/queries/acting'
import { organisationMembers } from '../organisations/tables'
import type { Person } from '../person'
import { aMember } from '../proposals/testing'
import { Refusal } from '../refusal'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { changeVolunteerCall, closeVolunteerCall, openVolunteerCall } from './commands/calls'
import { addVolunteerShift, cancelVolunteerShift, changeVolunteerShift, writeToVolunteers } from './commands/shifts'
import { cancelSignUp, noteAttendance, removeVolunteer, signUpForShift } from './commands/sign-ups'
import { getCallToManage, listOwnCalls, listVolunteers } from './queries/desk'
import { getCertificate, getOwnSignUp, isOnAnotherShift, listOwnSignUps } from './queries/own'
import { getCall, listOpenCalls } from './queries/public'
import { leaveShifts } from './steps'
import { volunteerShifts, volunteerSignUps } from './tables'
import { aCall, aCallTyped, aShiftTyped, letItBegin, someoneSays } from './testing'

const refusalOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(() => undefined, (error: unknown) => error)
  if (!(error instanceof Refusal)) throw new Error('was not refused', { cause: error })
  return error.kind === 'invalid' ? Object.fromEntries(Object.entries(error.fields).map(([name, [first]]) => [name, first!.key])) : error.objection.key
}
const mailsTo = async (email: string) => (await db.select({ subject: outbox.subject, body: outbox.body }).from(outbox).where(eq(outbox.recipient, email)).orderBy(asc(outbox.id)))
const shiftOf = async (id: string) => (await db.select().from(volunteerShifts).where(eq(volunteerShifts.id, id)))[0]!
const signUp = (person: Awaited<ReturnType<typeof aPerson>>, shiftId: string, more: object = {}) => signUpForShift(person, { shiftId, ...someoneSays, ...more })
const people = (count: number) => Promise.all(Array.from({ length: count }, () => aPerson()))
const waitingOn = (shiftId: string) =>
  db.select({ id: volunteerSignUps.id, personId: volunteerSignUps.personId }).from(volunteerSignUps).where(and(eq(volunteerSignUps.shiftId, shiftId), isNull(volunteerSignUps.cancelledAt), isNull(volunteerSignUps.confirmedAt))).orderBy(asc(volunteerSignUps.number))
const placedOn = (shiftId: string) =>
  db.select({ id: volunteerSignUps.id, personId: volunteerSignUps.personId }).from(volunteerSignUps).where(and(eq(volunteerSignUps.shiftId, shiftId), isNull(volunteerSignUps.cancelledAt), isNotNull(volunteerSignUps.confirmedAt))).orderBy(asc(volunteerSignUps.number))

describe('places', { timeout: 60_000 }, () => {
  test('fifty at once for five places: five have one, forty-five wait in order, and who leaves makes room for exactly one', async () => {
    const { shiftId } = await aCall()
    const crowd = await people(50)
    await Promise.all(crowd.map((person) => signUp(person, shiftId)))
    const [placed, waiting] = [await placedOn(shiftId), await waitingOn(shiftId)]
    expect([placed.length, waiting.length, (await shiftOf(shiftId)).taken]).toEqual([5, 45, 5])
    const byId = new Map(crowd.map((person) => [person.id, person]))
    const positions = await Promise.all(waiting.map(async ({ personId }) => (await getOwnSignUp(byId.get(personId)!, shiftId))!.position))
    expect(positions).toEqual(Array.from({ length: 45 }, (_, place) => place + 1))
    expect((await getOwnSignUp(byId.get(placed[0]!.personId)!, shiftId))!.position).toBeNull()

    await cancelSignUp(byId.get(placed[2]!.personId)!, { id: placed[2]!.id })
    expect((await placedOn(shiftId)).map(({ id }) => id)).toEqual([placed[0], placed[1], placed[3], placed[4], waiting[0]].map((each) => each!.id))
    expect(await mailsTo(byId.get(waiting[0]!.personId)!.email)).toMatchObject([{ subject: 'Masz miejsce: Opieka nad kącikiem dla dzieci' }])
    expect(await mailsTo(byId.get(waiting[1]!.personId)!.email)).toEqual([])
  })

  test('all who have a place leave at once, some who wait too: the next in order have them, none twice', async () => {
    const { shiftId } = await aCall()
    const crowd = await people(20)
    for (const person of crowd) await signUp(person, shiftId)
    const [placed, waiting] = [await placedOn(shiftId), await waitingOn(shiftId)]
    const byId = new Map(crowd.map((person) => [person.id, person]))
    const leaving = [...placed, waiting[1]!, waiting[3]!]
    await Promise.all(leaving.map(({ id, personId }) => cancelSignUp(byId.get(personId)!, { id })))
    const stay = waiting.filter((_, place) => ![1, 3].includes(place))
    expect((await placedOn(shiftId)).map(({ id }) => id)).toEqual(stay.slice(0, 5).map(({ id }) => id))
    expect((await waitingOn(shiftId)).map(({ id }) => id)).toEqual(stay.slice(5).map(({ id }) => id))
    expect((await shiftOf(shiftId)).taken).toBe(5)
  })

  test('the same person at once is on the list once, and after leaving at its end', async () => {
    const { shiftId } = await aCall({ places: '1' })
    const [one, two] = [await aPerson(), await aPerson()]
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => signUp(one, shiftId)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toBe('volunteering.objection.already')
    await signUp(two, shiftId)
    await cancelSignUp(one, { id: (await getOwnSignUp(one, shiftId))!.id })
    await signUp(one, shiftId)
    expect((await getOwnSignUp(two, shiftId))!.position).toBeNull()
    expect((await getOwnSignUp(one, shiftId))!.position).toBe(1)
  })

  test('more places go to those who wait; fewer than are taken are refused', async () => {
    const { member, shiftId } = await aCall({ places: '1' })
    const crowd = await people(4)
    for (const person of crowd) await signUp(person, shiftId)
    await changeVolunteerShift(member, { id: shiftId, ...aShiftTyped({ places: '3' }) })
    expect((await placedOn(shiftId)).map(({ personId }) => personId)).toEqual(crowd.slice(0, 3).map(({ id }) => id))
    expect(await refusalOf(changeVolunteerShift(member, { id: shiftId, ...aShiftTyped({ places: '2' }) }))).toBe('volunteering.objection.fewerThanTaken')
    expect(await mailsTo(crowd[0]!.email)).toEqual([])
    await changeVolunteerShift(member, { id: shiftId, ...aShiftTyped({ places: '3', days: 8 }) })
    expect(await mailsTo(crowd[0]!.email)).toMatchObject([{ subject: expect.stringMatching(/^Zmiana w.wolontariacie/) }])
    expect(await mailsTo(crowd[3]!.email)).toHaveLength(1)
  })

  test('the database itself gives no place too many, none out of turn, and none on a shift that is over', async () => {
    const { shiftId } = await aCall({ places: '2' })
    const crowd = await people(4)
    for (const person of crowd) await signUp(person, shiftId)
    const [first, second] = await waitingOn(shiftId)
    const confirm = (id: string) => db.update(volunteerSignUps).set({ confirmedAt: sql`now()` }).where(eq(volunteerSignUps.id, id))
    const saying = (constraint: string) => expect.objectContaining({ cause: expect.objectContaining({ constraint_name: constraint }) })
    await expect(confirm(first!.id)).rejects.toEqual(saying('volunteer_shifts_places'))
    await expect(confirm(second!.id)).rejects.toEqual(saying('volunteer_sign_ups_in_turn'))
    await letItBegin(shiftId)
    await expect(db.insert(volunteerSignUps).values({ shiftId, personId: (await aPerson()).id, minor: false })).rejects.toEqual(saying('volunteer_sign_ups_shift_open'))
  })

  test('the call is closed while people sign up: nobody is left on it unawares', async () => {
    const { member, callId, shiftId } = await aCall()
    const crowd = await people(10)
    const outcomes = await Promise.allSettled([...crowd.slice(0, 5).map((person) => signUp(person, shiftId)), closeVolunteerCall(member, { id: callId, reason: 'Odwołane.' }), ...crowd.slice(5).map((person) => signUp(person, shiftId))])
    expect(outcomes[5]!.status).toBe('fulfilled')
    for (const [place, person] of crowd.entries()) {
      const outcome = outcomes[place < 5 ? place : place + 1]!
      expect(await mailsTo(person.email)).toHaveLength(outcome.status === 'fulfilled' ? 1 : 0)
      if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toMatch(/volunteering.objection.(closed|cancelledShift)/)
    }
  })
})

describe('a call', () => {
  test('is public at once with its shift, and names nobody', async () => {
    const { member, callId, organisationId, shiftId } = await aCall()
    expect(await getCall(null, callId)).toMatchObject({ role: 'Opieka nad kącikiem dla dzieci', minAge: 16, shifts: [{ id: shiftId, places: 5, taken: 0, waiting: 0, started: false }] })
    const person = await aPerson({ name: 'Zuzanna Jawna' })
    await signUp(person, shiftId, { note: 'Mam wózek.' })
    expect(JSON.stringify([await getCall(null, callId), await listOpenCalls(null, { organisationId })])).not.toMatch(/Zuzanna|wózek|example\.org/)
    expect((await listOpenCalls(null, { organisationId })).map(({ id }) => id)).toEqual([callId])
    expect((await listOpenCalls(null, { district: 'staromiejskie' })).some(({ id }) => id === callId)).toBe(true)
    expect((await listOpenCalls(null, { district: 'rudak' })).some(({ id }) => id === callId)).toBe(false)
    expect(await getCallToManage(person, callId)).toBeNull()
    expect(await listVolunteers(person, callId)).toMatchObject([{ people: [] }])
    expect(await listVolunteers(member, callId)).toMatchObject([{ people: [{ name: 'Zuzanna Jawna', note: 'Mam wózek.', confirmed: true }] }])
  })

  test('says what is wrong with what was typed', async () => {
    const { member, organisationId } = await aCall()
    const typed = (more: Record<string, string>) => refusalOf(openVolunteerCall(member, aCallTyped(organisationId, more)))
    expect(await typed({ role: ' ', minAge: '12', from: '25', places: '0', district: 'gdynia', term: '' })).toEqual({
      role: 'problem.required', minAge: 'volunteering.problem.minAge', from: 'volunteering.problem.time', places: 'volunteering.problem.places', district: 'problem.choose', term: 'problem.choose',
    })
    expect(await typed({ day: '2020-01-01' })).toEqual({ day: 'volunteering.problem.past' })
    expect(await typed({ day: '2027-02-30' })).toEqual({ day: 'volunteering.problem.day' })
    expect(await typed({ day: '2027-03-28', from: '2:30', to: '4:00' })).toEqual({ from: 'problem.timeNever' })
    expect(await typed({ day: '2999-03-28' })).toEqual({ day: 'volunteering.problem.far' })
    expect(await refusalOf(openVolunteerCall(member, aCallTyped(organisationId, { proposalId: organisationId })))).toBe('objection.missing')
  })

  test('a shift by the city’s clock, over midnight', async () => {
    const { member, callId } = await aCall()
    await addVolunteerShift(member, { id: callId, day: '2027-07-01', from: '22.00', to: '2:00', places: '1' })
    expect((await getCall(null, callId))!.shifts.at(-1)).toMatchObject({ startsAt: new Date('2027-07-01T20:00:00Z'), endsAt: new Date('2027-07-02T00:00:00Z') })
  })

  test('who signed up hears when the place changes, a shift is cancelled, and what the organisation writes', async () => {
    const { member, callId, shiftId } = await aCall()
    const person = await aPerson()
    await signUp(person, shiftId)
    const { organisationId: _, day: _day, from: _from, to: _to, places: _places, ...call } = aCallTyped('')
    await changeVolunteerCall(member, { ...call, id: callId, duties: 'Rysowanie.' })
    expect(await mailsTo(person.email)).toEqual([])
    await changeVolunteerCall(member, { ...call, id: callId, place: 'Rynek 1' })
    await writeToVolunteers(member, { id: shiftId, message: 'Proszę zabrać kalosze.' })
    await cancelVolunteerShift(member, { id: shiftId, reason: 'Będzie burza.' })
    const mails = await mailsTo(person.email)
    expect(mails.map(({ body }) => [/Rynek 1/, /kalosze/, /burza/].map((word) => word.test(body)))).toEqual([[true, false, false], [false, true, false], [false, false, true]])
    expect(mails.every(({ body }) => !body.includes(member.name!) && !/@/.test(body))).toBe(true)
    expect(await refusalOf(signUp(await aPerson(), shiftId))).toBe('volunteering.objection.cancelledShift')
  })
})

describe('signing up', () => {
  test('under 18 needs consent, and a call that takes them', async () => {
    const [{ shiftId }, grownUps] = [await aCall(), await aCall({ minAge: '18' })]
    const person = await aPerson()
    expect(await refusalOf(signUp(person, shiftId, { age: 'minor' }))).toEqual({ consent: 'volunteering.problem.consent' })
    expect(await refusalOf(signUp(person, shiftId, { knows: undefined }))).toEqual({ knows: 'volunteering.problem.knows' })
    expect(await refusalOf(signUp(person, grownUps.shiftId, { age: 'minor', consent: 'yes' }))).toBe('volunteering.objection.adultsOnly')
    await signUp(person, shiftId, { age: 'minor', consent: 'yes' })
    expect(await getOwnSignUp(person, shiftId)).toMatchObject({ position: null, cancelledAt: null })
  })

  test('for two shifts of a call at the same time is refused, also at the same moment; next to each other is fine', async () => {
    const { member, callId, shiftId } = await aCall()
    const at = (from: string, to: string) => addVolunteerShift(member, { id: callId, ...aShiftTyped(), from, to })
    await at('12:00', '14:00')
    await at('12:30', '13:30')
    const shifts = await db.select().from(volunteerShifts).where(eq(volunteerShifts.callId, callId)).orderBy(volunteerShifts.startsAt)
    const [, overlapping, adjoining] = shifts.map(({ id }) => id) as [string, string, string]
    const [one, hasty] = [await aPerson(), await aPerson()]
    const said = (person: Awaited<ReturnType<typeof aPerson>>, shiftId: string) => signUp(person, shiftId).then(() => null, (error: Refusal) => error.objection.key)
    expect(await said(one, shiftId)).toBeNull()
    expect(await said(one, overlapping)).toBe('volunteering.objection.elsewhere')
    expect(await isOnAnotherShift(one, overlapping)).toBe(true)
    expect(await said(one, adjoining)).toBeNull()
    const answers = await Promise.all([said(hasty, shiftId), said(hasty, overlapping)])
    expect(answers.toSorted()).toEqual([null, 'volunteering.objection.elsewhere'])
    expect(await db.$count(volunteerSignUps, eq(volunteerSignUps.personId, hasty.id))).toBe(1)
  })

  test('a person is taken off with a reason that only they read, and the next has the place', async () => {
    const { member, callId, shiftId } = await aCall({ places: '1' })
    const [one, two] = await people(2)
    await signUp(one!, shiftId)
    await signUp(two!, shiftId)
    const { id } = (await getOwnSignUp(one!, shiftId))!
    await removeVolunteer(member, { id, reason: 'Potrzebna jest książeczka sanepidu.' })
    expect(await getOwnSignUp(one!, shiftId)).toMatchObject({ removedReason: 'Potrzebna jest książeczka sanepidu.' })
    expect((await mailsTo(one!.email)).map(({ body }) => body.includes('książeczka'))).toEqual([true])
    expect((await getOwnSignUp(two!, shiftId))!.position).toBeNull()
    expect(await refusalOf(removeVolunteer(member, { id, reason: 'Jeszcze raz.' }))).toBe('volunteering.objection.alreadyCancelled')
    expect(JSON.stringify(await getCall(null, callId))).not.toContain('książeczka')
  })
})

describe('what was done', () => {
  test('is noted by the organisation, mended, and becomes the certificate', async () => {
    const { member, callId, shiftId } = await aCall()
    const [one, two] = await people(2)
    await signUp(one!, shiftId)
    await signUp(two!, shiftId)
    await signUp(member as never, shiftId)
    const [first, second, own] = await placedOn(shiftId)
    expect(await getCertificate(one!, callId)).toBeNull()
    expect(await refusalOf(noteAttendance(member, { shiftId, hours: { [first!.id]: '3' } }))).toBe('volunteering.objection.notStarted')
    await letItBegin(shiftId)
    await noteAttendance(member, { shiftId, hours: { [first!.id]: '3,5', [second!.id]: '0', [own!.id]: '' } })
    expect(await getCertificate(one!, callId)).toMatchObject({ role: 'Opieka nad kącikiem dla dzieci', shifts: [{ minutes: 210 }] })
    expect(await getCertificate(two!, callId)).toBeNull()
    expect(await listOwnSignUps(two!)).toMatchObject([{ minutes: 0 }])
    await noteAttendance(member, { shiftId, hours: { [first!.id]: '3:15', [second!.id]: '' } })
    expect((await getCertificate(one!, callId))!.shifts).toMatchObject([{ minutes: 195 }])
    expect(await listOwnSignUps(two!)).toMatchObject([{ minutes: 0 }])
    expect(await refusalOf(noteAttendance(member, { shiftId, hours: { [own!.id]: '8' } }))).toBe('volunteering.objection.oneself')
    expect(await refusalOf(noteAttendance(member, { shiftId, hours: { [callId]: '8' } }))).toBe('objection.missing')
    expect(await refusalOf(noteAttendance(member, { shiftId, hours: { [first!.id]: '25' } }))).toEqual({ [`hours.${first!.id}`]: 'volunteering.problem.hours' })
    await expect(db.update(volunteerSignUps).set({ minutes: 60, notedById: member.id, notedAt: new Date() }).where(eq(volunteerSignUps.id, own!.id))).rejects.toThrow()
    expect(await refusalOf(cancelSignUp(one!, { id: first!.id }))).toBe('volunteering.objection.started')
  })
})

describe('who acts for an organisation', () => {
  test('its owner and editors, while it is confirmed; not its other members, nor owners of another', async () => {
    const { member: owner, organisationId, callId, shiftId } = await aCall()
    const { member: stranger, organisationId: theirs } = await aMember()
    const [editor, plain, volunteer, moderator] = [await aPerson(), await aPerson(), await aPerson(), await aPerson({ roles: ['moderator'] })]
    await db.insert(organisationMembers).values([{ organisationId, personId: editor.id, role: 'editor' }, { organisationId, personId: plain.id, role: 'member' }])
    await signUp(volunteer, shiftId)
    const { id } = (await getOwnSignUp(volunteer, shiftId))!
    const { organisationId: _, day: _day, from: _from, to: _to, places: _places, ...call } = aCallTyped('')
    const attempts: ((who: Person) => Promise<unknown>)[] = [
      (who) => openVolunteerCall(who, aCallTyped(organisationId)),
      (who) => changeVolunteerCall(who, { id: callId, ...call }),
      (who) => addVolunteerShift(who, { id: callId, ...aShiftTyped() }),
      (who) => changeVolunteerShift(who, { id: shiftId, ...aShiftTyped() }),
      (who) => writeToVolunteers(who, { id: shiftId, message: 'Do zobaczenia.' }),
      (who) => removeVolunteer(who, { id, reason: 'Nie.' }),
      (who) => noteAttendance(who, { shiftId, hours: { [id]: '1' } }),
      (who) => cancelVolunteerShift(who, { id: shiftId, reason: 'Nie.' }),
      (who) => closeVolunteerCall(who, { id: callId, reason: 'Nie.' }),
    ]
    for (const who of [stranger, plain, volunteer, await aPerson({ roles: ['official'] })]) {
      for (const attempt of attempts) expect(await refusalOf(attempt(who)), String(attempt)).toBe('volunteering.objection.notOrganiser')
      expect(JSON.stringify(await listVolunteers(who, callId))).not.toContain(id)
    }
    for (const attempt of attempts.slice(0, -1)) expect(await refusalOf(attempt(moderator)), String(attempt)).toBe('volunteering.objection.notOrganiser')
    expect(JSON.stringify(await listVolunteers(moderator, callId))).not.toContain(id)
    expect(await refusalOf(cancelSignUp(owner, { id }))).toBe('objection.missing')
    expect((await listActingFor(stranger)).map(({ id }) => id)).toEqual([theirs])
    expect([await listActingFor(plain), await listActingFor(null), (await listActingFor(editor)).map(({ id }) => id)]).toEqual([[], [], [organisationId]])
    expect([await listOwnCalls(stranger), await listOwnCalls(plain)]).toEqual([[], []])
    await changeVolunteerCall(editor, { id: callId, ...call })
    expect(await getCallToManage(moderator, callId)).toMatchObject({ organises: false })
    await closeVolunteerCall(moderator, { id: callId, reason: 'To nie jest wolontariat.' })
  })
})

test('whoever deletes their account gives up what is to come, and the next has the place', async () => {
  const { shiftId } = await aCall({ places: '1' })
  const [one, two] = await people(2)
  await signUp(one!, shiftId, { note: 'Mieszkam obok.' })
  await signUp(two!, shiftId)
  await db.transaction((tx) => leaveShifts(tx, one!.id))
  expect((await placedOn(shiftId)).map(({ personId }) => personId)).toEqual([two!.id])
  expect(await mailsTo(two!.email)).toHaveLength(1)
  expect(await db.$count(volunteerSignUps, eq(volunteerSignUps.note, 'Mieszkam obok.'))).toBe(0)
})
