import { sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '../../person'
import { isWhole, writeCursor, type Cursor, type Order, type Turned, type View } from '../views'
import { selectComments, shown, type CommentShown } from '../shown'
import { comments } from '../tables'

/** Few enough that a page is made quickly after each post: most of what it costs is its comments. */
export const commentsAPage = 15
const firstAnswers = 2
const newestOfficial = 3

/** A comment with its first answers, in the order in which they are shown; `replies` tells how many there are. */
export type Branch = CommentShown & { firstAnswers: CommentShown[] }
/** `previous` and `next` are where the pages around it end and begin; null where there is nothing more. */
export type PageOfThread = { branches: Branch[]; previous: string | null; next: string | null; official: CommentShown[] }
export const nothingFound: PageOfThread = { branches: [], previous: null, next: null, official: [] }

type Row = Awaited<ReturnType<typeof selectComments>>[number]
/** The number that an order goes by before the key, if any; it stands in an index. The others go by the key alone. */
const numbers: Partial<Record<Order, { column: SQL; of: (row: Row) => number }>> = {
  agreed: { column: sql`c.agrees`, of: ({ agrees }) => agrees },
  debated: { column: sql`c.replies`, of: ({ replies }) => replies },
}
const cursorOf = (order: Order, row: Row): Cursor => ({ number: numbers[order]?.of(row) ?? 0, id: row.id })

/** Less than 0 where a comment stands before another: the larger number and the newer key first, but for the oldest. */
const compare = (order: Order, a: Cursor, b: Cursor) => (b.number - a.number || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)) * (order === 'oldest' ? -1 : 1)

/** As SQL on `comments c`: what stands on one side of a cursor (`itself`: with it), nearest first. */
function side(order: Order, which: 'after' | 'before', cursor?: Cursor, itself = false): { where?: SQL; by: SQL } {
  const falls = (order === 'oldest') === (which === 'before')
  const [beyond, way] = falls ? [itself ? sql`<=` : sql`<`, sql`desc`] : [itself ? sql`>=` : sql`>`, sql`asc`]
  const column = numbers[order]?.column
  if (!column) return { where: cursor && sql`c.id ${beyond} ${cursor.id}`, by: sql`c.id ${way}` }
  return { where: cursor && sql`(${column}, c.id) ${beyond} (${cursor.number}, ${cursor.id}::uuid)`, by: sql`${column} ${way}, c.id ${way}` }
}

/** No official answer stands under it or points at it. */
const unanswered = sql`not exists (select from comments a where a.parent_id = c.id and a.official and a.state = 'shown')
  and not exists (select from official_answers o join comments a on a.id = o.answer_id where o.comment_id = c.id and a.state = 'shown')`

/**
 * One page of a conversation by key, in one query: branches with their first answers, or, where it is filtered, comments
 * by themselves. On the first page of the whole also the newest answers of the office.
 * @param matching further conditions on `comments c`, such as words
 */
export async function listBranches(_viewer: Viewer, threadId: string, view: View = { order: 'newest' }, { after, before }: Turned = {}, matching?: SQL): Promise<PageOfThread> {
  const whole = isWhole(view)
  const [way, back, cursor] = before && !after ? (['before', 'after', before] as const) : (['after', 'before', after] as const)
  const conditions = [
    sql`c.thread_id = ${threadId}`,
    whole ? sql`c.parent_id is null` : sql`c.state = 'shown'`,
    view.order === 'questions' && sql`c.stance = 'question' and ${unanswered}`,
    view.stance && sql`c.stance = ${view.stance}`,
    view.who === 'office' && sql`c.official`,
    view.who === 'organisations' && sql`c.organisation_id is not null`,
    matching,
  ].filter((condition) => !!condition)
  const nearest = ({ where, by }: ReturnType<typeof side>, limit: number) => sql`select c.id from comments c where ${sql.join(where ? [...conditions, where] : conditions, sql` and `)} order by ${by} limit ${limit}`
  const page = nearest(side(view.order, way, cursor), commentsAPage + 1)
  const answers = sql`select a.id from page cross join lateral (
    (select id from comments where root_id = page.id and official order by id limit ${firstAnswers})
    union (select id from comments where root_id = page.id order by path limit ${firstAnswers})) a`
  const official = sql`(select id from comments where thread_id = ${threadId} and official and state = 'shown' order by id desc limit ${newestOfficial})`
  const parts = [sql`select id from page`, whole && answers, whole && !cursor && official, cursor && sql`(${nearest(side(view.order, back, cursor, true), 1)})`].filter((part) => !!part)
  const rows = await selectComments().where(sql`${comments.id} in (with page as (${page}) ${sql.join(parts, sql` union `)})`)

  const place = (row: Row) => cursorOf(view.order, row)
  const ordered = (whole ? rows.filter(({ rootId }) => !rootId) : rows).sort((a, b) => compare(view.order, place(a), place(b)))
  const there = cursor ? ordered.filter((row) => compare(view.order, place(row), cursor) * (way === 'after' ? 1 : -1) > 0) : ordered
  const beyond = there.length < ordered.length
  const more = there.length > commentsAPage
  const shownHere = way === 'after' ? there.slice(0, commentsAPage) : there.slice(-commentsAPage)
  const [first, last] = [shownHere[0], shownHere.at(-1)]
  const readable = rows.map(shown)
  return {
    branches: shownHere.map((root) => ({ ...shown(root), firstAnswers: whole ? firstOf(readable, root.id) : [] })),
    previous: first && (way === 'after' ? beyond : more) ? writeCursor(place(first)) : null,
    next: last && (way === 'after' ? more : beyond) ? writeCursor(place(last)) : null,
    official: whole && !cursor ? readable.filter((comment) => comment.official && comment.state === 'shown').sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, newestOfficial) : [],
  }
}

/** The office's answers stand before the others; then as a branch is read. */
const firstOf = (rows: readonly CommentShown[], rootId: string) =>
  rows
    .filter((row) => row.rootId === rootId)
    .sort((a, b) => Number(b.official) - Number(a.official) || byPath(a, b))
    .slice(0, firstAnswers)

/** As a branch is read: each answer below what it answers. */
const byPath = (a: CommentShown, b: CommentShown) => (a.path.join() < b.path.join() ? -1 : 1)
