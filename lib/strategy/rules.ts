import { z } from 'zod'
import { isAdmin } from '../accounts/rules'

/** What a task's code looks like: 1.1.19. */
export const taskCode = /^\d{1,3}(\.\d{1,3}){2}$/

export const importInput = z.strictObject({
  /** What `readOutline` made of the document. */
  outline: z.custom<import('./outline').Outline>((value) => typeof value === 'object' && value !== null),
  /** Unofficial titles in other languages: language → code or area name → title. */
  translations: z.record(z.string(), z.record(z.string(), z.string())),
})

/** The strategy is changed by whoever runs the installation. */
export const canImport = isAdmin

/** The orders in which the list of tasks can be read. */
export const taskOrders = ['votes', 'activity'] as const
export type TaskOrder = 'number' | (typeof taskOrders)[number]
