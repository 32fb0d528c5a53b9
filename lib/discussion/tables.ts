import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { organisations } from '../organisations/tables'

/** A place to talk. Knows no owner; whoever opened it sets its window. */
export const threads = pgTable('threads', {
  id: key(),
  opensAt: instant().notNull().default(sql`now()`),
  closesAt: instant(),
  /** Why it is closed, as a message key's last part: `withdrawn`. */
  closedReason: text(),
  lockedAt: instant(),
  lockedById: uuid().references(() => people.id),
})

export const comments = pgTable(
  'comments',
  {
    id: key(),
    threadId: uuid().notNull().references(() => threads.id),
    /** What it answers, and the comment that began that branch; both null for a comment that answers nothing. */
    parentId: uuid().references((): AnyPgColumn => comments.id),
    rootId: uuid().references((): AnyPgColumn => comments.id),
    authorId: uuid().notNull().references(() => people.id),
    /** The organisation in whose name it is said. */
    organisationId: uuid().references(() => organisations.id),
    body: text().notNull(),
    postedAt: instant().notNull().default(sql`clock_timestamp()`),
    /** Hidden by a decision; its place and its answers stay. */
    hiddenAt: instant(),
    /** The rule it was hidden by, shown in its place. */
    hiddenGround: text(),
    /** One render of a form posts once: a random key of the form (security.md A43). */
    formKey: uuid(),
  },
  (table) => [
    index('comments_roots').on(table.threadId, table.id).where(sql`${table.parentId} is null`),
    index('comments_visible').on(table.threadId).where(sql`${table.hiddenAt} is null`),
    index('comments_branch').on(table.rootId, table.id),
    index().on(table.authorId, table.id),
    unique('comments_once_a_form').on(table.authorId, table.formKey),
    check('comments_branch_has_root', sql`(${table.parentId} is null) = (${table.rootId} is null)`),
    check('comments_not_empty', sql`length(${table.body}) between 1 and 20000`),
    check('comments_hidden_by_a_rule', sql`(${table.hiddenAt} is null) = (${table.hiddenGround} is null)`),
  ],
)

/** One person's support of one comment. */
export const supports = pgTable(
  'supports',
  {
    id: key(),
    commentId: uuid().notNull().references(() => comments.id),
    /** Null once the person is erased: the support stays counted and is nobody's. */
    personId: uuid().references(() => people.id),
    at: instant().notNull().default(sql`now()`),
  },
  (table) => [unique('supports_one_each').on(table.commentId, table.personId), index().on(table.personId)],
)
