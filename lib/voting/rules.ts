import { z } from 'zod'
import { notSuspended } from '../accounts/rules'
import { isClerk, paperFields } from '../discussion/rules'
import type { Person } from '../person'
import { all, type Policy } from '../policy'

/** The key of something that can be answered, such as `for`, `3` or `b`. */
export type Choice = string

/** What can be answered; a `choice` question brings its own. */
export const choicesOf = { opinion: ['for', 'against', 'abstain'], support: ['for'], score: ['1', '2', '3', '4', '5'] } as const satisfies Record<string, readonly Choice[]>
/** An opinion on a task; only support, of a proposal; a score from 1 to 5; up to k of several things. */
export const questionKinds = ['opinion', 'support', 'score', 'choice'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const voters = ['signed-in', 'verified'] as const
export type Voters = (typeof voters)[number]
export const shownWhen = ['always', 'after-vote', 'after-closing'] as const
export type Shown = (typeof shownWhen)[number]

/** As what somebody is counted; shown side by side, never weighed. */
export const strata = ['verified', 'signed-in', 'paper'] as const
export type Stratum = (typeof strata)[number]

/** How many voted, and how many of them chose what. */
export type Count = { total: number; choices: Record<Choice, number> }
/**
 * The published numbers of a question. `days`: how many of the votes were cast on each day, by the city's clock.
 * `invalidated`, where a decision has made some not count: how many, and the total with them; of fewer than
 * `stratumAtLeast`, only how many, or what they said could be told by subtraction.
 */
export type Results = Count & { strata: (Count & { strata: Stratum[] })[]; days: { day: string; votes: number }[]; invalidated?: { votes: number; withThem: Count | null } }

const questionId = z.uuid('problem.invalid')
const choice = z.string('problem.choose').regex(/^[a-z0-9-]{1,20}$/, 'problem.choose')
export const ballotInput = z.strictObject({
  questionId,
  /** One, or several where the question takes several. */
  choice: z.union([choice.transform((one) => [one]), z.array(choice).min(1, 'problem.choose').max(30, 'problem.choose')], 'problem.choose'),
})
export const questionOnly = z.strictObject({ questionId })

/** Why a question was closed that may come back and be voted on again, so that nothing is counted for good. */
export const comesBack: string[] = ['withdrawn', 'merged']

/** Open or not is said by the database's clock, while the question's row is held. */
export type QuestionState = { state: 'not-yet' | 'open' | 'closed'; closedReason: string | null; voters: Voters; barred: boolean }

const questionOpen: Policy<QuestionState> = (_, { state, closedReason }) =>
  state === 'open' ? null
  : state === 'not-yet' ? { key: 'objection.votingNotYet' }
  : { key: closedReason === 'withdrawn' ? 'objection.taskWithdrawn' : 'objection.votingClosed' }

const mayVoteHere: Policy<QuestionState> = ({ level }, { voters }) => (voters === 'verified' && level !== 'verified' ? { key: 'objection.verifiedOnly' } : null)

/** Whoever erased an account has a ballot here still: see `barredVoters`. */
const notBarred: Policy<QuestionState> = (_, { barred }) => (barred ? { key: 'objection.votedBefore' } : null)

/** Everyone signed in, or those who are verified; once. */
export const canVote: Policy<QuestionState> = all<QuestionState>(notSuspended, questionOpen, mayVoteHere, notBarred)
/** One's own ballot, as long as it can be changed. */
export const canTakeBack: Policy<QuestionState> = all<QuestionState>(notSuspended, questionOpen)

/** As what a vote is counted, told when it is cast: whoever is verified later and votes again is counted as verified. */
export const stratumOf = ({ level }: Person): Stratum => (level === 'verified' ? 'verified' : 'signed-in')

/** Fewer voters than this in a stratum, and it is shown together with another: nobody's vote can be read from it. */
export const stratumAtLeast = 5

/**
 * Strata as they may be published: those with fewer than five voters are merged, smallest first, until each group has
 * five or there is one group, so that none can be found by subtraction either. Strata without voters are left out.
 */
export function publishableStrata(counted: readonly (Count & { strata: Stratum[] })[]): (Count & { strata: Stratum[] })[] {
  const groups = counted.filter(({ total }) => total > 0).sort((a, b) => a.total - b.total)
  while (groups.length > 1 && groups[0]!.total < stratumAtLeast) {
    const [smallest, next] = groups.splice(0, 2) as [(typeof groups)[number], (typeof groups)[number]]
    groups.unshift({ strata: [...smallest.strata, ...next.strata], total: smallest.total + next.total, choices: sumOf(smallest.choices, next.choices) })
    groups.sort((a, b) => a.total - b.total)
  }
  const place = (group: { strata: Stratum[] }) => Math.min(...group.strata.map((stratum) => strata.indexOf(stratum)))
  return groups.map((group) => ({ ...group, strata: strata.filter((stratum) => group.strata.includes(stratum)) })).sort((a, b) => place(a) - place(b))
}

const sumOf = (a: Record<Choice, number>, b: Record<Choice, number>) =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((choice) => [choice, (a[choice] ?? 0) + (b[choice] ?? 0)]))

/**
 * Whole percentages of what was chosen. Where each voter chose one thing they add up to 100, by largest remainder (ties
 * to the larger, then the earlier choice); where several could be chosen each is rounded by itself. All 0 without votes.
 */
export function percentages({ total, choices }: Count, order: readonly Choice[]): Record<Choice, number> {
  const votes = order.map((choice) => ({ choice, exact: total ? ((choices[choice] ?? 0) * 100) / total : 0 }))
  const sum = order.reduce((sum, choice) => sum + (choices[choice] ?? 0), 0)
  if (sum !== total) return Object.fromEntries(votes.map(({ choice, exact }) => [choice, Math.round(exact)]))
  const left = total ? 100 - votes.reduce((sum, { exact }) => sum + Math.floor(exact), 0) : 0
  const byRemainder = [...votes].sort((a, b) => (b.exact % 1) - (a.exact % 1) || b.exact - a.exact)
  const lucky = new Set(byRemainder.slice(0, left).map(({ choice }) => choice))
  return Object.fromEntries(votes.map(({ choice, exact }) => [choice, Math.floor(exact) + Number(lucky.has(choice))]))
}

/** A receipt as people read it aloud: „1A2B-3C4D-5E6F”. */
export const sayReceipt = (receipt: string): string => receipt.replace(/(.{4})(?=.)/g, '$1-')
/** What somebody typed as a receipt, as it is stored. */
export const readReceipt = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-F]/g, '')

/** When a question opens or closes next by itself; null when it does not. */
export const nextChangeOf = ({ state, opensAt, closesAt }: { state: QuestionState['state']; opensAt: Date; closesAt: Date | null }): Date | null =>
  state === 'not-yet' ? opensAt : state === 'open' ? closesAt : null

const many = z.string().transform((typed) => (typed.trim() === '' ? 0 : /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : NaN)).refine((count) => count >= 0 && count <= 100_000, 'office.problem.cards')
/** Cards as they are typed: how many for each choice (`k-` before its key), or each card on a line by the numbers of its choices. */
const cardFields = { cards: z.record(z.string().max(30), many).default({}), lines: z.string().max(50_000, 'problem.tooLong').default('') }

export const paperBatchInput = z.strictObject({
  questionId,
  ...paperFields,
  ...cardFields,
  /** At the desk it was seen that each card went to a resident: needed where only residents vote. */
  residenceChecked: z.string().max(10).optional().transform((sent) => sent === 'yes'),
})
export const secondCountInput = z.strictObject({ batchId: z.uuid('problem.invalid'), ...cardFields })
export const batchOnly = z.strictObject({ batchId: z.uuid('problem.invalid') })

export class UnreadableCard extends Error {}

/**
 * Cards as they are kept: choices joined by a comma → how many cards.
 * @throws {UnreadableCard} with the first line that is no card of the question
 */
export function cardsOf({ choices, most }: { choices: readonly Choice[]; most: number }, { cards, lines }: { cards: Record<string, number>; lines: string }): Record<string, number> {
  const counted: Record<string, number> = {}
  const add = (choice: string, count: number) => count && (counted[choice] = (counted[choice] ?? 0) + count)
  if (most === 1) for (const choice of choices) add(choice, cards[`k-${choice}`] ?? 0)
  else
    for (const line of lines.split('\n').map((line) => line.trim()).filter(Boolean)) {
      const marked = [...new Set(line.split(/[\s,;]+/))].map((number) => choices[Number(number) - 1])
      if (marked.length > most || marked.some((choice) => choice === undefined)) throw new UnreadableCard(line)
      add(choices.filter((choice) => marked.includes(choice)).join(), 1)
    }
  return counted
}

export const canEnterCards: Policy<QuestionState> = all<QuestionState>(notSuspended, isClerk, questionOpen)
type Batch = QuestionState & { enteredById: string; settled: boolean }
const notSettled: Policy<Batch> = (_, { settled }) => (settled ? { key: 'office.objection.settled' } : null)
const anothers: Policy<Batch> = ({ id }, { enteredById }) => (id === enteredById ? { key: 'office.objection.ownBatch' } : null)
/** The second count is somebody else's. */
export const canConfirmCards: Policy<Batch> = all<Batch>(notSuspended, isClerk, notSettled, anothers, questionOpen)
export const canDropCards: Policy<Batch> = all<Batch>(notSuspended, isClerk, notSettled)
