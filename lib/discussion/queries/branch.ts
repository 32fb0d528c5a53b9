import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { isUuid } from '../../ids'
import type { Viewer } from '../../person'
import { indentAtMost } from '../rules'
import { selectComments, shown, type CommentShown } from '../shown'
import { comments } from '../tables'

const answersAPage = 100

/** A comment with what it stands under and what stands below it. */
export type CommentInBranch = {
  /** From the beginning of the branch down to the comment that it answers. */
  above: CommentShown[]
  comment: CommentShown
  /** In the order in which a branch is read, at most 100. */
  below: CommentShown[]
  /** Where the next page of them begins. */
  next: string | null
}

/** One comment of a thread with its branch; null when there is none. @param after the last one of the page before */
export async function getBranch(_viewer: Viewer, threadId: string, id: string, after?: string): Promise<CommentInBranch | null> {
  const [row] = await selectComments().where(and(eq(comments.id, id), eq(comments.threadId, threadId)))
  if (!row) return null
  const comment = shown(row)
  const ways = new Set([...comment.path, ...(comment.parentId ? [comment.parentId] : [])].filter((step) => step !== id))
  const from = isUuid(after) ? sql`(select path from comments where id = ${after})` : undefined
  // Answers of the deepest indent stand beside what they answer, so their answers are found by the parent.
  const below =
    comment.indent < indentAtMost
      ? and(eq(comments.rootId, comment.rootId ?? id), gt(comments.path, sql`${from ?? uuids(comment.path)}`), sql`${comments.path} < ${uuids([...comment.path, last])}`)
      : and(eq(comments.parentId, id), from && gt(comments.path, from))
  const [above, answers] = await Promise.all([
    ways.size ? selectComments().where(inArray(comments.id, [...ways])) : [],
    selectComments().where(below).orderBy(asc(comments.path)).limit(answersAPage + 1),
  ])
  const page = answers.slice(0, answersAPage)
  return {
    above: above.map(shown).sort((a, b) => a.depth - b.depth),
    comment,
    below: page.map(shown),
    next: answers.length > answersAPage ? page.at(-1)!.id : null,
  }
}

/** Comes after every key. */
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const uuids = (path: readonly string[]) => sql`${`{${path.join()}}`}::uuid[]`
