import { z } from 'zod'
import { isSystem, notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'
import { isMember, mayMove, type Standing } from '../proposals/life-cycle'
import { wholeNumber } from '../whole-number'
import { reportShape } from './draft'

const id = z.uuid('problem.invalid')

/**
 * `revision`: the draft that the form was opened on. `mine`: conflicts, by their key, whose own text is to stand.
 * `go`: what the button asks for beside saving.
 */
export const saveReportInput = z.strictObject({
  id,
  revision: wholeNumber('problem.invalid', { min: 0 }),
  go: z.enum(['check', 'stay', 'later'], 'problem.invalid').default('check'),
  mine: z.record(z.string(), z.literal('yes', 'problem.invalid')).default({}),
  ...reportShape,
})

export const sendReportInput = z.strictObject({ id })
/** When an organisation is reminded: after its task's end, and when the time for the report is up. */
export const reminderKinds = ['ended', 'due'] as const
export type ReminderKind = (typeof reminderKinds)[number]
export const remindInput = z.strictObject({ id, kind: z.enum(reminderKinds, 'problem.invalid') })

const inProgress: Policy<Pick<Standing, 'state'>> = (_, { state }) => (state === 'inProgress' ? null : { key: `proposal.objection.is.${state}` })

type Writing = Pick<Standing, 'state' | 'isMember' | 'confirmed'>
/** Its organisation writes the report while the task is in progress, also before its end. */
export const mayWriteReport: Policy<Writing> = all<Writing>(notSuspended, isMember, inProgress)
/** It sends it as it makes the move. */
export const maySendReport = mayMove('report')
export const mayAcceptReport = mayMove('complete')
export const mayReturnReport = mayMove('mend')
/** Reminding is the clock's. */
export const mayRemind: Policy<Pick<Standing, 'state'>> = all<Pick<Standing, 'state'>>(isSystem, inProgress)
