import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { comments } from '../discussion/tables'
import type { Place } from './masking'
import { decisions } from './tables'

/**
 * What a decision took out of a wording of a comment. What is shown is always worked out from `original` and the decisions
 * that are in force, so that they can be undone in any order. Goes with the evidence (retention), and when the author is erased.
 */
export const redactions = pgTable(
  'redactions',
  {
    decisionId: uuid().notNull().references(() => decisions.id),
    commentId: uuid().notNull().references(() => comments.id),
    /** The number of the wording now; it moves on with each rewriting of the current one. */
    revision: integer().notNull(),
    /** What the wording says where nothing is taken out. */
    original: text().notNull(),
    /** What was taken out of it, as places in `original`. */
    places: jsonb().$type<Place[]>().notNull(),
    /** What stands there instead. */
    instead: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.revision] }), index().on(table.commentId)],
)
