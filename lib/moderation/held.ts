import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { comments, threads } from '../discussion/tables'
import { organisationMembers } from '../organisations/tables'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import type { CommentMove, Judged } from './rules'
import { decisions, reports } from './tables'

// What commands hold while a decision about it is made.

type Seen = { seen: string | null }

/** The comment, locked until it is decided about: two moderators do so one after the other. */
export async function commentLocked(tx: Tx, { commentId, kind, seen }: { commentId: string; kind: CommentMove } & Seen, person: Person) {
  const [comment] = await tx
    .select({ threadId: comments.threadId, authorId: comments.authorId, organisationId: comments.organisationId, state: comments.state })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for('update')
  if (!comment) return undefined
  const reported = await tx.$count(reports, and(eq(reports.commentId, commentId), isNull(reports.decisionId)))
  const judged: Judged = {
    kind,
    state: comment.state,
    own: comment.authorId === person.id || (await isMember(tx, comment.organisationId, person)),
    waiting: reported + Number(comment.state === 'held'),
    newest: await newestAbout(tx, eq(decisions.commentId, commentId)),
    seen,
  }
  return { ...judged, reported, authorId: comment.authorId, threadId: comment.threadId }
}

/** The thread, locked likewise. */
export const threadHeld = (kind: 'lock' | 'unlock') => async (tx: Tx, { threadId, seen }: { threadId: string } & Seen, person: Person) => {
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

/** What decisions are about is locked while one is made, so the database's clock puts them in order. */
export async function newestAbout(tx: Tx, about: ReturnType<typeof eq>): Promise<string | null> {
  const [newest] = await tx.select({ id: decisions.id }).from(decisions).where(about).orderBy(desc(decisions.at)).limit(1)
  return newest?.id ?? null
}

/** Whether somebody belongs to an organisation; to none at all where there is none. */
export async function isMember(tx: Tx, organisationId: string | null, person: Person): Promise<boolean> {
  if (!organisationId) return false
  const [membership] = await tx
    .select({ here: sql`1` })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, person.id)))
  return !!membership
}
