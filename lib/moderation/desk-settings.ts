import { z } from 'zod'
import type { Policy } from '../policy'

const ticked = z.string().max(10).optional().transform((sent) => sent === 'yes')
/** What somebody wants at the desk: its keys of one letter, its daily summary. */
export const deskSettingsInput = z.strictObject({ keys: ticked, summary: ticked })

/** By the link in the summary. */
export const stopSummaryInput = z.strictObject({ token: z.string().max(200) })

export const summaryInput = z.strictObject({ personId: z.uuid('problem.invalid') })
/** Somebody to whom the job means to send the summary. */
export type Summarised = { due: boolean }
/** The system alone, once a day. */
export const maySummarise: Policy<Summarised> = ({ roles }, { due }) => (!roles.includes('system') ? { key: 'objection.notYours' } : due ? null : { key: 'desk.objection.summarised' })
/** From this hour of Toruń's day on. */
export const summaryHour = 7
