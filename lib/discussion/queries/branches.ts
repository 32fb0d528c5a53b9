import { sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../../person'
import { isWhole, writeCursor, type Cursor, type Order, type View } from '../views'
import { selectComments, shown, type CommentShown } from '../shown'
import { comments } from '../tables'

/** Few enough that a page is made quickly after each post: most of what it costs is its comments. */
export const commentsAPage = 15
const firstAnswers = 2
const newestOfficial = 3

/** A comment with its first answers, in the order in which they are shown; `replies` tells how many there are. */
export type Branch = CommentShown & { firstAnswers: CommentShown[] }
export type PageOfThread = { branches: Branch[]; next: string | null; official: CommentShown[] }

/** The number that an order goes by, before the key: the newest is the highest key. */
const numberOf: Record<Order, (comment: CommentShown) => number> = {
  newest: () => 0,
  oldest: () => 0,
  questions: () => 0,
  agreed: ({ agrees }) => agrees,
  debated: ({ replies }) => replies,
}

/** What an order goes by, as SQL on `comments c`, and what comes after a cursor. Everything here stands in an index. */
const sorted: Record<Order, { by: SQL; after: (cursor: Cursor) => SQL }> = {
  newest: { by: sql`c.id desc`, after: ({ id }) => sql`c.id < ${id}` },
  questions: { by: sql`c.id desc`, after: ({ id }) => sql`c.id < ${id}` },
  oldest: { by: sql`c.id`, after: ({ id }) => sql`c.id > ${id}` },
  agreed: { by: sql`c.agrees desc, c.id desc`, after: ({ number, id }) => sql`(c.agrees, c.id) < (${number}, ${id}::uuid)` },
  debated: { by: sql`c.replies desc, c.id desc`, after: ({ number, id }) => sql`(c.replies, c.id) < (${number}, ${id}::uuid)` },
}

/** No official answer stands under it or points at it. */
const unanswered = sql`not exists (select from comments a where a.parent_id = c.id and a.official and a.state = 'shown')
  and not exists (select from official_answers o join comments a on a.id = o.answer_id where o.comment_id = c.id and a.state = 'shown')`

/**
 * One page of a conversation by key, in one query: branches with their first answers, or, where it is filtered, comments
 * by themselves. On the first page of the whole also the newest answers of the office.
 * @param after where it begins; left out: at the beginning
 * @param matching further conditions on `comments c`, such as words
 */
export async function listBranches(_viewer: Viewer, threadId: string, view: View = { order: 'newest' }, after?: Cursor, matching?: SQL): Promise<PageOfThread> {
  const whole = isWhole(view)
  const conditions = [
    sql`c.thread_id = ${threadId}`,
    whole ? sql`c.parent_id is null` : sql`c.state = 'shown'`,
    view.order === 'questions' && sql`c.stance = 'question' and ${unanswered}`,
    view.stance && sql`c.stance = ${view.stance}`,
    view.who === 'office' && sql`c.official`,
    view.who === 'organisations' && sql`c.organisation_id is not null`,
    matching,
    after && sorted[view.order].after(after),
  ].filter((condition) => !!condition)
  const page = sql`select c.id from comments c where ${sql.join(conditions, sql` and `)} order by ${sorted[view.order].by} limit ${commentsAPage + 1}`
  const answers = sql`select a.id from page cross join lateral (
    (select id from comments where root_id = page.id and official order by id limit ${firstAnswers})
    union (select id from comments where root_id = page.id order by path limit ${firstAnswers})) a`
  const official = sql`(select id from comments where thread_id = ${threadId} and official and state = 'shown' order by id desc limit ${newestOfficial})`
  const ids = sql`with page as (${page}) select id from page${whole ? sql` union ${answers}` : sql``}${whole && !after ? sql` union ${official}` : sql``}`
  const rows = (await selectComments().where(sql`${comments.id} in (${ids})`)).map(shown)

  const ordered = (whole ? rows.filter(({ rootId }) => !rootId) : rows).sort(
    (a, b) => (numberOf[view.order](b) - numberOf[view.order](a) || (a.id < b.id ? 1 : -1)) * (view.order === 'oldest' ? -1 : 1),
  )
  const more = ordered.length > commentsAPage
  const branches = ordered.slice(0, commentsAPage).map((root) => ({ ...root, firstAnswers: whole ? first(rows, root.id) : [] }))
  const last = branches.at(-1)
  return {
    branches,
    next: more && last ? writeCursor({ number: numberOf[view.order](last), id: last.id }) : null,
    official: whole && !after ? rows.filter((comment) => comment.official && comment.state === 'shown').sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, newestOfficial) : [],
  }
}

/** The office's answers stand before the others; then as a branch is read. */
const first = (rows: readonly CommentShown[], rootId: string) =>
  rows
    .filter((row) => row.rootId === rootId)
    .sort((a, b) => Number(b.official) - Number(a.official) || byPath(a, b))
    .slice(0, firstAnswers)

/** As a branch is read: each answer below what it answers. */
const byPath = (a: CommentShown, b: CommentShown) => (a.path.join() < b.path.join() ? -1 : 1)
