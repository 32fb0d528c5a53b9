import { and, asc, count, desc, eq, gt, inArray, isNull, lt, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { db } from '../db'
import { organisations } from '../organisations/tables'
import type { Viewer } from '../person'
import { comments, supports, threads } from './tables'

export const commentsAPage = 20
const repliesShown = 3

/** A comment as a page shows it. What is hidden has no text, name or organisation, only its place and the rule. */
export type CommentShown = {
  id: string
  parentId: string | null
  rootId: string | null
  /** Null when hidden. */
  body: string | null
  /** Null when hidden, or when the account is gone. */
  author: string | null
  organisation: { name: string; slug: string } | null
  /** Whom it answers, when that is not the comment that began the branch. */
  answers: string | null
  postedAt: Date
  hiddenGround: string | null
  supports: number
}
export type Branch = CommentShown & { replies: CommentShown[]; replyCount: number }

/** Whether a thread takes comments now, said by the database's clock. */
export const threadOpenNow = sql<boolean>`${threads.opensAt} <= clock_timestamp() and (${threads.closesAt} is null or ${threads.closesAt} > clock_timestamp())`

export async function getThread(_viewer: Viewer, id: string) {
  const [thread] = await db
    .select({ id: threads.id, open: threadOpenNow, closedReason: threads.closedReason, closesAt: threads.closesAt, lockedAt: threads.lockedAt })
    .from(threads)
    .where(eq(threads.id, id))
  return thread ?? null
}

/**
 * One page of a thread, newest branch first, each with its first answers.
 * @param before the id of the last branch of the page before
 * @returns the branches, and the cursor of the next page or null
 */
export async function listBranches(viewer: Viewer, threadId: string, before?: string): Promise<{ branches: Branch[]; next: string | null }> {
  const roots = await select()
    .where(and(eq(comments.threadId, threadId), isNull(comments.parentId), before ? lt(comments.id, before) : undefined))
    .orderBy(desc(comments.id))
    .limit(commentsAPage + 1)
  const page = roots.slice(0, commentsAPage)
  const replies = await firstReplies(viewer, page.map(({ id }) => id))
  return {
    branches: page.map((root) => ({ ...shown(root), replies: replies.get(root.id)?.shown ?? [], replyCount: replies.get(root.id)?.count ?? 0 })),
    next: roots.length > commentsAPage ? page.at(-1)!.id : null,
  }
}

/** A whole branch, up to 200 answers after `after`, for the page of one comment. */
export async function getBranch(_viewer: Viewer, threadId: string, commentId: string, after?: string): Promise<{ branch: Branch; next: string | null } | null> {
  const [comment] = await select().where(and(eq(comments.id, commentId), eq(comments.threadId, threadId)))
  if (!comment) return null
  const rootId = comment.rootId ?? comment.id
  const [root] = comment.rootId ? await select().where(eq(comments.id, rootId)) : [comment]
  const replies = await select()
    .where(and(eq(comments.rootId, rootId), after ? gt(comments.id, after) : undefined))
    .orderBy(asc(comments.id))
    .limit(201)
  const page = replies.slice(0, 200)
  const [total] = await db.select({ count: count() }).from(comments).where(eq(comments.rootId, rootId))
  return {
    branch: { ...shown(root!), replies: page.map(shown), replyCount: total!.count },
    next: replies.length > 200 ? page.at(-1)!.id : null,
  }
}

/** How many comments are to be read in each thread, and when the newest came; one query however many threads. */
export async function countComments(_viewer: Viewer, threadIds: readonly string[]): Promise<Map<string, { comments: number; newest: Date | null }>> {
  if (!threadIds.length) return new Map()
  const rows = await db
    .select({ threadId: comments.threadId, comments: count(), newest: max(comments.postedAt) })
    .from(comments)
    .where(and(inArray(comments.threadId, [...threadIds]), isNull(comments.hiddenAt)))
    .groupBy(comments.threadId)
  return new Map(rows.map(({ threadId, ...counted }) => [threadId, counted]))
}

/** The newest comments of all threads, for the home page and the feeds. */
export async function listNewest(_viewer: Viewer, threadIds: readonly string[], limit: number): Promise<(CommentShown & { threadId: string })[]> {
  if (!threadIds.length) return []
  const rows = await select()
    .where(and(inArray(comments.threadId, [...threadIds]), isNull(comments.hiddenAt)))
    .orderBy(desc(comments.id))
    .limit(limit)
  return rows.map((row) => ({ ...shown(row), threadId: row.threadId }))
}

/** Every comment that may be read, oldest first, for machines. @param after the id of the last one they have */
export async function listComments(_viewer: Viewer, threadId: string, after: string | undefined, limit: number): Promise<CommentShown[]> {
  const rows = await select()
    .where(and(eq(comments.threadId, threadId), isNull(comments.hiddenAt), after ? gt(comments.id, after) : undefined))
    .orderBy(asc(comments.id))
    .limit(limit)
  return rows.map(shown)
}

/** The viewer's own comments, newest first, hidden ones with their text. */
export async function listOwnComments(viewer: Viewer, limit = 50) {
  if (!viewer) return []
  return db
    .select({ id: comments.id, threadId: comments.threadId, body: comments.body, postedAt: comments.postedAt, hiddenAt: comments.hiddenAt, hiddenGround: comments.hiddenGround })
    .from(comments)
    .where(eq(comments.authorId, viewer.id))
    .orderBy(desc(comments.id))
    .limit(limit)
}

/** Which comments of a thread the viewer supports or wrote and had hidden: what a kept page cannot know. */
export async function getOwnMarks(viewer: Viewer, threadId: string) {
  if (!viewer) return { supported: [], hidden: [] }
  const [supported, hidden] = await Promise.all([
    db
      .select({ id: supports.commentId })
      .from(supports)
      .innerJoin(comments, eq(comments.id, supports.commentId))
      .where(and(eq(supports.personId, viewer.id), eq(comments.threadId, threadId))),
    db
      .select({ id: comments.id, body: comments.body })
      .from(comments)
      .where(and(eq(comments.authorId, viewer.id), eq(comments.threadId, threadId), sql`${comments.hiddenAt} is not null`))
      .orderBy(desc(comments.id))
      .limit(20),
  ])
  return { supported: supported.map(({ id }) => id), hidden }
}

const author = people
const parent = alias(comments, 'parent')
const parentAuthor = alias(people, 'parent_author')
const parentOrganisation = alias(organisations, 'parent_organisation')

const columns = {
  id: comments.id,
  threadId: comments.threadId,
  parentId: comments.parentId,
  rootId: comments.rootId,
  body: comments.body,
  author: author.name,
  organisationName: organisations.name,
  organisationSlug: organisations.slug,
  answers: sql<string | null>`case when ${parent.id} <> ${comments.rootId} and ${parent.hiddenAt} is null then coalesce(${parentOrganisation.name}, ${parentAuthor.name}) end`,
  postedAt: comments.postedAt,
  hiddenAt: comments.hiddenAt,
  hiddenGround: comments.hiddenGround,
  supports: sql<number>`(select count(*)::int from ${supports} where ${supports.commentId} = ${comments.id})`,
}

const select = () =>
  db
    .select(columns)
    .from(comments)
    .innerJoin(author, eq(author.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .leftJoin(parentAuthor, eq(parentAuthor.id, parent.authorId))
    .leftJoin(parentOrganisation, eq(parentOrganisation.id, parent.organisationId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof select>>[number]

const shown = (row: Row): CommentShown => ({
  id: row.id,
  parentId: row.parentId,
  rootId: row.rootId,
  body: row.hiddenAt ? null : row.body,
  author: row.hiddenAt ? null : row.author,
  organisation: !row.hiddenAt && row.organisationName && row.organisationSlug ? { name: row.organisationName, slug: row.organisationSlug } : null,
  answers: row.answers,
  postedAt: row.postedAt,
  hiddenGround: row.hiddenGround,
  supports: row.hiddenAt ? 0 : row.supports,
})

async function firstReplies(_viewer: Viewer, rootIds: readonly string[]) {
  const branches = new Map<string, { shown: CommentShown[]; count: number }>()
  if (!rootIds.length) return branches
  const ranked = db.$with('ranked').as(
    db
      .select({
        id: sql<string>`${comments.id}`.as('reply_id'),
        rank: sql<number>`row_number() over (partition by ${comments.rootId} order by ${comments.id})`.as('rank'),
        total: sql<number>`(count(*) over (partition by ${comments.rootId}))::int`.as('total'),
      })
      .from(comments)
      .where(inArray(comments.rootId, [...rootIds])),
  )
  const rows = await db
    .with(ranked)
    .select({ ...columns, total: ranked.total })
    .from(ranked)
    .innerJoin(comments, eq(comments.id, ranked.id))
    .innerJoin(author, eq(author.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .leftJoin(parentAuthor, eq(parentAuthor.id, parent.authorId))
    .leftJoin(parentOrganisation, eq(parentOrganisation.id, parent.organisationId))
    .where(sql`${ranked.rank} <= ${repliesShown}`)
    .orderBy(asc(comments.id))
  for (const { total, ...row } of rows) {
    const branch = branches.get(row.rootId!) ?? { shown: [], count: total }
    branch.shown.push(shown(row))
    branches.set(row.rootId!, branch)
  }
  return branches
}
