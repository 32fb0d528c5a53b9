import { z } from 'zod'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'
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
