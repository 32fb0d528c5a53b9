import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { db } from '../db'
import { organisations } from '../organisations/tables'
import { indentAtMost, type CommentState, type Stance } from './rules'
import { comments } from './tables'

/** A comment as a page shows it. What is not to be read has no text, name or organisation, only its place and why. */
export type CommentShown = {
  id: string
  parentId: string | null
  rootId: string | null
  /** How many steps it is from the root of its branch, and how far in it is shown. */
  depth: number
  indent: number
  /** See `comments.path`. */
  path: string[]
  state: CommentState
  /** Null when it is not to be read. */
  body: string | null
  stance: Stance | null
  /** Null when it is not to be read, or when the account is gone; a name from paper where it came so. */
  author: string | null
  /** What the server vouches for; never a part of the name. */
  official: boolean
  verified: boolean
  onPaper: boolean
  organisation: { id: string; name: string; slug: string } | null
  /** Whom it answers, when that is not the comment that began the branch. */
  answers: string | null
  postedAt: Date
  revision: number
  /** Since when it reads otherwise than before; null when it never did in public. */
  editedAt: Date | null
  /** How many reactions it had when it was changed last. */
  editedAfter: number | null
  hiddenGround: string | null
  agrees: number
  disagrees: number
  passes: number
  replies: number
  /** Of an answer of the office: the comments that it points at. */
  answered: string[]
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
  depth: comments.depth,
  path: comments.path,
  state: comments.state,
  body: comments.body,
  stance: comments.stance,
  author: sql<string | null>`case when ${comments.signature} is null then ${author.name} else ${comments.signature} end`,
  official: comments.official,
  verified: sql<boolean>`${author.verifiedResidentAt} is not null and ${comments.organisationId} is null and not ${comments.official}`,
  onPaper: sql<boolean>`${comments.signature} is not null`,
  organisationId: organisations.id,
  organisationName: organisations.name,
  organisationSlug: organisations.slug,
  answers: sql<string | null>`case when ${parent.id} <> ${comments.rootId} and ${parent.state} = 'shown' then coalesce(${parentOrganisation.name}, ${parent.signature}, ${parentAuthor.name}) end`,
  postedAt: comments.postedAt,
  revision: comments.revision,
  editedAt: comments.editedAt,
  editedAfter: sql<number | null>`case when ${comments.editedAt} is not null then (select reactions from comment_revisions where comment_id = ${comments.id} order by comment_revisions.revision desc limit 1) end`,
  hiddenGround: comments.hiddenGround,
  agrees: comments.agrees,
  disagrees: comments.disagrees,
  passes: comments.passes,
  replies: comments.replies,
  answered: sql<string[]>`case when ${comments.official} then array(select comment_id from official_answers where answer_id = ${comments.id} order by 1) else '{}' end`,
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

/** What is not to be read shows nothing of itself but its place. */
export function shown({ organisationId, organisationName, organisationSlug, ...row }: Omit<Row, 'threadId'>): CommentShown {
  const indent = Math.min(row.depth, indentAtMost)
  const organisation = organisationId && organisationName && organisationSlug ? { id: organisationId, name: organisationName, slug: organisationSlug } : null
  if (row.state === 'shown') return { ...row, indent, organisation }
  return { ...row, indent, organisation: null, body: null, author: null, stance: null, official: false, verified: false, onPaper: false, agrees: 0, disagrees: 0, passes: 0, editedAt: null, editedAfter: null, answered: [] }
}
