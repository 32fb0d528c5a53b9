import { z } from 'zod'
import { notSuspended } from '../accounts/rules'
import { cityTime } from '../city-time'
import { all, type Policy } from '../policy'
import { isCoordinator, type ProposalState } from '../proposals/life-cycle'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'

/** Kinds of proposals, each with criteria of its own (law.md 1.4: one data model serves all of them). */
export const modes = ['idea', 'smallGrant', 'openCall', 'localInitiative'] as const
export type Mode = (typeof modes)[number]

/** What somebody says before the sheet opens: no conflict, their own matter, or that of somebody they are close to. */
export const declarations = ['none', 'own', 'related'] as const
export type Declaration = (typeof declarations)[number]

/** Days before the day on which a card is due that its assessor is reminded. */
export const remindDays = 2

const id = z.uuid('problem.invalid')
const today = () => cityTime(new Date()).slice(0, 10)
/** Today or later, by the city's clocks, within a year. */
const dueOn = z.string('assessment.problem.day').refine((day) => z.iso.date().safeParse(day).success && day >= today() && Date.parse(day) < Date.now() + 366 * 86_400_000, 'assessment.problem.day')
const sentence = (needed: 'assessment.problem.reason' | 'assessment.problem.words' | 'assessment.problem.note') =>
  z
    .string(needed)
    .max(20_000, 'problem.tooLong')
    .transform(canonText)
    .refine((text) => text.length > 0, needed)
    .refine((text) => graphemes(text) <= 2000, { error: 'problem.tooLong', params: { max: 2000 } })

export const assignInput = z.strictObject({ proposalId: id, personId: z.uuid('assessment.problem.person'), dueOn })
export const releaseInput = z.strictObject({ assessorId: id, reason: sentence('assessment.problem.reason') })

/** Words are wanted with a conflict, and mean nothing without. */
export const declareInput = z
  .strictObject({
    assessorId: id,
    declaration: z.enum(declarations, 'problem.choose'),
    words: z.string().max(20_000, 'problem.tooLong').transform(canonText).refine((text) => graphemes(text) <= 2000, { error: 'problem.tooLong', params: { max: 2000 } }).default(''),
  })
  .refine(({ declaration, words }) => declaration === 'none' || words.length > 0, { error: 'assessment.problem.words', path: ['words'] })

/** Anything may be typed; it is read when the card is handed in. */
export const cardInput = z.strictObject({
  assessorId: id,
  lines: z
    .array(
      z.strictObject({
        criterion: id,
        points: z.string().max(40, 'assessment.problem.pointsTyped').transform(canonLine),
        reason: z.string().max(20_000, 'problem.tooLong').transform(canonText),
      }),
    )
    .max(50, 'problem.invalid'),
  /** Where the button leads: on to the check before handing in, or back to the card. */
  go: z.enum(['stay', 'check'], 'problem.choose').default('stay'),
})
export const assessorOnly = z.strictObject({ assessorId: id })

export const forwardInput = z.strictObject({ proposalId: id, department: z.string('assessment.problem.department').regex(/^[a-z0-9-]{1,40}$/, 'assessment.problem.department'), dueOn, note: sentence('assessment.problem.note') })
export const returnInput = z.strictObject({ forwardingId: id, note: sentence('assessment.problem.note') })

/** A proposal as somebody at the office stands to it. */
export type Assessed = {
  state: ProposalState
  /** Whether they belong to its organisation, or began it. */
  isOwn: boolean
}

/** Whoever assesses: people who work at the office. */
const isOfficial: Policy<unknown> = ({ roles }) => (roles.includes('official') ? null : { key: 'objection.notYours' })
/** Who sees the work lists at all. */
export const assesses: Policy<unknown> = (person, subject) => (isCoordinator(person, subject) && isOfficial(person, subject) ? { key: 'objection.notYours' } : null)

/** Nobody acts on a proposal of their own organisation. */
const notOwn: Policy<Assessed> = (_, { isOwn }) => (isOwn ? { key: 'assessment.objection.own' } : null)
/** Assessed is what was formally accepted and not decided upon yet. */
export const isOpen: Policy<Pick<Assessed, 'state'>> = (_, { state }) => (state === 'published' ? null : { key: 'assessment.objection.notOpen' })

/** Whom a coordinator wants to assign, and whether there is a place for them. */
export type Assigning = Assessed & {
  candidate: 'fit' | 'not-official' | 'of-the-organisation' | 'assigned-before' | 'oneself'
  place: 1 | 2 | 3 | null
}
export const mayAssign: Policy<Assigning> = all<Assigning>(
  notSuspended,
  isCoordinator,
  notOwn,
  isOpen,
  (_, { candidate }) => (candidate === 'fit' ? null : { key: `assessment.objection.${candidate}` }),
  (_, { place }) => (place ? null : { key: 'assessment.objection.noPlace' }),
)

/** An assessor's place as somebody stands to it. */
export type Seat = Assessed & { isMine: boolean; declaration: Declaration | null; freed: boolean; submitted: boolean }

const isMine: Policy<Seat> = (_, { isMine }) => (isMine ? null : { key: 'objection.notYours' })
const notFreed: Policy<Seat> = (_, { freed }) => (freed ? { key: 'assessment.objection.freed' } : null)
const notSubmitted: Policy<Seat> = (_, { submitted }) => (submitted ? { key: 'assessment.objection.submitted' } : null)
const isOpenSeat: Policy<Seat> = isOpen

export const mayFree: Policy<Seat> = all<Seat>(notSuspended, isCoordinator, notOwn, isOpenSeat, notFreed, notSubmitted)

/** Declaring is for the assessor, once; a conflict that is noticed later may still be declared until the card is in. */
export const mayDeclare: Policy<Seat & { says: Declaration }> = all<Seat & { says: Declaration }>(
  notSuspended, isOfficial, isMine, isOpenSeat, notFreed, notSubmitted,
  (_, { says, isOwn }) => (says === 'none' && isOwn ? { key: 'assessment.objection.own' } : null),
  (_, { says, declaration }) => (says === 'none' && declaration ? { key: 'assessment.objection.declared' } : null),
)

/** The sheet is open to whoever has declared that there is no conflict, until the card is in. */
export const mayWriteCard: Policy<Seat> = all<Seat>(
  notSuspended, isOfficial, isMine, notOwn, isOpenSeat, notFreed,
  (_, { declaration }) => (declaration === 'none' ? null : { key: 'assessment.objection.declareFirst' }),
  notSubmitted,
)

/** Where the office's word is asked for: while it is being checked or assessed. */
export type Forwarded = Assessed & { forwarded: boolean }
const inTheOffice: Policy<Forwarded> = (_, { state }) => (state === 'submitted' || state === 'published' ? null : { key: 'assessment.objection.notOpen' })
export const mayForward: Policy<Forwarded> = all<Forwarded>(notSuspended, assesses, notOwn, inTheOffice, (_, { forwarded }) => (forwarded ? { key: 'assessment.objection.forwarded' } : null))
export const mayReturn: Policy<Forwarded> = all<Forwarded>(notSuspended, assesses, notOwn, (_, { forwarded }) => (forwarded ? null : { key: 'assessment.objection.returned' }))

/** Adopting criteria is for whoever runs the platform for the city. */
export const criteriaInput = z.strictObject({
  mode: z.enum(modes, 'problem.choose'),
  validFrom: dueOn,
  basis: z.string().max(2000, 'problem.tooLong').transform(canonLine).refine((text) => text.length > 0, 'problem.required').refine((text) => text.length <= 300, { error: 'problem.tooLong', params: { max: 300 } }),
  apartPercent: wholeNumber('assessment.problem.percent', { min: 1, max: 100 }),
  days: wholeNumber('assessment.problem.days', { min: 1, max: 90 }),
  lines: z.string('assessment.problem.lines').max(20_000, 'problem.tooLong'),
})
