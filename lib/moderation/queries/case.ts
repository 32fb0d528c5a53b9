import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm'
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
import { decisions } from '../tables'
import { listAlike } from './alike'
import { claimColumns, claimedNow, countWaiting, listDecisions, listOpenAppealsAgainst, listReports } from '../case-file'
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
      own: sql<boolean>`${comments.authorId} = ${viewer.id} or is_own_content(${comments.id}, null, null, ${viewer.id}::uuid)`,
      authorId: comments.authorId,
      onPaper: sql<boolean>`${comments.signature} is not null`,
      claim: claimColumns(viewer),
      ownThread: sql<boolean>`exists (${memberOf(viewer.id, sql`(select ${proposals.organisationId} from ${proposals} where ${proposals.threadId} = ${comments.threadId})`)})`,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(caseClaims, claimedNow(comments.id))
    .where(eq(comments.id, commentId))
  if (!found) return null
  const { threadId, rootId, lockedAt, own, ownThread, heldFor, authorId, onPaper, claim, ...comment } = found
  const inBranch = or(eq(comments.id, rootId), eq(comments.rootId, rootId))
  const [root, before, after, reported, aboutComment, aboutThread, earlier, record, alike, neighbours, appealed] = await Promise.all([
    rootId === comment.id ? [] : around().where(eq(comments.id, rootId)),
    around().where(and(eq(comments.rootId, rootId), lt(comments.id, comment.id))).orderBy(desc(comments.id)).limit(aroundAtMost),
    around().where(and(inBranch, gt(comments.id, comment.id))).orderBy(asc(comments.id)).limit(aroundAtMost),
    own ? [] : listReports(commentId),
    listDecisions(eq(decisions.commentId, commentId)),
    listDecisions(eq(decisions.threadId, threadId)),
    listRevisions(viewer, commentId),
    onPaper ? null : getRecord(viewer, authorId, commentId), // Its author is whoever brought it, whom nobody knows here.
    listAlike(viewer, commentId),
    getNeighbours(viewer, commentId),
    listOpenAppealsAgainst(eq(decisions.commentId, commentId)),
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
    reports: reported,
    waiting: (await countWaiting(commentId)) + Number(comment.state === 'held'),
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
