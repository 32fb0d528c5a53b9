import { z } from 'zod'
import { all, type Policy } from '../policy'
import { contentIds, namesOne } from './contents'
import { canModerate } from './rules'

/** How long a case is somebody's who has opened it to decide. */
export const claimMinutes = 15

/** `takeOver`: also from somebody who looks at it just now. */
export const claimInput = z.strictObject({ ...contentIds, takeOver: z.string().max(10).optional().transform((sent) => sent === 'yes') }).refine(namesOne, 'problem.invalid')
export const releaseInput = z.strictObject(contentIds).refine(namesOne, 'problem.invalid')

/** A case that somebody means to take. */
export type Claimable = { own: boolean }
const notOneself: Policy<Claimable> = (_, { own }) => (own ? { key: 'moderation.objection.own' } : null)
/** Whoever may decide about it. */
export const canClaim: Policy<Claimable> = all<Claimable>(canModerate, notOneself)
