import { z } from 'zod'
import type { CommentState } from '../discussion/rules'
import { all, type Policy } from '../policy'
import { brokenRules, canModerate, sentence, type BrokenRule, type Ground } from './rules'

/** More than so many at once take two moderators: one proposes, another confirms. */
export const aloneAtMost = 20
/** A page of the queue. */
export const togetherAtMost = 50
/** What many can be hidden for together. What is illegal is judged one by one, each by the law that it breaks. */
export const rulesTogether = brokenRules.filter((rule) => rule !== 'illegal') as Exclude<BrokenRule, 'illegal'>[]

/** What came of a decision about many: made at once, confirmed by somebody else, or not made at all. */
export type BulkOutcome = 'at-once' | 'confirmed' | 'dropped'
/** Why one of the chosen was not decided about. */
export const leftOutReasons = ['changed', 'decided', 'own', 'claimed'] as const
export type LeftOut = (typeof leftOutReasons)[number]

/** A comment that was ticked, with the wording and the newest decision that were seen. */
export type Chosen = { commentId: string; revision: number; seen: string | null }

const chosen = /^([0-9a-f-]{36})~(\d{1,7})~([0-9a-f-]{36})?$/
/** As a checkbox sends it. */
export const sayChosen = ({ commentId, revision, seen }: Chosen): string => `${commentId}~${revision}~${seen ?? ''}`
const chosenItem = z
  .string('problem.invalid')
  .max(90, 'problem.invalid')
  .transform((sent, context): Chosen => {
    const [, commentId, revision, seen] = chosen.exec(sent) ?? []
    const ids = [commentId, ...(seen ? [seen] : [])]
    if (commentId && ids.every((id) => z.uuid().safeParse(id).success)) return { commentId, revision: Number(revision), seen: seen ?? null }
    context.addIssue({ code: 'custom', message: 'problem.invalid' })
    return z.NEVER
  })
/** A box alone sends one text, several send many. */
const items = z
  .preprocess((sent) => (typeof sent === 'string' ? [sent] : sent), z.array(chosenItem, 'desk.bulk.problem.none').min(1, 'desk.bulk.problem.none').max(togetherAtMost, 'desk.bulk.problem.many'))
  .transform((list) => [...new Map(list.map((item) => [item.commentId, item])).values()])

const together = { items, sentence }
export const bulkInput = z.discriminatedUnion(
  'kind',
  [z.strictObject({ ...together, kind: z.literal('hide'), ground: z.enum(rulesTogether, 'moderation.problem.rule') }), z.strictObject({ ...together, kind: z.literal('keep'), ground: z.string().max(40).optional() })],
  'problem.choose',
)
export const bulkOnly = z.strictObject({ bulkId: z.uuid('problem.invalid') })

/** A decision that waits for a second pair of eyes, as whoever asks stands to it. */
export type BulkHeld = { settled: boolean; proposedBySelf: boolean }
const waits: Policy<BulkHeld> = (_, { settled }) => (settled ? { key: 'desk.bulk.objection.settled' } : null)
const anotherPerson: Policy<BulkHeld> = (_, { proposedBySelf }) => (proposedBySelf ? { key: 'desk.bulk.objection.fourEyes' } : null)
/** Another moderator than the one who proposed it. */
export const canConfirmBulk: Policy<BulkHeld> = all<BulkHeld>(canModerate, waits, anotherPerson)
/** Any moderator, also the one who proposed it. */
export const canDropBulk: Policy<BulkHeld> = all<BulkHeld>(canModerate, waits)

/** One of the chosen as it stands now. */
export type Candidate = Chosen & { now: { state: CommentState; revision: number; newest: string | null; waiting: number; own: boolean; claimed: boolean } }

/**
 * Why one of the chosen is left out, if it is: nobody decides about their own, nor on what they have not seen, nor about
 * what somebody else is looking at.
 */
export const whyLeftOut = ({ revision, seen, now }: Candidate): LeftOut | null =>
  now.own ? 'own'
  : now.newest !== seen || now.state === 'hidden' || !now.waiting ? 'decided'
  : now.revision !== revision ? 'changed'
  : now.claimed ? 'claimed'
  : null

/** The ground that a decision about many rests on. */
export const groundTogether = (kind: 'hide' | 'keep', named: string | undefined): Ground => (kind === 'hide' ? (named as Ground) : 'none')
