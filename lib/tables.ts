import { bigint, check, index, integer, pgTable, text, uuid, varchar } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { people } from './accounts/tables'
import { instant, key } from './columns'
import type { FileType } from './file-types'

/** Tries counted by `limits.ts`: how many of what and whose, and when their window is over, in milliseconds since 1970. Not written to the log. */
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
    /** Where whoever gets it can say that they want no more like it (RFC 8058); null for what answers an act of theirs. */
    unsubscribe: text(),
    queuedAt: instant().notNull().default(sql`now()`),
    /** Not before. Moves away after each failure. */
    dueAt: instant().notNull().default(sql`now()`),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (table) => [index().on(table.dueAt)],
)

/** What is known of each file; its bytes lie under `key` (file-store.ts). The row is there before them and goes after them. */
export const files = pgTable(
  'files',
  {
    id: key(),
    key: text().notNull().unique(),
    /** As it is shown and saved: file-names.ts. */
    name: text().notNull(),
    type: text().$type<FileType>().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    uploadedById: uuid().notNull().references(() => people.id),
    at: instant().notNull().default(sql`now()`),
    scannedAt: instant(),
    scanResult: text().$type<'clean' | 'infected'>(),
    /** Null while something holds it; kept by the triggers of what does. An hour later the file is taken away. */
    unusedSince: instant().default(sql`now()`),
  },
  (table) => [
    index().on(table.uploadedById, table.at),
    index('files_unused').on(table.unusedSince).where(sql`${table.unusedSince} is not null`),
    index('files_unscanned').on(table.at).where(sql`${table.scanResult} is null`),
    check('files_random_key', sql`${table.key} ~ '^[0-9a-f]{48}$'`),
    check('files_known_type', sql`${table.type} in ('pdf', 'jpeg', 'png', 'docx', 'ods', 'webp')`),
    check('files_size', sql`${table.bytes} between 1 and 10485760`),
    check('files_hash', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check('files_scanned', sql`(${table.scannedAt} is null) = (${table.scanResult} is null) and ${table.scanResult} in ('clean', 'infected')`),
  ],
)

/** How often mail to somebody was refused for good, by a keyed hash of the address. */
export const mailBounces = pgTable('mail_bounces', {
  addressKey: text().primaryKey(),
  bounces: integer().notNull().default(1),
  lastAt: instant().notNull().default(sql`now()`),
})
