import { z } from 'zod'
import { isAdmin, isSystem, notSuspended } from '../accounts/rules'
import { canModerate } from '../moderation/rules'
import type { Person } from '../person'
import { all, type Policy } from '../policy'
import { canonLine, canonText, graphemes } from '../text'

/** One text of many people; many votes or voices from one network at once; many accounts of one mailbox; many new accounts that vote the same at once. */
export const flagKinds = ['same-text', 'network-burst', 'aliases', 'new-accounts'] as const
export type FlagKind = (typeof flagKinds)[number]
export type FlagOutcome = 'nothing' | 'invalidated'
export const ballotDecisionKinds = ['invalidate', 'restore'] as const
export type BallotDecisionKind = (typeof ballotDecisionKinds)[number]

/** What was counted: how many votes or comments, by how many people, how many of these with accounts younger than a day. */
export type Evidence = { items: number; people: number; newAccounts: number }

/** From when on numbers are worth a person's look. They are no law: whoever looks decides. */
export const thresholds = {
  /** A network of this many votes, or comments' authors, within so many minutes. */
  burst: { people: 15, minutes: 15 },
  /** New accounts: younger than so many hours, so many within so many minutes. */
  newAccounts: { people: 20, minutes: 15, hoursOld: 24 },
  /** Of the votes of a burst at least this share says the same; people in one classroom do not agree like that. */
  alike: 0.9,
  /** Accounts of one mailbox that vote on one question. One of them counts in any case. */
  aliases: 6,
  /** Authors of one text in one thread, of so many words at least, alike by so much of their words. */
  text: { people: 5, words: 8, alike: 0.8 },
  /** How far back is looked, in hours. */
  hours: 24,
} as const

/** Of fewer votes the two totals together would tell what was chosen. */
export const ballotsAtLeast = 5

const id = z.uuid('problem.invalid')
const instant = z.coerce.date().min(new Date('2020-01-01')).max(new Date('2200-01-01'))
/** What the server found. */
export const flagInput = z.strictObject({
  kind: z.enum(flagKinds),
  questionId: id.nullable(),
  threadId: id.nullable(),
  cluster: z.string().regex(/^[\w:.-]{0,200}$/),
  evidence: z.strictObject({ items: z.int().min(1), people: z.int().min(1), newAccounts: z.int().min(0) }),
  firstAt: instant,
  lastAt: instant,
  /** Ballots of the question, or comments of the thread. */
  items: z.array(id).min(1).max(20_000),
}).refine(({ questionId, threadId }) => (questionId === null) !== (threadId === null), 'problem.invalid')
export type Found = z.output<typeof flagInput>

const reasonLength = { min: 20, max: 1000 }
/** Why, in words that everybody may read: no names in it. */
const reason = z
  .string('problem.required')
  .refine((typed) => typed.length <= 8000, { error: 'problem.tooLong', params: { max: reasonLength.max } })
  .transform(canonText)
  .refine((text) => graphemes(text) >= reasonLength.min, { error: 'problem.tooShort', params: { min: reasonLength.min } })
  .refine((text) => graphemes(text) <= reasonLength.max, { error: 'problem.tooLong', params: { max: reasonLength.max } })
/** A flag, and why nothing is done about it, or why its votes should not count. */
export const flagReasonInput = z.strictObject({ flagId: id, reason })
/** An invalidation, and why its votes should count again. */
export const restoreInput = z.strictObject({ decisionId: id, reason })
export const decisionOnly = z.strictObject({ decisionId: id })

const networkName = z.string('problem.required').max(400, 'problem.tooLong').transform(canonLine).refine((name) => name.length >= 3, { error: 'problem.tooShort', params: { min: 3 } }).refine((name) => name.length <= 100, { error: 'problem.tooLong', params: { max: 100 } })
const ipAddress = z.string('integrity.problem.address').trim().pipe(z.union([z.ipv4(), z.ipv6()], 'integrity.problem.address'))
/** A network is named by an address of it, or by the flag that it raised. */
export const shareInput = z.strictObject({ name: networkName, address: ipAddress.optional(), flagId: id.optional() }).refine(({ address, flagId }) => (address === undefined) !== (flagId === undefined), 'problem.invalid')
export const networkOnly = z.strictObject({ networkId: id })

/** Flags are raised by the server alone, from what it counts. */
export const canRaise: Policy<unknown> = isSystem

/** A flag as those see it who want to decide. `own`: a vote or comment of it is theirs, or it is about their organisation's proposal. */
export type FlagState = { settled: boolean; own: boolean; about: 'question' | 'thread'; ballots: number; decision: 'none' | 'proposed' | 'confirmed' }
const notOwn: Policy<{ own: boolean }> = (_, { own }) => (own ? { key: 'integrity.objection.own' } : null)
const notSettled: Policy<{ settled: boolean }> = (_, { settled }) => (settled ? { key: 'integrity.objection.settled' } : null)
const nothingProposed: Policy<Pick<FlagState, 'decision'>> = (_, { decision }) => (decision === 'none' ? null : { key: 'integrity.objection.proposedBefore' })
const aboutVotes: Policy<FlagState> = (_, { about, ballots }) => (about === 'question' && ballots >= ballotsAtLeast ? null : { key: 'integrity.objection.tooFew', values: { atLeast: ballotsAtLeast } })

export const canDismiss: Policy<FlagState> = all<FlagState>(canModerate, notOwn, notSettled, nothingProposed)
export const canProposeInvalidation: Policy<FlagState> = all<FlagState>(canModerate, notOwn, notSettled, nothingProposed, aboutVotes)

/** A decision about votes as it stands. */
export type DecisionState = { kind: BallotDecisionKind; proposedById: string; state: 'proposed' | 'confirmed' | 'rejected'; own: boolean; undone: 'no' | 'proposed' | 'yes' }
const isProposed: Policy<DecisionState> = (_, { state }) => (state === 'proposed' ? null : { key: 'integrity.objection.decided' })
const byAnother: Policy<DecisionState> = ({ id }: Person, { proposedById }) => (id === proposedById ? { key: 'integrity.objection.fourEyes' } : null)
const isInForce: Policy<DecisionState> = (_, { kind, state, undone }) => (kind === 'invalidate' && state === 'confirmed' && undone === 'no' ? null : { key: 'integrity.objection.notInForce' })

/** Somebody else than the proposer. */
export const canConfirm: Policy<DecisionState> = all<DecisionState>(canModerate, notOwn, isProposed, byAnother)
/** Whoever proposed may take it back too. */
export const canReject: Policy<DecisionState> = all<DecisionState>(canModerate, notOwn, isProposed)
export const canProposeRestoring: Policy<DecisionState> = all<DecisionState>(canModerate, notOwn, isInForce)

/** Which networks many people share is the admins' word. */
export const canShareNetworks: Policy<unknown> = all<unknown>(notSuspended, isAdmin)
