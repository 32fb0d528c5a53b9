import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { threads } from '../discussion/tables'
import { questions } from '../voting/tables'

export const areas = pgTable('areas', {
  id: key(),
  /** As adopted, also its key: „Obszar społeczny”. */
  name: text().notNull().unique(),
  position: integer().notNull(),
})

export const strategicGoals = pgTable('strategic_goals', {
  id: key(),
  areaId: uuid().notNull().references(() => areas.id),
  code: text().notNull().unique(),
  title: text().notNull(),
  position: integer().notNull(),
})

export const operationalGoals = pgTable('operational_goals', {
  id: key(),
  strategicGoalId: uuid().notNull().references(() => strategicGoals.id),
  code: text().notNull().unique(),
  title: text().notNull(),
  position: integer().notNull(),
})

export const tasks = pgTable(
  'tasks',
  {
    id: key(),
    operationalGoalId: uuid().notNull().references(() => operationalGoals.id),
    code: text().notNull().unique(),
    /** As adopted, letter by letter. */
    title: text().notNull(),
    /** Place in the whole strategy, by number: 1.1.9 before 1.1.10. */
    position: integer().notNull(),
    threadId: uuid().notNull().unique().references(() => threads.id),
    questionId: uuid().notNull().unique().references(() => questions.id),
    /** No longer in the strategy: readable, takes no new voices. */
    withdrawnAt: instant(),
  },
  (table) => [index().on(table.operationalGoalId)],
)

/** A task's earlier titles. */
export const taskTitles = pgTable('task_titles', {
  id: key(),
  taskId: uuid().notNull().references(() => tasks.id),
  title: text().notNull(),
  until: instant().notNull().default(sql`now()`),
})

/** Unofficial translations of titles, beside the adopted text. `code` is a task's or goal's code, or an area's name. */
export const translatedTitles = pgTable(
  'translated_titles',
  { language: text().notNull(), code: text().notNull(), title: text().notNull() },
  (table) => [primaryKey({ columns: [table.language, table.code] })],
)

/** What the city asks about a task, beside whether it is supported. */
export const taskQuestions = pgTable(
  'task_questions',
  {
    questionId: uuid().primaryKey().references(() => questions.id),
    taskId: uuid().notNull().references(() => tasks.id),
    askedById: uuid().notNull().references(() => people.id),
    askedAt: instant().notNull().default(sql`now()`),
  },
  (table) => [index().on(table.taskId)],
)
