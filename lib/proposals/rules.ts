import { z } from 'zod'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'
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
export const reasonedInput = z.strictObject({
  id,
  seen: id.optional(),
  /** In words that the members will read. */
  reason: z
    .string()
    .max(20_000, 'problem.tooLong')
    .transform(canonText)
    .refine((text) => text.length > 0, 'proposal.problem.reason')
    .refine((text) => graphemes(text) <= reasonLength, { error: 'problem.tooLong', params: { max: reasonLength } }),
})
