import { z } from 'zod'
import { atTheDesk, notSuspended } from '../accounts/rules'
import { revision, type CommentState } from '../discussion/rules'
import { all, objectionTo, type Policy } from '../policy'
import type { Viewer } from '../person'
import { canonText, graphemes } from '../text'

/** The rules of the terms of use that somebody can break. */
export const brokenRules = ['abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal'] as const
export type BrokenRule = (typeof brokenRules)[number]
/** What a decision can rest on; `none`: no rule is broken. */
export const grounds = [...brokenRules, 'none'] as const
export type Ground = (typeof grounds)[number]

/**
 * Every decision: what it is about, from which states it leads to which, and whether it must name a broken rule.
 * `keep` answers the reports that wait and lets a held comment be read; what its author has taken back stays so.
 */
export const moves = {
  hide: { about: 'comment', from: ['shown', 'held', 'withdrawn'], to: 'hidden', namesRule: true },
  keep: { about: 'comment', from: ['shown', 'held', 'withdrawn'], to: 'shown', namesRule: false },
  restore: { about: 'comment', from: ['hidden'], to: 'shown', namesRule: false },
  lock: { about: 'thread', from: ['open'], to: 'locked', namesRule: true },
  unlock: { about: 'thread', from: ['locked'], to: 'open', namesRule: false },
} as const satisfies Record<string, { from: readonly JudgedState[]; to: JudgedState } & Record<string, unknown>>
type JudgedState = CommentState | 'open' | 'locked'
export type DecisionKind = keyof typeof moves
export const decisionKinds = Object.keys(moves) as DecisionKind[]
export const commentMoves = ['hide', 'keep', 'restore'] as const satisfies DecisionKind[]
export type CommentMove = (typeof commentMoves)[number]

const sentenceLength = { min: 5, max: 1000 }
/** A sentence or two in one's own words. */
const sentence = z
  .string('problem.required')
  .refine((typed) => typed.length <= 8000, { error: 'problem.tooLong', params: { max: sentenceLength.max } })
  .transform(canonText)
  .superRefine((text, context) => {
    const length = graphemes(text)
    if (length < sentenceLength.min) context.addIssue({ code: 'custom', message: 'problem.tooShort', params: { min: sentenceLength.min } })
    else if (length > sentenceLength.max) context.addIssue({ code: 'custom', message: 'problem.tooLong', params: { max: sentenceLength.max } })
  })

const brokenRule = z.enum(brokenRules, 'moderation.problem.rule')
/** The newest decision that the moderator saw before deciding; empty when there was none. */
const seen = z.union([z.uuid('problem.invalid'), z.literal('').transform(() => null)]).nullish().transform((id) => id ?? null)
/** Where no rule need be named, one that was chosen by the way is not read. */
const noRule = z.string().max(40).optional()

/** A report names the wording that was seen. */
export const reportInput = z.strictObject({ commentId: z.uuid('problem.invalid'), revision, ground: brokenRule, sentence })

const decided = { commentId: z.uuid('problem.invalid'), sentence, seen }
export const decisionInput = z.discriminatedUnion(
  'kind',
  [z.strictObject({ ...decided, kind: z.literal('hide'), ground: brokenRule }), z.strictObject({ ...decided, kind: z.enum(['keep', 'restore']), ground: noRule })],
  'problem.choose',
)
export const lockInput = z.strictObject({ threadId: z.uuid('problem.invalid'), ground: brokenRule, sentence, seen })
export const unlockInput = z.strictObject({ threadId: z.uuid('problem.invalid'), ground: noRule, sentence, seen })

/** The comment that somebody means to report, and the wording that they have seen. */
export type Reportable = { authorId: string; state: CommentState; revision: number; seen: number }
const notOwn: Policy<Reportable> = (person, { authorId }) => (authorId === person.id ? { key: 'moderation.objection.reportOwn' } : null)
const stillVisible: Policy<Reportable> = (_, { state }) => (state === 'shown' ? null : { key: state === 'hidden' ? 'moderation.objection.reportHidden' : 'moderation.objection.reportGone' })
const wordingKnown: Policy<Reportable> = (_, { seen, revision }) => (seen <= revision ? null : { key: 'problem.invalid' })
/** Everyone signed in may report what others wrote, while it can be read. */
export const canReport: Policy<Reportable> = all<Reportable>(notSuspended, notOwn, stillVisible, wordingKnown)

/** Who works at the desk: moderators and admins, unless they are suspended. */
export const canModerate: Policy<unknown> = all<unknown>(notSuspended, atTheDesk)
export const isModerator = (viewer: Viewer): boolean => !objectionTo(canModerate, viewer, null)

/** What a decision is about, as it stands, and what the moderator saw of it. */
export type Judged = {
  kind: DecisionKind
  state: JudgedState
  /** Written by whoever decides, or in the name of an organisation of theirs. */
  own: boolean
  /** Reports that wait for an answer, and a check that does. */
  waiting: number
  /** The newest decision there is, and the newest that the moderator saw. */
  newest: string | null
  seen: string | null
}

/** Nobody decides about their own content, nor about their organisation's. */
const notOneself: Policy<{ own: boolean }> = (_, { own }) => (own ? { key: 'moderation.objection.own' } : null)
/** Somebody else was quicker: their decision is to be read first. */
const asSeen: Policy<{ newest: string | null; seen: string | null }> = (_, { newest, seen }) => (newest === seen ? null : { key: 'moderation.objection.alreadyDecided' })
const moveFits: Policy<Judged> = (_, { kind, state, waiting }) =>
  !(moves[kind].from as readonly JudgedState[]).includes(state) ? { key: `moderation.objection.${kind}` as const }
  : kind === 'keep' && !waiting ? { key: 'moderation.objection.nothingWaits' }
  : null

/** Moderators and admins, about what is not their own, on what they have seen, by the table of moves. */
export const canDecide: Policy<Judged> = all<Judged>(canModerate, notOneself, asSeen, moveFits)

/** The decisions that a viewer may make now. */
export const movesOpenTo = (viewer: Viewer, judged: Omit<Judged, 'kind' | 'seen'>): DecisionKind[] =>
  decisionKinds.filter((kind) => !objectionTo(canDecide, viewer, { ...judged, kind, seen: judged.newest }))

/** What the queue is sorted by, oldest first: when it began to wait; each further report counts as a day of waiting. */
export const urgency = ({ since, reports }: { since: Date; reports: number }): number => since.getTime() - (reports - 1) * 86_400_000
