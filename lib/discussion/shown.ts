import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { db } from '../db'
import { organisations } from '../organisations/tables'
import { comments, supports } from './tables'

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

export const author = people
export const parent = alias(comments, 'parent')
export const parentAuthor = alias(people, 'parent_author')
export const parentOrganisation = alias(organisations, 'parent_organisation')

export const columns = {
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

/** Comments with what a page shows of them. */
export const selectComments = () =>
  db
    .select(columns)
    .from(comments)
    .innerJoin(author, eq(author.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .leftJoin(parentAuthor, eq(parentAuthor.id, parent.authorId))
    .leftJoin(parentOrganisation, eq(parentOrganisation.id, parent.organisationId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof selectComments>>[number]

/** What is hidden shows nothing of itself. */
export const shown = (row: Row): CommentShown => ({
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
