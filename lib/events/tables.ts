import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns'

/** Append-only: who did what to what, when. Mail, feeds and the ledger follow from it. No text, address or token enters it. */
export const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().default(sql`clock_timestamp()`),
    /** In the past tense: `comment.posted`. */
    name: text().notNull(),
    /** The ledger key of whoever acted; null for people without an account. Not a foreign key, so that erasure costs one row. */
    actor: uuid(),
    /** The row it happened to. */
    subject: text().notNull(),
  },
  (table) => [index().on(table.subject), index().on(table.name, table.id)],
)
