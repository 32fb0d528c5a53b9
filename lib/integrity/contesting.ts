import { z } from 'zod'
import { appealLength, appealMonths, outcomes } from '../moderation/appealing'
import { sentence, textUpTo } from '../moderation/rules'
import type { Policy } from '../policy'

// Contesting an invalidation, by the terms of moderation's appeals: once, within six months, answered in fourteen days.

const id = z.uuid('problem.invalid')
export const contestInput = z.strictObject({ decisionId: id, text: textUpTo(appealLength).refine((text) => text.length >= 5, { error: 'problem.tooShort', params: { min: 5 } }) })
export const contestAnswerInput = z.strictObject({ appealId: id, outcome: z.enum(outcomes, 'problem.choose'), reasons: sentence })

/** An invalidation as somebody sees it whose vote it is about. */
export type ContestedInvalidation = {
  /** By the database's clock. */
  inTime: boolean
  /** They have contested it before. */
  appealed: boolean
  /** Their vote counts again. */
  counts: boolean
}

/** Whoever's vote it took out, also while they are suspended. */
export const canContest: Policy<ContestedInvalidation> = (_, { inTime, appealed, counts }) =>
  appealed ? { key: 'moderation.objection.appealedBefore' }
  : counts ? { key: 'integrity.objection.countsAgain' }
  : inTime ? null
  : { key: 'moderation.objection.appealLate', values: { months: appealMonths } }
