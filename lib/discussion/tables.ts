import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { clause, instant, key, words } from '../columns'
import { organisations } from '../organisations/tables'
import type { CommentState, HeldFor, ReactionKind, Stance } from './rules'

/** A place to talk. Knows no owner; whoever opened it sets its window. */
export const threads = pgTable('threads', {
  id: key(),
  opensAt: instant().notNull().default(sql`now()`),
  closesAt: instant(),
  /** Why it is closed, as a message key's last part: `withdrawn`. */
  closedReason: text(),
  lockedAt: instant(),
  lockedById: uuid().references(() => people.id),
  /** What it belongs to is hidden: meanwhile it takes no comments, and none of them is found by searching. */
  hiddenAt: instant(),
})

export const comments = pgTable(
  'comments',
  {
    id: key(),
    threadId: uuid().notNull().references(() => threads.id),
    /** What it answers, and the comment that began that branch; both null for a comment that answers nothing. */
    parentId: uuid().references((): AnyPgColumn => comments.id),
    rootId: uuid().references((): AnyPgColumn => comments.id),
    /** How many comments stand between it and the thread: 0 for a root. */
    depth: integer().notNull().default(0),
    /**
     * The way to it inside its branch, from the root to itself, at most `indentAtMost` steps: deeper answers stand
     * beside each other in the order of time. Ordered by it, a branch reads as it is shown. A trigger finds `rootId`,
     * `depth` and `path` by the parent.
     */
    path: uuid().array().notNull().default(sql`'{}'`),
    authorId: uuid().notNull().references(() => people.id),
    /** The organisation in whose name it is said. */
    organisationId: uuid().references(() => organisations.id),
    /** Said by the office: an official's answer. */
    official: boolean().notNull().default(false),
    /** The name under a voice that came on paper; its author is then the system's person. */
    signature: text(),
    stance: text().$type<Stance>(),
    body: text().notNull(),
    postedAt: instant().notNull().default(sql`clock_timestamp()`),
    /** Which wording this is: reactions and reports name the one that was seen. */
    revision: integer().notNull().default(1),
    /** When it was last changed in public; what it said before is in `comment_revisions`. */
    editedAt: instant(),
    /** Hidden by a decision; its place and its answers stay. */
    hiddenAt: instant(),
    /** The rule it was hidden by, shown in its place. */
    hiddenGround: text(),
    /** Waits for a moderator's look, and which check held it. */
    heldAt: instant(),
    heldFor: text().$type<HeldFor>(),
    /** Taken back by its author. */
    withdrawnAt: instant(),
    /** Which of the above counts, in this order. */
    state: text().$type<CommentState>().notNull().generatedAlwaysAs(
      sql`case when hidden_at is not null then 'hidden' when withdrawn_at is not null then 'withdrawn' when held_at is not null then 'held' else 'shown' end`,
    ),
    /** Counted by triggers in the transaction that changes them, so that every order of a thread can be paged by key; a test rebuilds them. */
    agrees: integer().notNull().default(0),
    disagrees: integer().notNull().default(0),
    passes: integer().notNull().default(0),
    /** Of a root: all comments of its branch but itself; of others: those that answer it directly. Whatever their state, since each keeps its place. */
    replies: integer().notNull().default(0),
    /** What it is found by. */
    words: words().generatedAlwaysAs(sql`to_tsvector('simple', folded(body))`),
    /** One render of a form posts once: a random key of the form (security.md A43). */
    formKey: uuid(),
    clause: clause(),
  },
  (table) => [
    index('comments_roots').on(table.threadId, table.id).where(sql`${table.parentId} is null`),
    index('comments_most_agreed').on(table.threadId, table.agrees, table.id).where(sql`${table.parentId} is null`),
    index('comments_most_debated').on(table.threadId, table.replies, table.id).where(sql`${table.parentId} is null`),
    index('comments_questions').on(table.threadId, table.id).where(sql`${table.stance} = 'question'`),
    index('comments_official').on(table.threadId, table.id).where(sql`${table.official}`),
    index('comments_visible').on(table.threadId, table.id).where(sql`${table.state} = 'shown'`),
    index('comments_held').on(table.heldAt).where(sql`${table.state} = 'held'`),
    index('comments_branch').on(table.rootId, table.path),
    index('comments_words').using('gin', table.words),
    index().on(table.parentId),
    index().on(table.authorId, table.id),
    unique('comments_once_a_form').on(table.authorId, table.formKey),
    check('comments_branch_has_root', sql`(${table.parentId} is null) = (${table.rootId} is null) and (${table.parentId} is null) = (${table.depth} = 0)`),
    check('comments_path_leads_to_it', sql`${table.path}[cardinality(${table.path})] = ${table.id} and ${table.path}[1] = coalesce(${table.rootId}, ${table.id}) and cardinality(${table.path}) = least(${table.depth}, 4) + 1`),
    check('comments_not_empty', sql`length(${table.body}) between 1 and 20000`),
    check('comments_hidden_by_a_rule', sql`(${table.hiddenAt} is null) = (${table.hiddenGround} is null)`),
    check('comments_held_for_a_reason', sql`(${table.heldAt} is null) = (${table.heldFor} is null)`),
    check('comments_known_stance', sql`${table.stance} in ('for', 'against', 'question', 'idea')`),
    check('comments_one_speaker', sql`num_nonnulls(${table.organisationId}, ${table.signature}, nullif(${table.official}, false)) <= 1`),
    check('comments_counts', sql`least(${table.agrees}, ${table.disagrees}, ${table.passes}, ${table.replies}) >= 0`),
  ],
)

/** What a comment said before it was changed in public. Append-only (a trigger), but that a decision may take words out. */
export const commentRevisions = pgTable(
  'comment_revisions',
  {
    commentId: uuid().notNull().references(() => comments.id),
    revision: integer().notNull(),
    stance: text().$type<Stance>(),
    body: text().notNull(),
    /** Until when it stood, and how many reactions and answers the comment had then. */
    replacedAt: instant().notNull().default(sql`clock_timestamp()`),
    reactions: integer().notNull(),
    replies: integer().notNull(),
    /** When a decision took words out of it, or put them back. */
    redactedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.revision] })],
)

/** Where one person stands on one comment, as it read when they said so. */
export const reactions = pgTable(
  'reactions',
  {
    id: key(),
    commentId: uuid().notNull().references(() => comments.id),
    /** Null once the person is erased: the reaction stays counted and is nobody's. */
    personId: uuid().references(() => people.id),
    /** The wording that was seen. */
    revision: integer().notNull().default(1),
    kind: text().$type<ReactionKind>().notNull(),
    at: instant().notNull().default(sql`now()`),
  },
  (table) => [
    unique('reactions_one_each').on(table.commentId, table.personId),
    index().on(table.personId),
    check('reactions_known_kind', sql`${table.kind} in ('agree', 'disagree', 'pass')`),
  ],
)

/** Which comments an official answer answers, beside the one it stands under. */
export const officialAnswers = pgTable(
  'official_answers',
  {
    answerId: uuid().notNull().references(() => comments.id),
    commentId: uuid().notNull().references(() => comments.id),
  },
  (table) => [primaryKey({ columns: [table.answerId, table.commentId] }), index().on(table.commentId)],
)

/** Where a voice that came on paper comes from. */
export const paperVoices = pgTable(
  'paper_voices',
  {
    commentId: uuid().primaryKey().references(() => comments.id),
    receivedOn: date({ mode: 'string' }).notNull(),
    /** Where the scan or the sheet lies. */
    scan: text().notNull(),
    /** What the person who brought it was given. */
    receiptNumber: text().notNull(),
    enteredById: uuid().notNull().references(() => people.id),
    enteredAt: instant().notNull().default(sql`now()`),
  },
  (table) => [index('paper_voices_receipt').on(sql`upper(${table.receiptNumber})`)],
)

/**
 * The receipt numbers in use, in capitals: one is one voice or one batch of cards, never both. Kept by triggers of the two
 * tables; a batch that is set aside gives its number back.
 */
export const paperReceipts = pgTable('paper_receipts', { number: text().primaryKey() })
