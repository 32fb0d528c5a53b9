import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import type { Choice, QuestionKind } from './rules'

/** Something to vote on. Knows no owner; whoever asked it sets its window. */
export const questions = pgTable(
  'questions',
  {
    id: key(),
    kind: text().$type<QuestionKind>().notNull(),
    opensAt: instant().notNull().default(sql`now()`),
    closesAt: instant(),
    /** Why it is closed, as a message key's last part: `withdrawn`. */
    closedReason: text(),
  },
  (table) => [check('questions_known_kind', sql`${table.kind} in ('opinion', 'support')`)],
)

/** One person's vote on one question. An erased person's ballot stays counted and is nobody's. */
export const ballots = pgTable(
  'ballots',
  {
    id: key(),
    questionId: uuid().notNull().references(() => questions.id),
    personId: uuid().references(() => people.id),
    choice: text().$type<Choice>().notNull(),
    castAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    unique('ballots_one_each').on(table.questionId, table.personId),
    index('ballots_tally').on(table.questionId, table.choice),
    index().on(table.personId),
    check('ballots_known_choice', sql`${table.choice} in ('for', 'against', 'abstain')`),
  ],
)
