import { sql } from 'drizzle-orm'
import { text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant } from '../columns'
import type { Outcome } from './appealing'

/** What every appeal has: its words, the clock of 14 days, and the answer once there is one. */
export const appealColumns = () => ({
  text: text().notNull(),
  at: instant().notNull().default(sql`clock_timestamp()`),
  dueAt: instant().notNull().default(sql`clock_timestamp() + interval '14 days'`),
  /** When moderators were last reminded of it. */
  remindedAt: instant(),
  outcome: text().$type<Outcome>(),
  reasons: text(),
  decidedAt: instant(),
  decidedById: uuid().references(() => people.id),
})
