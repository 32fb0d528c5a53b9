import { z } from 'zod'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'
import { addDays } from '../working-days'
import { readDay } from './days'
import { cityDate, completionAtMost, lastDay } from './deadlines'
import { go, shapes } from './draft'

const id = z.uuid('problem.invalid')

export const startInput = z.strictObject({
  organisationId: z.uuid('proposal.problem.organisation'),
  /** Code of the task that it began from. */
  task: z.string().max(40).transform(canonLine).optional(),
})

/** Beside the step's own fields: which state of the step was opened, and whether to save over somebody else's. */
const saving = { id, revision: wholeNumber('problem.invalid', { min: 0 }), anyway: z.literal('1').optional(), go: go.default('next') }

export const saveStepInput = z.discriminatedUnion('step', [
  z.strictObject({ ...saving, step: z.literal('idea'), ...shapes.idea }),
  z.strictObject({ ...saving, step: z.literal('actions'), ...shapes.actions }),
  z.strictObject({ ...saving, step: z.literal('results'), ...shapes.results }),
  z.strictObject({ ...saving, step: z.literal('costs'), ...shapes.costs }),
])

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

/** A day for completing it, as typed; an empty field is the usual time. */
export const returnInput = z.strictObject({
  id,
  seen: id.optional(),
  reason,
  completeBy: z
    .string()
    .max(200)
    .transform((typed, context) => {
      const [day, today] = [readDay(typed), cityDate(new Date())]
      if (!typed.trim()) return lastDay('completion', today)
      if (!day) context.addIssue({ code: 'custom', message: 'proposal.problem.day' })
      else if (day <= today || day > addDays(today, completionAtMost)) context.addIssue({ code: 'custom', message: 'proposal.problem.completeBy', params: { max: completionAtMost } })
      return day ?? today
    })
    .default(() => lastDay('completion', cityDate(new Date()))),
})
