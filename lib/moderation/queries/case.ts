import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { houseRules } from '../../discussion/house-rules'
import { listRevisions } from '../../discussion/queries/history'
import { passageOf } from '../../discussion/screening'
import { comments, threads } from '../../discussion/tables'
import { db } from '../../db'
import { organisationMembers, organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { proposals } from '../../proposals/tables'
import { isModerator } from '../rules'
import { caseClaims } from '../desk-tables'
import { appeals, decisions, reports } from '../tables'
import { listAlike } from './alike'
import { getNeighbours } from './queue'
import { getRecord } from './record'

const said = {
  id: comments.id,
  body: comments.body,
  author: people.name,
  organisation: organisations.name,
  postedAt: comments.postedAt,
  state: comments.state,
}
const aroundAtMost = 3

/**
 * All that a decision about a comment needs: its text in whatever state, why it waits, earlier wordings, what was said
 * around it, the reports without their senders, earlier decisions about it and about its thread, who looks at it, what is
 * known of its author, and cases like it.
 * @returns null when there is no such comment, and for whoever is no moderator. Of reports about their own content
 *   a moderator sees none.
 */
export async function getCase(viewer: Viewer, commentId: string) {
  if (!viewer || !isModerator(viewer)) return null
  const [found] = await db
    .select({
      ...said,
      threadId: comments.threadId,
      heldFor: comments.heldFor,
      revision: comments.revision,
      rootId: sql<string>`coalesce(${comments.rootId}, ${comments.id})`,
      lockedAt: threads.lockedAt,
      own: sql<boolean>`${comments.authorId} = ${viewer.id} or exists (${memberOf(viewer.id, sql`${comments.organisationId}`)})`,
      authorId: comments.authorId,
      onPaper: sql<boolean>`${comments.signature} is not null`,
      claim: { since: caseClaims.claimedAt, until: caseClaims.expiresAt, mine: sql<boolean>`${caseClaims.moderatorId} = ${viewer.id}` },
      ownThread: sql<boolean>`exists (${memberOf(viewer.id, sql`(select ${proposals.organisationId} from ${proposals} where ${proposals.threadId} = ${comments.threadId})`)})`,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(caseClaims, and(eq(caseClaims.commentId, comments.id), gt(caseClaims.expiresAt, sql`clock_timestamp()`)))
    .where(eq(comments.id, commentId))
  if (!found) return null
  const { threadId, rootId, lockedAt, own, ownThread, heldFor, authorId, onPaper, claim, ...comment } = found
  const inBranch = or(eq(comments.id, rootId), eq(comments.rootId, rootId))
  const [root, before, after, reported, aboutComment, aboutThread, earlier, record, alike, neighbours, appealed] = await Promise.all([
    rootId === comment.id ? [] : around().where(eq(comments.id, rootId)),
    around().where(and(eq(comments.rootId, rootId), lt(comments.id, comment.id))).orderBy(desc(comments.id)).limit(aroundAtMost),
    around().where(and(inBranch, gt(comments.id, comment.id))).orderBy(asc(comments.id)).limit(aroundAtMost),
    own ? [] : db.select({ id: reports.id, ground: reports.ground, sentence: reports.sentence, revision: reports.revision, kind: reports.kind, passage: reports.passage, law: reports.law, urgent: reports.urgent, at: reports.at, decisionId: reports.decisionId }).from(reports).where(eq(reports.commentId, commentId)).orderBy(asc(reports.at)),
    listDecisions(eq(decisions.commentId, commentId)),
    listDecisions(eq(decisions.threadId, threadId)),
    listRevisions(viewer, commentId),
    onPaper ? null : getRecord(viewer, authorId, commentId), // Its author is whoever brought it, whom nobody knows here.
    listAlike(viewer, commentId),
    getNeighbours(viewer, commentId),
    db.select({ id: appeals.id, dueAt: appeals.dueAt }).from(appeals).innerJoin(decisions, eq(decisions.id, appeals.decisionId)).where(and(eq(decisions.commentId, commentId), isNull(appeals.decidedAt))),
  ])
  return {
    comment,
    /** Which check holds it, and the passage that did. */
    held: comment.state === 'held' && heldFor ? { for: heldFor, passage: passageOf(comment.body, heldFor, houseRules()) } : null,
    /** What it said before, newest first. */
    earlier,
    own,
    /** Who looks at it now; null where nobody does. */
    claim,
    /** What is known of its author; null of one who came on paper. */
    record,
    alike,
    neighbours,
    /** Appeals against decisions about it that wait. */
    appealed,
    before: [...root, ...before.toReversed()].map(withoutHidden),
    after: after.map(withoutHidden),
    reports: reported.map(({ decisionId, ...report }) => ({ ...report, answered: decisionId !== null })),
    waiting: (await db.$count(reports, and(eq(reports.commentId, commentId), isNull(reports.decisionId)))) + Number(comment.state === 'held'),
    decisions: aboutComment,
    thread: { id: threadId, lockedAt, own: ownThread, decisions: aboutThread },
  }
}
export type Case = NonNullable<Awaited<ReturnType<typeof getCase>>>

const memberOf = (personId: string, organisationId: ReturnType<typeof sql>) =>
  sql`select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${organisationId} and ${organisationMembers.personId} = ${personId}`

const around = () =>
  db.select(said).from(comments).innerJoin(people, eq(people.id, comments.authorId)).leftJoin(organisations, eq(organisations.id, comments.organisationId)).$dynamic()

/** Only the comment in question is shown though others may not read it. */
const withoutHidden = (said: Awaited<ReturnType<typeof around>>[number]) =>
  said.state === 'shown' ? said : { ...said, body: null, author: null, organisation: null }

/** Newest first. */
const listDecisions = (about: ReturnType<typeof eq>) =>
  db
    .select({ id: decisions.id, kind: decisions.kind, ground: decisions.ground, sentence: decisions.sentence, at: decisions.at, moderator: people.name })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.moderatorId))
    .where(about)
    .orderBy(desc(decisions.at))
