import { z } from 'zod'
import { notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'

const organisationId = z.uuid('problem.invalid')
export const logoInput = z.strictObject({ organisationId, file: z.instanceof(File, { error: 'file.problem.none' }) })
export const removeLogoInput = z.strictObject({ organisationId })

type Own = { refusedAt: Date | null }
const notRefused: Policy<Own> = (_, { refusedAt }) => (refusedAt ? { key: 'organisation.objection.alreadyRefused' } : null)

/** Its members, unless it was refused. */
export const maySetLogo: Policy<Own> = all<Own>(notSuspended, notRefused)
