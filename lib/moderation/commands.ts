import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import { hideComment, lockThread as lock, releaseComment, restoreComment, unlockThread as unlock } from '../discussion/steps'
import { comments, threads } from '../discussion/tables'
import { organisationMembers } from '../organisations/tables'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import { tag } from '../tags'
import { mailAuthor } from './letter'
import { canDecide, canReport, decisionInput, lockInput, moves, reportInput, unlockInput, type CommentMove, type DecisionKind, type Ground, type Judged } from './rules'
import { decisions, reports } from './tables'

/** Held, so that nothing is reported that is being hidden. */
async function commentHeld(tx: Tx, { commentId, revision }: { commentId: string; revision: number }) {
  const [comment] = await tx.select({ authorId: comments.authorId, state: comments.state, revision: comments.revision }).from(comments).where(eq(comments.id, commentId)).for('share')
  return comment && { ...comment, seen: revision }
}

/** Says that a comment breaks a rule. One report of each person for each wording of it. */
export const reportComment = command({
  event: 'comment.reported',
  input: reportInput,
  limit: { max: 30, minutes: 60 },
  load: commentHeld,
  allow: canReport,
  async run({ tx, person, input }) {
    const [report] = await tx.insert(reports).values({ ...input, reporterId: person.id }).returning({ id: reports.id })
    return { ...report!, commentId: input.commentId }
  },
  conflicts: { reports_one_each: { key: 'moderation.objection.reportedBefore' } },
})

const quicker = { decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' } } as const

/** The comment, locked until it is decided about: two moderators do so one after the other. */
async function commentLocked(tx: Tx, { commentId, kind, seen }: { commentId: string; kind: CommentMove; seen: string | null }, person: Person) {
  const [comment] = await tx
    .select({ threadId: comments.threadId, authorId: comments.authorId, organisationId: comments.organisationId, state: comments.state })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for('update')
  if (!comment) return undefined
  const judged: Judged = {
    kind,
    state: comment.state,
    own: comment.authorId === person.id || (await isMember(tx, comment.organisationId, person)),
    waiting: (await tx.$count(reports, and(eq(reports.commentId, commentId), isNull(reports.decisionId)))) + Number(comment.state === 'held'),
    newest: await newestAbout(tx, eq(decisions.commentId, commentId)),
    seen,
  }
  return { ...judged, authorId: comment.authorId, threadId: comment.threadId }
}

/** Hides, restores or keeps a comment, and answers every report and check of it that waits. The author of a hidden one is told why. */
export const decideOnComment = command({
  event: 'comment.judged',
  input: decisionInput,
  limit: { max: 300, minutes: 60 },
  load: commentLocked,
  allow: canDecide,
  async run({ tx, person, input: { commentId, kind, sentence, ground: named }, subject }) {
    const ground = groundOf(kind, named)
    const [decision] = await tx
      .insert(decisions)
      .values({ commentId, kind, sentence, ground, authorId: subject.authorId, moderatorId: person.id, afterId: subject.newest })
      .returning({ id: decisions.id })
    await tx.update(reports).set({ decisionId: decision!.id }).where(and(eq(reports.commentId, commentId), isNull(reports.decisionId)))
    if (kind === 'hide') await hideComment(tx, commentId, ground)
    if (kind === 'restore') await restoreComment(tx, commentId)
    if (kind !== 'hide') await releaseComment(tx, commentId)
    if (kind !== 'keep') await mailAuthor(tx, { ...subject, kind, ground, sentence, commentId })
    return { ...decision!, kind }
  },
  touches: ({ input, subject }) => (input.kind === 'keep' && subject.state !== 'held' ? [tag.ledger] : [tag.thread(subject.threadId), tag.ledger]),
  conflicts: quicker,
})

const threadHeld = (kind: 'lock' | 'unlock') => async (tx: Tx, { threadId, seen }: { threadId: string; seen: string | null }, person: Person) => {
  const [thread] = await tx.select({ lockedAt: threads.lockedAt }).from(threads).where(eq(threads.id, threadId)).for('update')
  if (!thread) return undefined
  const [proposal] = await tx.select({ organisationId: proposals.organisationId }).from(proposals).where(eq(proposals.threadId, threadId))
  const judged: Judged = {
    kind,
    state: thread.lockedAt ? 'locked' : 'open',
    own: await isMember(tx, proposal?.organisationId ?? null, person),
    waiting: 0,
    newest: await newestAbout(tx, eq(decisions.threadId, threadId)),
    seen,
  }
  return judged
}
const threadToLock = threadHeld('lock')
const threadToUnlock = threadHeld('unlock')

/** Takes no more comments in a thread; those that are there stay to be read. */
export const lockThread = command({
  event: 'thread.locked',
  input: lockInput,
  load: threadToLock,
  allow: canDecide,
  async run({ tx, person, input: { threadId, ground, sentence }, subject }) {
    await lock(tx, threadId, person)
    const [decision] = await tx.insert(decisions).values({ threadId, ground, sentence, kind: 'lock', moderatorId: person.id, afterId: subject.newest }).returning({ id: decisions.id })
    return decision!
  },
  touches: ({ input }) => [tag.thread(input.threadId), tag.ledger],
  conflicts: quicker,
})

/** Takes comments in it again. */
export const unlockThread = command({
  event: 'thread.unlocked',
  input: unlockInput,
  load: threadToUnlock,
  allow: canDecide,
  async run({ tx, person, input: { threadId, sentence }, subject }) {
    await unlock(tx, threadId)
    const [decision] = await tx.insert(decisions).values({ threadId, ground: 'none', sentence, kind: 'unlock', moderatorId: person.id, afterId: subject.newest }).returning({ id: decisions.id })
    return decision!
  },
  touches: ({ input }) => [tag.thread(input.threadId), tag.ledger],
  conflicts: quicker,
})

const groundOf = (kind: DecisionKind, named: string | undefined): Ground => (moves[kind].namesRule ? (named as Ground) : 'none')

/** What decisions are about is locked while one is made, so the database's clock puts them in order. */
async function newestAbout(tx: Tx, about: ReturnType<typeof eq>): Promise<string | null> {
  const [newest] = await tx.select({ id: decisions.id }).from(decisions).where(about).orderBy(desc(decisions.at)).limit(1)
  return newest?.id ?? null
}

async function isMember(tx: Tx, organisationId: string | null, person: Person): Promise<boolean> {
  if (!organisationId) return false
  const [membership] = await tx
    .select({ here: sql`1` })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, person.id)))
  return !!membership
}
