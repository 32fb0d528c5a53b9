import { z } from 'zod'
import { isAdmin, notSuspended } from '../accounts/rules'
import { instantOf } from '../city-time'
import { all, type Policy } from '../policy'
import { canonLine, canonText, graphemes } from '../text'
import { shownWhen, voters } from '../voting/rules'
import { wholeNumber } from '../whole-number'

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

/** An instant by the city's clocks, or nothing. */
const cityInstant = z.string('problem.time').transform((local, context) => {
  const instant = local ? instantOf(local) : null
  if (instant === null || instant instanceof Date) return instant
  const why = { never: 'problem.timeNever', twice: 'problem.timeTwice', unreadable: 'problem.time' }[instant]
  context.addIssue({ code: 'custom', message: why })
  return z.NEVER
})

const labels = z
  .string()
  .max(5000, 'problem.tooLong')
  .transform((typed) => canonText(typed).split('\n').map(canonLine).filter((line) => line))
  .refine((lines) => lines.every((line) => graphemes(line) <= 150), { error: 'problem.tooLong', params: { max: 150 } })
  .refine((lines) => new Set(lines).size === lines.length, 'problem.twice')
  .refine((lines) => lines.length <= 26, { error: 'problem.choicesAtMost', params: { max: 26 } })

/** What the city asks about a task, beside whether it is supported. */
export const cityQuestionInput = z
  .strictObject({
    code: z.string().regex(taskCode, 'problem.invalid'),
    kind: z.enum(['opinion', 'score', 'choice'], 'problem.choose'),
    prompt: z
      .string()
      .max(2000, 'problem.tooLong')
      .transform(canonLine)
      .refine((prompt) => graphemes(prompt) >= 10, 'problem.questionShort')
      .refine((prompt) => graphemes(prompt) <= 200, { error: 'problem.tooLong', params: { max: 200 } }),
    labels: labels.default([]),
    most: wholeNumber('problem.choose', { min: 1, max: 26 }).default(1),
    opensAt: cityInstant.default(null),
    closesAt: cityInstant.default(null),
    voters: z.enum(voters, 'problem.choose').default('signed-in'),
    shown: z.enum(shownWhen, 'problem.choose').default('always'),
  })
  .superRefine(({ kind, labels, most, opensAt, closesAt, shown }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'choice' && labels.length < 2) refuse('labels', 'problem.choicesAtLeast')
    if (kind === 'choice' && most > Math.max(1, labels.length)) refuse('most', 'problem.mostTooMany')
    if (closesAt && closesAt <= (opensAt ?? new Date())) refuse('closesAt', 'problem.closesBefore')
    // Without an end it would never be shown.
    if (shown === 'after-closing' && !closesAt) refuse('closesAt', 'problem.closesNever')
  })

const isOfficial: Policy<unknown> = ({ roles }) => (roles.includes('official') || roles.includes('admin') ? null : { key: 'objection.notTheOffice' })
const inUse: Policy<{ withdrawnAt: Date | null }> = (_, { withdrawnAt }) => (withdrawnAt ? { key: 'objection.taskWithdrawn' } : null)

/** The office asks, about what stands in the strategy. */
export const canAsk: Policy<{ withdrawnAt: Date | null }> = all<{ withdrawnAt: Date | null }>(notSuspended, isOfficial, inUse)
