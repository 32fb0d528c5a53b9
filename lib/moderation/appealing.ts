import { z } from 'zod'
import { all, type Objection, type Policy } from '../policy'
import type { Viewer } from '../person'
import { brokenRules, canModerate, sentence, textUpTo, type DecisionKind } from './rules'

/** Whom a decision restricts, and who had reported. Each side appeals once. */
export const sides = ['author', 'reporter'] as const
export type Side = (typeof sides)[number]
export const outcomes = ['upheld', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

/** How long a decision can be contested (DSA art. 20(1)), and within how many days that is answered. */
export const appealMonths = 6
export const answerDays = 14
export const appealLength = 2000

/** What each side may contest; the database knows the same lists (a trigger), and a test compares. */
export const contestable = {
  author: ['hide', 'remove', 'redact', 'warn', 'slow', 'suspend', 'ban'],
  reporter: ['keep'],
} as const satisfies Record<Side, readonly DecisionKind[]>
export const isContestable = (side: Side, kind: DecisionKind): boolean => (contestable[side] as readonly DecisionKind[]).includes(kind)

const text = textUpTo(appealLength).refine((text) => text.length >= 5, { error: 'problem.tooShort', params: { min: 5 } })
export const appealInput = z.strictObject({ decisionId: z.uuid('problem.invalid'), text })
/** By the link of the mail, for whoever cannot or does not want to sign in. */
export const linkedAppealInput = z.strictObject({ token: z.string().max(200), text })
/** By the number of a report. */
export const reporterAppealInput = z.strictObject({ number: z.string().max(100), text })

const decided = { appealId: z.uuid('problem.invalid'), reasons: sentence }
/** Upholding what a reporter says hides the comment, so it names the rule. */
export const appealDecisionInput = z.discriminatedUnion(
  'outcome',
  [
    z.strictObject({ ...decided, outcome: z.literal('upheld'), ground: z.union([z.enum(brokenRules), z.literal('').transform(() => undefined)], 'moderation.problem.rule').optional(), law: z.string().max(200).optional() }),
    z.strictObject({ ...decided, outcome: z.literal('rejected'), ground: z.string().max(40).optional(), law: z.string().max(200).optional() }),
  ],
  'problem.choose',
)

/** A decision as it can be contested. */
export type Contested = {
  kind: DecisionKind
  side: Side
  /** By the database's clock. */
  inTime: boolean
  /** That side has appealed before. */
  appealed: boolean
  /** Something took it back already. */
  undone: boolean
}

/** Why a decision cannot be contested, whoever asks; null while it can. */
export const whyFinal = ({ kind, side, inTime, appealed, undone }: Contested): Objection =>
  !isContestable(side, kind) ? { key: 'moderation.objection.notContestable' }
  : appealed ? { key: 'moderation.objection.appealedBefore' }
  : undone ? { key: 'moderation.objection.undone' }
  : inTime ? null
  : { key: 'moderation.objection.appealLate', values: { months: appealMonths } }

/** Whoever has been led to the decision: by their account, by the link in the mail, by the number of their report. */
export const canAppeal: Policy<Contested, Viewer> = (_, contested) => whyFinal(contested)

/** An appeal that waits, as the moderator sees it who means to decide. */
export type AppealJudged = {
  decided: boolean
  /** Decided what is contested, or appealed themselves. */
  involved: boolean
  /** Theirs, or their organisation's. */
  own: boolean
}
const isOpen: Policy<AppealJudged> = (_, { decided }) => (decided ? { key: 'moderation.objection.appealDecided' } : null)
const uninvolved: Policy<AppealJudged> = (_, { involved }) => (involved ? { key: 'moderation.objection.anotherModerator' } : null)
const notOwn: Policy<AppealJudged> = (_, { own }) => (own ? { key: 'moderation.objection.own' } : null)
/** Another moderator than the one who decided (a trigger of the database says so too), about what is not their own. */
export const canDecideAppeal: Policy<AppealJudged> = all<AppealJudged>(canModerate, isOpen, uninvolved, notOwn)
