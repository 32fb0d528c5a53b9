import { z } from 'zod'
import { languages } from '../language'
import type { Policy } from '../policy'
import { canonLine } from '../text'

/** How long a copy of one's data can be fetched. */
export const copyHours = 24
/** How many words somebody may name to be taken out of their texts, and how long each may be. */
export const words = { most: 20, shortest: 3, longest: 100 }

/** One a line: a surname, a street. */
const ownWords = z
  .string()
  .max(4000, 'problem.tooLong')
  .transform((typed) => typed.split('\n').map(canonLine).filter(Boolean))
  .refine((lines) => lines.length <= words.most && lines.every((line) => line.length >= words.shortest && line.length <= words.longest), { error: 'privacy.problemWords', params: words })

/** A deliberate yes: the box beside the button; and what else than name and address is to go from one's texts. */
export const deletionInput = z.strictObject({ sure: z.literal('yes', 'privacy.problemSure'), words: ownWords.optional() })

export const copyInput = z.strictObject({ language: z.enum(languages) })

/** Everybody may leave, also whoever is suspended (GDPR art. 17); only the site itself cannot. */
export const canLeave: Policy<unknown> = ({ roles }) => (roles.includes('system') ? { key: 'objection.notYours' } : null)

/** Everybody may have a copy (GDPR art. 15), one at a time. */
export const canAskForCopy: Policy<{ hasOne: boolean }> = (person, { hasOne }) => canLeave(person, null) ?? (hasOne ? { key: 'privacy.copy.hasOne' } : null)
