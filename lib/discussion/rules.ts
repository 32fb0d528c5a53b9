import { z } from 'zod'
import { displayName, hasName, notSuspended } from '../accounts/rules'
import { cityTime } from '../city-time'
import { all, type Objection, type Policy } from '../policy'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'

/** What a comment may say it is. */
export const stances = ['for', 'against', 'question', 'idea'] as const
export type Stance = (typeof stances)[number]

/** Where one stands on a comment. */
export const reactionKinds = ['agree', 'disagree', 'pass'] as const
export type ReactionKind = (typeof reactionKinds)[number]

/** Shown to everyone; waiting for a moderator; taken back by its author; hidden by a decision. */
export type CommentState = 'shown' | 'held' | 'withdrawn' | 'hidden'

/** Which check of screening.ts holds a comment for a moderator's look. */
export const heldReasons = ['links', 'words', 'personal-data', 'flood', 'first-voices'] as const
export type HeldFor = (typeof heldReasons)[number]

/** How many steps an answer is shown away from the root of its branch; deeper ones stand beside each other (the tables know the number too). */
export const indentAtMost = 4

/** How long an author changes a comment as if it had not been said yet, while nobody has reacted or answered. */
export const freeEditMinutes = 5

/** Characters as a person counts them. */
export const commentLength = 4000

const body = z
  .string()
  .max(20_000, 'problem.tooLong')
  .transform(canonText)
  .refine((body) => body.length > 0, 'problem.writeSomething')
  .refine((body) => graphemes(body) <= commentLength, { error: 'problem.tooLong', params: { max: commentLength } })
const stance = z.union([z.enum(stances), z.literal('').transform(() => undefined)], 'problem.choose').optional()
/** The wording that somebody has seen. */
export const revision = wholeNumber('problem.invalid', { min: 1 })

/** The writer was warned and goes on: „Wysyłam mimo to”. */
const goesOn = z.string().max(10).optional().transform((sent) => sent === 'yes')

export const commentInput = z.strictObject({
  threadId: z.uuid('problem.invalid'),
  /** The comment it answers. */
  parentId: z.uuid('problem.invalid').optional(),
  /** In whose name: one's own (left out or empty), the office's (`office`), or an organisation's, by its id. */
  speaksAs: z.union([z.uuid(), z.literal('office'), z.literal('').transform(() => undefined)], 'problem.invalid').optional(),
  stance,
  body,
  /** The same render of a form posts once. */
  formKey: z.uuid('problem.invalid').optional(),
  goesOn,
})

/** How many comments one answer of the office can answer. */
export const answersAtMost = 50
/** What the office answers, and to which comments. */
export const answerInput = z.strictObject({
  threadId: z.uuid('problem.invalid'),
  answers: z.array(z.uuid('problem.invalid'), 'writing.problem.chooseAnswered').min(1, 'writing.problem.chooseAnswered').max(answersAtMost, 'writing.problem.fewerAnswered').transform((ids) => [...new Set(ids)]),
  body,
  formKey: z.uuid('problem.invalid').optional(),
  goesOn,
})

/** A change names the wording that it changes. */
export const editInput = z.strictObject({ commentId: z.uuid('problem.invalid'), revision, stance, body, goesOn })
export const commentOnly = z.strictObject({ commentId: z.uuid('problem.invalid') })

/** A reaction names the wording that was seen. */
export const reactionInput = z.strictObject({ commentId: z.uuid('problem.invalid'), revision, kind: z.enum(reactionKinds, 'problem.choose') })

/** Open or not is said by the database's clock, while the thread's row is held. */
export type ThreadState = { open: boolean; closedReason: string | null; lockedAt: Date | null }

/** Why a thread takes no comments, whoever asks; null while it does. Pages say it where the form would stand. */
export const whyClosed = ({ open, closedReason, lockedAt }: ThreadState): Objection =>
  lockedAt ? { key: 'objection.threadLocked' }
  : open ? null
  : { key: closedReason === 'withdrawn' ? 'objection.taskWithdrawn' : closedReason === 'remarks' ? 'objection.remarksOver' : 'objection.threadClosed' }

const threadOpen: Policy<ThreadState> = (_, state) => whyClosed(state)

/** Speaking for an organisation is for its members, once it is confirmed; for the office, for officials. */
const maySpeakAs: Policy<{ speaks: Speaker }> = ({ roles }, { speaks }) =>
  speaks === 'another' ? { key: 'objection.notYourOrganisation' }
  : speaks === 'office' && !roles.includes('official') ? { key: 'objection.notTheOffice' }
  : null

/** An answer needs a comment to answer, in this thread and still to be read. */
const parentThere: Policy<{ parent: 'none' | 'there' | 'gone' }> = (_, { parent }) => (parent === 'gone' ? { key: 'objection.commentGone' } : null)

/** In whose name something is said; `another`: in that of an organisation that the person does not belong to. */
export type Speaker = 'oneself' | 'office' | 'own-organisation' | 'another'
/** A warning that waits to be read, and how long somebody who was slowed down waits for their next comment. */
export type Restricted = { unreadWarning: boolean; waitMinutes: number }
const warningRead: Policy<Restricted> = (_, { unreadWarning }) => (unreadWarning ? { key: 'objection.readWarningFirst' } : null)
const notTooSoon: Policy<Restricted> = (_, { waitMinutes }) => (waitMinutes > 0 ? { key: 'objection.slowedDown', values: { minutes: waitMinutes } } : null)
export type Writing = ThreadState & Restricted & { speaks: Speaker; parent: 'none' | 'there' | 'gone' }
export const canComment: Policy<Writing> = all<Writing>(notSuspended, hasName, warningRead, notTooSoon, threadOpen, maySpeakAs, parentThere)

/** What an official means to answer: are all of the comments to be read, and in this thread? */
export type Answering = ThreadState & { allThere: boolean }
/** Officials, in a thread that is open or was one for remarks, about what can be read. */
export const canAnswerOfficially: Policy<Answering> = all<Answering>(
  notSuspended,
  hasName,
  ({ roles }) => (roles.includes('official') ? null : { key: 'objection.notTheOffice' }),
  // Remarks are answered when the time for sending them is over.
  (_, state) => (state.closedReason === 'remarks' && !state.lockedAt ? null : whyClosed(state)),
  (_, { allThere }) => (allThere ? null : { key: 'writing.refused.answeredGone' }),
)

/** A comment as those see it who want to do something with it. */
export type CommentHeld = ThreadState & { authorId: string; state: CommentState; revision: number }

const isOwn: Policy<CommentHeld> = (person, { authorId }) => (authorId === person.id ? null : { key: 'objection.notYours' })
const notOwn: Policy<CommentHeld> = (person, { authorId }) => (authorId === person.id ? { key: 'objection.ownComment' } : null)
const isShown: Policy<CommentHeld> = (_, { state }) => (state === 'shown' ? null : { key: 'objection.commentGone' })
/** What is hidden by a decision stays as it was decided upon. */
const notHidden: Policy<CommentHeld> = (_, { state }) => (state === 'hidden' || state === 'withdrawn' ? { key: 'objection.commentGone' } : null)

/** Where others stand, on what can be read. Taking it back is for as long as the thread is open. */
export const canReact: Policy<CommentHeld> = all<CommentHeld>(notSuspended, threadOpen, notOwn, isShown)
/** One's own words, while the thread is open. */
export const canEdit: Policy<CommentHeld> = all<CommentHeld>(notSuspended, threadOpen, isOwn, notHidden)
/** One's own words, at any time: nobody has to go on saying something. */
export const canWithdraw: Policy<CommentHeld> = all<CommentHeld>(isOwn, notHidden)

/**
 * Whether a change is still as if nothing had been said: no reaction and no answer, within `freeEditMinutes` by the
 * database's clock, or, however late, while nobody has read it yet.
 */
export const editsFreely = ({ state, editedAt, reactions, replies, minutesOld }: { state: CommentState; editedAt: Date | null; reactions: number; replies: number; minutesOld: number }) =>
  reactions === 0 && replies === 0 && (minutesOld < freeEditMinutes || (state === 'held' && !editedAt))

const needed = (problem: `office.problem.${'scan' | 'receiptNumber'}`) => z.string(problem).transform(canonLine).refine((line) => line.length > 0, problem).refine((line) => line.length <= 200, { error: 'problem.tooLong', params: { max: 200 } })

const today = () => cityTime(new Date()).slice(0, 10)

/** Where something on paper comes from. It came by today, by the city's clocks. */
export const paperFields = {
  receivedOn: z.string('office.problem.day').refine((day) => z.iso.date().safeParse(day).success && day <= today() && day > '2000', 'office.problem.day'),
  scan: needed('office.problem.scan'),
  receiptNumber: needed('office.problem.receiptNumber'),
}

export const paperVoiceInput = z.strictObject({
  threadId: z.uuid('problem.invalid'),
  stance,
  body,
  /** As every name that is shown beside a voice. */
  signature: z.string().default('').transform((typed) => canonLine(typed) || 'głos z papieru').pipe(displayName),
  ...paperFields,
  formKey: z.uuid('problem.invalid').optional(),
  goesOn,
})

/** Whoever works for the office. */
export const isClerk: Policy<unknown> = ({ roles }) => (roles.includes('official') || roles.includes('admin') ? null : { key: 'objection.notTheOffice' })
export const canEnterPaper: Policy<ThreadState> = all<ThreadState>(notSuspended, isClerk, threadOpen)
