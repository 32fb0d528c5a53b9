import { z } from 'zod'
import type { Policy } from '../policy'

/** A deliberate yes: the box beside the button. */
export const deletionInput = z.strictObject({ sure: z.literal('yes', 'privacy.problemSure') })

/** Everybody may leave, also whoever is suspended (GDPR art. 17); only the site itself cannot. */
export const canLeave: Policy<unknown> = ({ roles }) => (roles.includes('system') ? { key: 'objection.notYours' } : null)
