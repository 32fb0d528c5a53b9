import { z } from 'zod'
import { atTheDesk, hasName, notSuspended } from '../accounts/rules'
import { instantOf } from '../city-time'
import { districtCodes } from '../organisations/districts'
import { line } from '../organisations/rules'
import type { Person } from '../person'
import { all, type Policy } from '../policy'
import { canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'

/**
 * How long the co-operation lasts in all: up to 30 days (the organisation insures against accidents, art. 46 ust. 3 of
 * ustawa o działalności pożytku publicznego i o wolontariacie) or longer (the agreement is in writing, art. 44 ust. 4).
 */
export const terms = ['short', 'long'] as const
export type Term = (typeof terms)[number]
/** Nobody younger can make an agreement at all (Kodeks cywilny, art. 12); below 18 a parent or guardian agrees (art. 17). */
export const youngest = 13
export const fullAge = 18
export const lengths = { role: 120, duties: 2000, place: 200, conditions: 1500, note: 500, reason: 1000 } as const

const prose = (max: number) =>
  z
    .string()
    .max(20_000, 'problem.tooLong')
    .transform(canonText)
    .refine((text) => graphemes(text) <= max, { error: 'problem.tooLong', params: { max } })
const written = (max: number) => prose(max).refine((text) => text.length > 0, 'problem.required')
const reason = prose(lengths.reason).refine((text) => text.length > 0, 'volunteering.problem.reason')
const id = z.uuid('problem.invalid')

const call = {
  role: line(3, lengths.role),
  duties: written(lengths.duties),
  place: line(3, lengths.place),
  district: z.enum(districtCodes, 'problem.choose'),
  minAge: wholeNumber('volunteering.problem.minAge', { min: youngest, max: 99 }),
  term: z.enum(terms, 'problem.choose'),
  conditions: prose(lengths.conditions).default(''),
}

const time = z.string('volunteering.problem.time').max(10, 'volunteering.problem.time').transform((typed, context) => {
  const [, hours, minutes] = /^(\d{1,2})[:.]?(\d\d)$/.exec(typed.trim()) ?? []
  if (hours && Number(hours) < 24 && Number(minutes) < 60) return `${hours.padStart(2, '0')}:${minutes}`
  context.addIssue({ code: 'custom', message: 'volunteering.problem.time' })
  return z.NEVER
})
const shift = {
  day: z.string('volunteering.problem.day').regex(/^\d{4}-\d\d-\d\d$/, 'volunteering.problem.day'),
  from: time,
  to: time,
  places: wholeNumber('volunteering.problem.places', { min: 1, max: 500 }),
}

type TypedShift = { day: string; from: string; to: string }
const whyNot = { never: 'problem.timeNever', twice: 'problem.timeTwice', unreadable: 'volunteering.problem.day' } as const

/** The shift's two instants by the city's clocks; one that ends before it begins ends on the next day. */
function instantsOf({ day, from, to }: TypedShift) {
  const endsOn = to > from ? day : new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return { startsAt: instantOf(`${day}T${from}`), endsAt: instantOf(`${endsOn}T${to}`) }
}
const readShift = <Typed extends TypedShift>(typed: Typed, context: z.RefinementCtx): Omit<Typed, 'day' | 'from' | 'to'> & { startsAt: Date; endsAt: Date } => {
  const { day, from, to, ...rest } = typed
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (Number.isNaN(Date.parse(`${day}T12:00:00Z`))) return refuse('day', 'volunteering.problem.day'), z.NEVER
  const { startsAt, endsAt } = instantsOf({ day, from, to })
  if (!(startsAt instanceof Date)) return refuse(startsAt === 'unreadable' ? 'day' : 'from', whyNot[startsAt]), z.NEVER
  if (!(endsAt instanceof Date)) return refuse('to', whyNot[endsAt]), z.NEVER
  if (endsAt <= startsAt) return refuse('to', 'volunteering.problem.ends'), z.NEVER
  if (startsAt <= new Date()) return refuse('day', 'volunteering.problem.past'), z.NEVER
  if (startsAt.getTime() > Date.now() + 2 * 366 * 86_400_000) return refuse('day', 'volunteering.problem.far'), z.NEVER
  return { ...rest, startsAt, endsAt }
}

export const callInput = z.strictObject({ organisationId: id, proposalId: z.union([z.literal('').transform(() => null), id], 'problem.choose').default(null), ...call, ...shift }).transform(readShift)
export const callChangeInput = z.strictObject({ id, ...call })
export const closingInput = z.strictObject({ id, reason })
export const newShiftInput = z.strictObject({ id, ...shift }).transform(readShift)
export const shiftChangeInput = z.strictObject({ id, ...shift }).transform(readShift)
export const shiftCancellingInput = z.strictObject({ id, reason })

export const signUpInput = z
  .strictObject({
    shiftId: id,
    age: z.enum(['adult', 'minor'], 'volunteering.problem.age'),
    /** Ticked by whoever is not 18 yet. */
    consent: z.literal('yes').optional(),
    /** They know who will see their name. */
    knows: z.literal('yes', 'volunteering.problem.knows'),
    note: prose(lengths.note).default(''),
  })
  .refine(({ age, consent }) => age !== 'minor' || consent === 'yes', { error: 'volunteering.problem.consent', path: ['consent'] })
export const cancellingInput = z.strictObject({ id })
export const removingInput = z.strictObject({ id, reason })

/** Hours as people write them, „3”, „3,5” or „3:30”; empty: not noted yet. Minutes come out. */
const hours = z.string('volunteering.problem.hours').max(10, 'volunteering.problem.hours').transform((typed, context) => {
  const text = typed.trim().replace(',', '.')
  if (!text) return null
  const [, whole, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? []
  const read = whole ? Number(whole) * 60 + Number(minutes) : /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 60) : Number.NaN
  if (read >= 0 && read <= 1440) return read
  context.addIssue({ code: 'custom', message: 'volunteering.problem.hours' })
  return z.NEVER
})
export const attendanceInput = z.strictObject({ shiftId: id, hours: z.record(z.uuid('problem.invalid'), hours) })
export const letterInput = z.strictObject({ id, message: written(lengths.duties) })

export type CallStanding = {
  /** Whether they may act for its organisation, which is confirmed. */
  organises: boolean
  closed: boolean
}
export type ShiftStanding = CallStanding & { cancelled: boolean; started: boolean }

const organises: Policy<Pick<CallStanding, 'organises'>> = (_, { organises }) => (organises ? null : { key: 'volunteering.objection.notOrganiser' })
const isOpen: Policy<Pick<CallStanding, 'closed'>> = (_, { closed }) => (closed ? { key: 'volunteering.objection.closed' } : null)
const isHeld: Policy<Pick<ShiftStanding, 'cancelled'>> = (_, { cancelled }) => (cancelled ? { key: 'volunteering.objection.cancelledShift' } : null)
const hasNotBegun: Policy<Pick<ShiftStanding, 'started'>> = (_, { started }) => (started ? { key: 'volunteering.objection.started' } : null)
const hasBegun: Policy<Pick<ShiftStanding, 'started'>> = (_, { started }) => (started ? null : { key: 'volunteering.objection.notStarted' })

/** Confirmed organisations ask, through those who act for them. */
export const mayOpenCall: Policy<Pick<CallStanding, 'organises'>> = all<Pick<CallStanding, 'organises'>>(notSuspended, hasName, organises)
export const mayChangeCall: Policy<CallStanding> = all<CallStanding>(notSuspended, organises, isOpen)
/** The organisation, or the desk, where a call should not stand. */
export const mayCloseCall: Policy<CallStanding> = all<CallStanding>(notSuspended, (person, standing) => (atTheDesk(person, null) ? organises(person, standing) : null), isOpen)
export const mayChangeShift: Policy<ShiftStanding> = all<ShiftStanding>(mayChangeCall, isHeld, hasNotBegun)

export type SigningUp = ShiftStanding & {
  /** Whether the age they give is too low for this call. */
  tooYoung: boolean
  /** Whether they have signed up for another shift of the call that is at the same time. */
  elsewhere: boolean
}
/** Anybody with a name, old enough and not elsewhere then, until the shift begins. */
export const maySignUp: Policy<SigningUp> = all<SigningUp>(notSuspended, hasName, isOpen, isHeld, hasNotBegun, (_, { tooYoung }) => (tooYoung ? { key: 'volunteering.objection.adultsOnly' } : null), (_, { elsewhere }) => (elsewhere ? { key: 'volunteering.objection.elsewhere' } : null))

export type SignUpStanding = ShiftStanding & { ended: boolean }
const stillThere: Policy<Pick<SignUpStanding, 'ended'>> = (_, { ended }) => (ended ? { key: 'volunteering.objection.alreadyCancelled' } : null)
/** One's own, also while suspended: others may then have the place. */
export const mayCancel: Policy<SignUpStanding> = all<SignUpStanding>(stillThere, hasNotBegun)
export const mayRemove: Policy<SignUpStanding> = all<SignUpStanding>(notSuspended, organises, stillThere, hasNotBegun)

/** Who came and for how long is noted once a shift has begun, and never by oneself about oneself. */
export const mayNote: Policy<ShiftStanding & { oneself: boolean }> = all<ShiftStanding & { oneself: boolean }>(
  notSuspended, organises, isHeld, hasBegun, (_, { oneself }) => (oneself ? { key: 'volunteering.objection.oneself' } : null),
)
/** To those who signed up, until the call is closed. */
export const mayWriteToVolunteers: Policy<ShiftStanding> = all<ShiftStanding>(mayChangeCall, isHeld)

/** For pages: whether the desk may close it. */
export const isAtTheDesk = (person: Person): boolean => !atTheDesk(person, null)
