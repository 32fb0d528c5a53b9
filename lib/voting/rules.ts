import { z } from 'zod'
import { notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'

export const choices = ['for', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** What may be answered: an opinion on a task, or only support of a proposal. */
export const choicesOf = { opinion: choices, support: ['for'] } as const satisfies Record<string, readonly Choice[]>
export type QuestionKind = keyof typeof choicesOf

export const ballotInput = z.strictObject({ questionId: z.uuid('problem.invalid'), choice: z.enum(choices, 'problem.choose') })
export const withdrawalInput = z.strictObject({ questionId: z.uuid('problem.invalid') })

/** Open or not is said by the database's clock, while the question's row is held. */
export type QuestionState = { kind: QuestionKind; open: boolean; closedReason: string | null }

const questionOpen: Policy<QuestionState> = (_, { open, closedReason }) =>
  open ? null : { key: closedReason === 'withdrawn' ? 'objection.taskWithdrawn' : 'objection.votingClosed' }

/** Everyone signed in, while the question is open. */
export const canVote: Policy<QuestionState> = all(notSuspended, questionOpen)

/** The numbers of a question: only ever totals. */
export type Tally = Record<Choice, number> & { total: number }

/** Whole percentages that add up to 100, by largest remainder (ties to the larger, then the earlier choice); all 0 without votes. */
export function percentages(tally: Tally): Record<Choice, number> {
  if (!tally.total) return { for: 0, against: 0, abstain: 0 }
  const exact = choices.map((choice) => ({ choice, exact: (tally[choice] * 100) / tally.total }))
  const left = 100 - exact.reduce((sum, share) => sum + Math.floor(share.exact), 0)
  const byRemainder = [...exact].sort((a, b) => (b.exact % 1) - (a.exact % 1) || b.exact - a.exact)
  const lucky = new Set(byRemainder.slice(0, left).map(({ choice }) => choice))
  return Object.fromEntries(exact.map(({ choice, exact }) => [choice, Math.floor(exact) + Number(lucky.has(choice))])) as Record<Choice, number>
}
