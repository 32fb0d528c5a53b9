import { z } from 'zod'
import { atTheDesk, notSuspended } from '../accounts/rules'
import type { CommentState } from '../discussion/rules'
import { all, objectionTo, type Policy } from '../policy'
import type { Viewer } from '../person'
import { canonLine, canonText, graphemes } from '../text'
import { namesOne, publicationIds } from './contents'
import type { SanctionKind } from './sanctions'

/** The rules of the terms of use that somebody can break. */
export const brokenRules = ['abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal'] as const
export type BrokenRule = (typeof brokenRules)[number]
/** What a decision can rest on; `none`: no rule is broken. */
export const grounds = [...brokenRules, 'none'] as const
export type Ground = (typeof grounds)[number]

/** How a decision came about: somebody reported, a moderator saw it, or an appeal was upheld. */
export const origins = ['report', 'own', 'appeal'] as const
export type PublicOrigin = (typeof origins)[number]
/** `carried`: from an earlier account of the same mailbox (bars.ts); nothing new was decided, so no figure counts it. */
export type Origin = PublicOrigin | 'carried'

/**
 * Every decision about what was said: what it is about, from which states it leads to which, and whether it must name a
 * broken rule. `keep` answers the reports that wait and lets a held comment be read; what its author has taken back stays
 * so. `remove` takes the words out altogether, `redact` a passage of them. Decisions about people are in sanctions.ts.
 */
export const moves = {
  hide: { about: 'comment', from: ['shown', 'held', 'withdrawn'], to: 'hidden', namesRule: true },
  remove: { about: 'comment', from: ['shown', 'held', 'withdrawn'], to: 'hidden', namesRule: true },
  redact: { about: 'comment', from: ['shown', 'held', 'withdrawn'], to: 'shown', namesRule: true },
  keep: { about: 'comment', from: ['shown', 'held', 'withdrawn'], to: 'shown', namesRule: false },
  restore: { about: 'comment', from: ['hidden'], to: 'shown', namesRule: false },
  lock: { about: 'thread', from: ['open'], to: 'locked', namesRule: true },
  unlock: { about: 'thread', from: ['locked'], to: 'open', namesRule: false },
} as const satisfies Record<string, { from: readonly JudgedState[]; to: JudgedState } & Record<string, unknown>>
type JudgedState = CommentState | 'open' | 'locked'
export type Move = keyof typeof moves
export const moveKinds = Object.keys(moves) as Move[]
export const commentMoves = ['hide', 'remove', 'redact', 'keep', 'restore'] as const satisfies Move[]
export type CommentMove = (typeof commentMoves)[number]
/** What is decided about what an organisation publishes: words are its own to change, so none are taken out. */
export const publicationMoves = ['hide', 'keep', 'restore'] as const satisfies Move[]
export type PublicationMove = (typeof publicationMoves)[number]
export type DecisionKind = Move | SanctionKind | 'lift'

const sentenceLength = { min: 5, max: 1000 }
/** A sentence or two in one's own words. */
export const sentence = z
  .string('problem.required')
  .refine((typed) => typed.length <= 8000, { error: 'problem.tooLong', params: { max: sentenceLength.max } })
  .transform(canonText)
  .superRefine((text, context) => {
    const length = graphemes(text)
    if (length < sentenceLength.min) context.addIssue({ code: 'custom', message: 'problem.tooShort', params: { min: sentenceLength.min } })
    else if (length > sentenceLength.max) context.addIssue({ code: 'custom', message: 'problem.tooLong', params: { max: sentenceLength.max } })
  })

/** A text of so many characters, in its one form. */
export const textUpTo = (max: number) =>
  z
    .string('problem.required')
    .refine((typed) => typed.length <= max * 8, { error: 'problem.tooLong', params: { max } })
    .transform(canonText)
    .refine((text) => graphemes(text) <= max, { error: 'problem.tooLong', params: { max } })

export const brokenRule = z.enum(brokenRules, 'moderation.problem.rule')
/** The newest decision that the moderator saw before deciding; empty when there was none. */
export const seen = z.union([z.uuid('problem.invalid'), z.literal('').transform(() => null)]).nullish().transform((id) => id ?? null)
/** What was chosen or typed by the way, where it is not needed, is not read. */
const unread = z.string().max(100_000).optional()
/** The article of law, such as „art. 212 § 1 k.k.”. */
const law = z.string().max(1600).optional().transform((typed) => canonLine(typed ?? '') || null).refine((line) => line === null || graphemes(line) <= 200, { error: 'problem.tooLong', params: { max: 200 } })
/** The broken rule; for what is illegal, with the law that forbids it (DSA art. 17(3)(d)). */
export const groundFields = { ground: brokenRule, law }
type Grounded = { ground: BrokenRule; law: string | null }
const lawNamed = ({ ground, law }: Grounded) => ground !== 'illegal' || law !== null
const lawMissing = { path: ['law'], error: 'moderation.problem.law' }
/** What must name the law where it says that something is illegal; elsewhere a law that was typed is not kept. */
export const grounded = <Fields extends z.ZodRawShape>(fields: Fields) => z.strictObject({ ...fields, ...groundFields }).refine((input) => lawNamed(input as unknown as Grounded), lawMissing)

const decided = { commentId: z.uuid('problem.invalid'), sentence, seen }
export const decisionInput = z.discriminatedUnion(
  'kind',
  [
    grounded({ ...decided, kind: z.literal('hide'), passage: unread }),
    grounded({ ...decided, kind: z.literal('remove'), passage: unread }),
    grounded({ ...decided, kind: z.literal('redact'), passage: textUpTo(4000).refine((passage) => graphemes(passage) >= 3, 'moderation.problem.passage') }),
    z.strictObject({ ...decided, kind: z.enum(['keep', 'restore']), ground: unread, law: unread, passage: unread }),
  ],
  'problem.choose',
)
const judged = { ...publicationIds, sentence, seen }
export const publicationInput = z
  .discriminatedUnion('kind', [grounded({ ...judged, kind: z.literal('hide') }), z.strictObject({ ...judged, kind: z.enum(['keep', 'restore']), ground: unread, law: unread })], 'problem.choose')
  .refine(namesOne, 'problem.invalid')
export const lockInput = grounded({ threadId: z.uuid('problem.invalid'), sentence, seen })
export const unlockInput = z.strictObject({ threadId: z.uuid('problem.invalid'), ground: unread, law: unread, sentence, seen })

/** Who works at the desk: moderators and admins, unless they are suspended. */
export const canModerate: Policy<unknown> = all<unknown>(notSuspended, atTheDesk)
export const isModerator = (viewer: Viewer): boolean => !objectionTo(canModerate, viewer, null)

/** What a decision is about, as it stands, and what the moderator saw of it. */
export type Judged = {
  kind: Move
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
export const notOneself: Policy<{ own: boolean }> = (_, { own }) => (own ? { key: 'moderation.objection.own' } : null)
/** Somebody else was quicker: their decision is to be read first. */
export const asSeen: Policy<{ newest: string | null; seen: string | null }> = (_, { newest, seen }) => (newest === seen ? null : { key: 'moderation.objection.alreadyDecided' })
const moveFits: Policy<Judged> = (_, { kind, state, waiting }) =>
  !(moves[kind].from as readonly JudgedState[]).includes(state) ? { key: `moderation.objection.${kind}` as const }
  : kind === 'keep' && !waiting ? { key: 'moderation.objection.nothingWaits' }
  : null

/** Moderators and admins, about what is not their own, on what they have seen, by the table of moves. */
export const canDecide: Policy<Judged> = all<Judged>(canModerate, notOneself, asSeen, moveFits)

/** The decisions that a viewer may make now. */
export const movesOpenTo = (viewer: Viewer, judged: Omit<Judged, 'kind' | 'seen'>): Move[] =>
  moveKinds.filter((kind) => !objectionTo(canDecide, viewer, { ...judged, kind, seen: judged.newest }))
