import { and, asc, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { comments } from '../tables'
import { author, columns, parent, parentAuthor, parentOrganisation, selectComments, shown, type CommentShown } from '../shown'

export const commentsAPage = 20
const repliesShown = 3

export type Branch = CommentShown & { replies: CommentShown[]; replyCount: number }

/**
 * One page of a thread, newest branch first, each with its first answers.
 * @param before the id of the last branch of the page before
 * @returns the branches, and the cursor of the next page or null
 */
export async function listBranches(viewer: Viewer, threadId: string, before?: string): Promise<{ branches: Branch[]; next: string | null }> {
  const roots = await selectComments()
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
  const [comment] = await selectComments().where(and(eq(comments.id, commentId), eq(comments.threadId, threadId)))
  if (!comment) return null
  const rootId = comment.rootId ?? comment.id
  const [root] = comment.rootId ? await selectComments().where(eq(comments.id, rootId)) : [comment]
  const replies = await selectComments()
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
