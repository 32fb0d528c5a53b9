import { bigint, index, integer, pgTable, text, varchar } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { instant, key } from './columns'

/** Tries counted by `limits.ts`; the columns are those that its library writes, in its order. */
export const limits = pgTable('limits', {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: 'number' }),
})

/** Mails to be sent, queued in the transaction that causes them. A sent mail's row is deleted, since it may hold a link. */
export const outbox = pgTable(
  'outbox',
  {
    id: key(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    queuedAt: instant().notNull().default(sql`now()`),
    /** Not before. Moves away after each failure. */
    dueAt: instant().notNull().default(sql`now()`),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (table) => [index().on(table.dueAt)],
)
