import { z } from 'zod'
import { notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'
import { mayEdit } from './rules'
import type { MemberRole } from './team'

const organisationId = z.uuid('problem.invalid')
export const logoInput = z.strictObject({ organisationId, file: z.instanceof(File, { error: 'file.problem.none' }) })
export const removeLogoInput = z.strictObject({ organisationId })

type Own = { refusedAt: Date | null; role: MemberRole }
const notRefused: Policy<Own> = (_, { refusedAt }) => (refusedAt ? { key: 'organisation.objection.alreadyRefused' } : null)

const edits: Policy<Own> = (_, { role }) => (mayEdit(role) ? null : { key: 'team.objection.notEditor' })

/** Its owners and editors, unless it was refused. */
export const maySetLogo: Policy<Own> = all<Own>(notSuspended, edits, notRefused)
