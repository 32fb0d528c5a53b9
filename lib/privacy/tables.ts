import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import type { Language } from '../language'

/** A copy of somebody's own data, asked for by them: one at a time. Its two files lie in the file store, and go a day after they were made. */
export const personalCopies = pgTable(
  'personal_copies',
  {
    id: key(),
    /** Null once the person is erased: then nobody can fetch it, and it goes. */
    personId: uuid().unique('personal_copies_one_each_person').references(() => people.id),
    language: text().$type<Language>().notNull(),
    askedAt: instant().notNull().default(sql`now()`),
    /** Where the bytes lie: file-store.ts. */
    jsonKey: text().notNull().unique(),
    pageKey: text().notNull().unique(),
    readyAt: instant(),
    /** From then on nobody can fetch it, and the next look takes it away. */
    expiresAt: instant(),
  },
  (table) => [
    index('personal_copies_to_make').on(table.askedAt).where(sql`${table.readyAt} is null`),
    check('personal_copies_random_keys', sql`${table.jsonKey} ~ '^[0-9a-f]{48}$' and ${table.pageKey} ~ '^[0-9a-f]{48}$'`),
    check('personal_copies_ready_for_a_time', sql`${table.readyAt} is null or ${table.expiresAt} is not null`),
    check('personal_copies_nobodys_end', sql`${table.personId} is not null or ${table.expiresAt} is not null`),
  ],
)
