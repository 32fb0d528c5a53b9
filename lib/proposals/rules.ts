import { z } from 'zod'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'
import { addDays, workingDayFrom } from '../working-days'
import { readDay } from './days'
import { cityToday, completionAtMost, lastDay } from './deadlines'
import { go, shapes } from './draft'
import { modes, steps } from './modes'

const id = z.uuid('problem.invalid')

export const startInput = z.strictObject({
  organisationId: z.uuid('proposal.problem.organisation'),
  /** Code of the task that it began from. */
  task: z.string().max(40).transform(canonLine).optional(),
  mode: z.enum(modes, 'offer.problem.mode').default('idea'),
})

/** Beside the step's own fields: which revision of the draft the form was opened on. */
const saving = { id, revision: wholeNumber('problem.invalid', { min: 0 }), go: go.default('next') }

export const saveStepInput = z.discriminatedUnion('step', [
  z.strictObject({ ...saving, step: z.literal('idea'), ...shapes.idea }),
  z.strictObject({ ...saving, step: z.literal('applicants'), ...shapes.applicants }),
  z.strictObject({ ...saving, step: z.literal('residents'), ...shapes.residents }),
  z.strictObject({ ...saving, step: z.literal('actions'), ...shapes.actions }),
  z.strictObject({ ...saving, step: z.literal('results'), ...shapes.results }),
  z.strictObject({ ...saving, step: z.literal('capacity'), ...shapes.capacity }),
  z.strictObject({ ...saving, step: z.literal('costs'), ...shapes.costs }),
  z.strictObject({ ...saving, step: z.literal('closing'), ...shapes.closing }),
])

/** Of each conflict, by its key, what stays: what oneself had typed, or what is there. `revision`: the draft that was shown beside it. */
export const settleInput = z.strictObject({ id, revision: saving.revision, choices: z.record(id, z.enum(['mine', 'theirs'], 'offer.problem.choose')).refine((choices) => Object.keys(choices).length > 0, 'offer.problem.choose') })

export const noteLength = 1000
export const noteInput = z.strictObject({
  id,
  step: z.enum(steps, 'problem.invalid').exclude(['check']),
  body: z
    .string()
    .max(20_000, 'problem.tooLong')
    .transform(canonText)
    .refine((text) => text.length > 0, 'problem.required')
    .refine((text) => graphemes(text) <= noteLength, { error: 'problem.tooLong', params: { max: noteLength } }),
})
export const removeNoteInput = z.strictObject({ id, noteId: id })

export const submitInput = z.strictObject({ id })

/** `seen`: the move by which it came to the desk, as the page showed it; another one since then is something new to read. */
export const decisionInput = z.strictObject({ id, seen: id.optional() })

export const reasonLength = 2000
const reason = z
  .string()
  .max(20_000, 'problem.tooLong')
  .transform(canonText)
  .refine((text) => text.length > 0, 'proposal.problem.reason')
  .refine((text) => graphemes(text) <= reasonLength, { error: 'problem.tooLong', params: { max: reasonLength } })

/** With why, in words that the members will read. */
export const reasonedInput = z.strictObject({ id, seen: id.optional(), reason })

/** A day for completing it, as typed, or the working day after it; an empty field is the usual time. */
export const returnInput = z.strictObject({
  id,
  seen: id.optional(),
  reason,
  completeBy: z
    .string()
    .max(200)
    .transform((typed, context) => {
      const [day, today] = [readDay(typed), cityToday()]
      if (!typed.trim()) return lastDay('completion', today)
      if (!day) context.addIssue({ code: 'custom', message: 'proposal.problem.day' })
      else if (day <= today || day > addDays(today, completionAtMost)) context.addIssue({ code: 'custom', message: 'proposal.problem.completeBy', params: { max: completionAtMost } })
      return workingDayFrom(day ?? today)
    })
    .default(() => lastDay('completion', cityToday())),
})

export const outcomes = ['accepted', 'rejected'] as const
/** `version`: the wording that was read. */
const version = wholeNumber('problem.invalid', { min: 1 })
export const prepareInput = z.strictObject({ id, outcome: z.enum(outcomes, 'life.problem.outcome'), reason, version })

/** Which proposals' prepared decisions are published together; one chosen box is sent as one value. */
export const batchInput = z.strictObject({
  proposals: z
    .preprocess((sent) => (typeof sent === 'string' ? [sent] : sent), z.array(id, 'life.problem.chooseDecisions').min(1, 'life.problem.chooseDecisions').max(200, 'life.problem.fewerDecisions'))
    .transform((ids) => [...new Set(ids)]),
})

/** Why one withdraws is for oneself to say or not. */
export const withdrawInput = z.strictObject({ id, reason: z.string().max(20_000, 'problem.tooLong').transform(canonText).refine((text) => graphemes(text) <= reasonLength, { error: 'problem.tooLong', params: { max: reasonLength } }).default('') })

export const appealInput = z.strictObject({ id, grounds: reason })
/** `dismiss` leaves it rejected; the others are the moves that follow an upheld appeal. */
export const appealAnswers = ['overturn', 'reassess', 'recheck', 'dismiss'] as const
export const appealDecisionInput = z.strictObject({ id, answer: z.enum(appealAnswers, 'life.problem.answer'), reason })

export const changeInput = z.strictObject({ id, reason, version })

/** The other proposal by its address or the end of it. */
export const mergeInput = z.strictObject({
  id,
  reason,
  into: z
    .string()
    .max(2000)
    .transform((typed) => canonLine(typed).replace(/[?#].*$/, '').split('/').findLast((part) => part !== '') ?? '')
    .refine((slug) => /^[a-z0-9-]{1,80}$/.test(slug), 'life.problem.into'),
})
