import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'

/** Every word that was ever used in a comment, folded, so that a mistyped or inflected one can be led to it. Kept by a trigger. */
export const usedWords = pgTable('used_words', { word: text().primaryKey() }, (table) => [
  index('used_words_resembling').using('gin', sql`${table.word} gin_trgm_ops`),
])
