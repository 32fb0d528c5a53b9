import { z } from 'zod'
import { atTheDesk, hasName, notSuspended } from '../accounts/rules'
import { cityTime } from '../city-time'
import { districtCodes } from '../organisations/districts'
import { fieldsOfWork } from '../organisations/fields-of-work'
import { all, type Policy } from '../policy'
import { canonLine, canonText, graphemes, hasHeapedMarks, mixesScripts } from '../text'

export const lengths = { title: 120, sought: 2000, message: 2000 } as const

const id = z.uuid('problem.invalid')
const prose = (max: number) =>
  z
    .string()
    .max(20_000, 'problem.tooLong')
    .transform(canonText)
    .refine((text) => text.length > 0, 'problem.required')
    .refine((text) => graphemes(text) <= max, { error: 'problem.tooLong', params: { max } })
const title = z
  .string()
  .max(2000, 'problem.tooLong')
  .transform(canonLine)
  .refine((text) => graphemes(text) >= 3, { error: 'problem.tooShort', params: { min: 3 } })
  .refine((text) => graphemes(text) <= lengths.title, { error: 'problem.tooLong', params: { max: lengths.title } })
  .refine((text) => !hasHeapedMarks(text), 'problem.heapedMarks')
  .refine((text) => !mixesScripts(text), 'problem.nameScripts')

/** Today by the city's calendar. */
const today = () => cityTime(new Date()).slice(0, 10)
const dayAhead = z
  .string('partnership.problem.until')
  .regex(/^\d{4}-\d\d-\d\d$/, 'partnership.problem.until')
  .refine((day) => new Date(`${day}T12:00:00Z`).toJSON()?.slice(0, 10) === day, 'partnership.problem.until')
  .refine((day) => day >= today(), 'partnership.problem.past')
  .refine((day) => Date.parse(day) < Date.now() + 366 * 86_400_000, 'partnership.problem.far')

export const partnerCallInput = z.strictObject({
  organisationId: id,
  proposalId: z.union([z.literal('').transform(() => null), id], 'problem.choose').default(null),
  title,
  sought: prose(lengths.sought),
  field: z.string('problem.choose').refine((code) => fieldsOfWork.some((field) => field.code === code), 'problem.choose'),
  district: z.enum(districtCodes, 'problem.choose'),
  until: dayAhead,
})
export const idInput = z.strictObject({ id })
export const requestInput = z.strictObject({ callId: id, organisationId: id, message: prose(lengths.message) })
export const answerInput = z.strictObject({ id, decision: z.enum(['accept', 'decline'], 'problem.choose'), answer: prose(lengths.message) })
export const endingInput = z.strictObject({ id, reason: prose(lengths.message) })

const acts: Policy<{ acts: boolean }> = (_, { acts }) => (acts ? null : { key: 'partnership.objection.notActing' })

/** Confirmed organisations look for partners, through those who act for them. */
export const mayOpenPartnerCall: Policy<{ acts: boolean }> = all<{ acts: boolean }>(notSuspended, hasName, acts)

export type PartnerCallStanding = { acts: boolean; closed: boolean }
const isOpen: Policy<{ closed: boolean }> = (_, { closed }) => (closed ? { key: 'partnership.objection.closed' } : null)
/** The organisation, or the desk, where a call should not stand. */
export const mayClosePartnerCall: Policy<PartnerCallStanding> = all<PartnerCallStanding>(notSuspended, (person, call) => (atTheDesk(person, null) ? acts(person, call) : null), isOpen)

export type Asking = {
  /** Whether they act for the organisation that asks. */
  acts: boolean
  /** Whether that is the organisation that is asked. */
  oneself: boolean
  /** Ended, or past its last day. */
  closed: boolean
}
export const mayRequest: Policy<Asking> = all<Asking>(notSuspended, hasName, acts, (_, { oneself }) => (oneself ? { key: 'partnership.objection.oneself' } : null), isOpen)

export const requestStates = ['waiting', 'accepted', 'declined', 'withdrawn', 'ended'] as const
export type RequestState = (typeof requestStates)[number]
export type RequestStanding = {
  /** Whether they act for the organisation that asked, and for the one that was asked. */
  asked: boolean
  answers: boolean
  state: RequestState
}
const isIn = (state: RequestState): Policy<RequestStanding> => (_, request) => (request.state === state ? null : { key: `partnership.objection.is.${request.state}` })
const fromAsker: Policy<RequestStanding> = (_, { asked }) => (asked ? null : { key: 'partnership.objection.notActing' })
const fromAsked: Policy<RequestStanding> = (_, { answers }) => (answers ? null : { key: 'partnership.objection.notActing' })
const fromEither: Policy<RequestStanding> = (_, { asked, answers }) => (asked || answers ? null : { key: 'partnership.objection.notActing' })

export const mayWithdraw: Policy<RequestStanding> = all<RequestStanding>(notSuspended, fromAsker, isIn('waiting'))
export const mayAnswer: Policy<RequestStanding> = all<RequestStanding>(notSuspended, fromAsked, isIn('waiting'))
export const mayEnd: Policy<RequestStanding> = all<RequestStanding>(notSuspended, fromEither, isIn('accepted'))
