import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { db } from '../db'
import { countComments } from '../discussion/queries/threads'
import type { Language } from '../language'
import type { Viewer } from '../person'
import { getTallies, stateNow } from '../voting/queries'
import type { Count } from '../voting/rules'
import { questions } from '../voting/tables'
import { areas, operationalGoals, strategicGoals, taskQuestions, taskTitles, tasks, translatedTitles } from './tables'

/** A title as adopted, and how to say it in the reader's language; `lang` tells which of the two `text` is in. */
export type Title = { adopted: string; text: string; lang: string }

export type TaskListed = {
  code: string
  title: Title
  threadId: string
  questionId: string
  withdrawnAt: Date | null
  goal: string
  /** Null while the numbers may not be known. */
  tally: Count | null
  comments: number
  newest: Date | null
}
export type GoalListed = { code: string; title: Title; tasks: TaskListed[] }
export type StrategyShown = { areas: { title: Title; strategicGoals: { code: string; title: Title; goals: GoalListed[] }[] }[]; tasks: TaskListed[] }

/** The whole strategy with how much voice each task has: five queries, however long it is. */
export async function getStrategy(viewer: Viewer, language: Language): Promise<StrategyShown> {
  const [areaRows, strategicRows, operationalRows, taskRows, say] = await Promise.all([
    db.select().from(areas).orderBy(asc(areas.position)),
    db.select().from(strategicGoals).orderBy(asc(strategicGoals.position)),
    db.select().from(operationalGoals).orderBy(asc(operationalGoals.position)),
    db
      .select({ code: tasks.code, title: tasks.title, threadId: tasks.threadId, questionId: tasks.questionId, withdrawnAt: tasks.withdrawnAt, goalId: tasks.operationalGoalId })
      .from(tasks)
      .orderBy(asc(tasks.position)),
    titlesIn(language),
  ])
  const [tallies, counts] = await Promise.all([getTallies(viewer, taskRows.map(({ questionId }) => questionId)), countComments(viewer, taskRows.map(({ threadId }) => threadId))])
  const goalCodes = new Map(operationalRows.map(({ id, code }) => [id, code]))
  const listed = taskRows.map(({ goalId, ...task }) => ({
    goalId,
    listed: {
      ...task,
      title: say(task.code, task.title),
      goal: goalCodes.get(goalId)!,
      tally: tallies.get(task.questionId) ?? null,
      comments: counts.get(task.threadId)?.comments ?? 0,
      newest: counts.get(task.threadId)?.newest ?? null,
    },
  }))
  return {
    tasks: listed.map(({ listed }) => listed),
    areas: areaRows.map((area) => ({
      title: say(area.name, area.name),
      strategicGoals: strategicRows
        .filter(({ areaId }) => areaId === area.id)
        .map((strategic) => ({
          code: strategic.code,
          title: say(strategic.code, strategic.title),
          goals: operationalRows
            .filter(({ strategicGoalId }) => strategicGoalId === strategic.id)
            .map((goal) => ({
              code: goal.code,
              title: say(goal.code, goal.title),
              tasks: listed.filter(({ goalId }) => goalId === goal.id).map(({ listed }) => listed),
            })),
        })),
    })),
  }
}

/** One task with where it stands in the strategy and its neighbours by number; null when there is none of that code. */
export async function getTask(_viewer: Viewer, language: Language, code: string) {
  const [row] = await db
    .select({ task: tasks, goal: operationalGoals, strategic: strategicGoals, area: areas })
    .from(tasks)
    .innerJoin(operationalGoals, eq(operationalGoals.id, tasks.operationalGoalId))
    .innerJoin(strategicGoals, eq(strategicGoals.id, operationalGoals.strategicGoalId))
    .innerJoin(areas, eq(areas.id, strategicGoals.areaId))
    .where(eq(tasks.code, code))
  if (!row) return null
  const { task, goal, strategic, area } = row
  const inUse = isNull(tasks.withdrawnAt)
  const [say, [previous], [next], earlier, asked] = await Promise.all([
    titlesIn(language),
    db.select({ code: tasks.code, title: tasks.title }).from(tasks).where(and(lt(tasks.position, task.position), inUse)).orderBy(desc(tasks.position)).limit(1),
    db.select({ code: tasks.code, title: tasks.title }).from(tasks).where(and(gt(tasks.position, task.position), inUse)).orderBy(asc(tasks.position)).limit(1),
    db.select({ title: taskTitles.title, until: taskTitles.until }).from(taskTitles).where(eq(taskTitles.taskId, task.id)).orderBy(desc(taskTitles.until)),
    db.select({ id: taskQuestions.questionId }).from(taskQuestions).where(eq(taskQuestions.taskId, task.id)).orderBy(asc(taskQuestions.questionId)),
  ])
  const neighbour = (other: { code: string; title: string } | undefined) => (other ? { code: other.code, title: say(other.code, other.title) } : null)
  return {
    id: task.id,
    code: task.code,
    title: say(task.code, task.title),
    threadId: task.threadId,
    questionId: task.questionId,
    /** What else the city asks about it. */
    questionIds: asked.map(({ id }) => id),
    withdrawnAt: task.withdrawnAt,
    earlierTitles: earlier,
    goal: { code: goal.code, title: say(goal.code, goal.title) },
    strategicGoal: { code: strategic.code, title: say(strategic.code, strategic.title) },
    area: say(area.name, area.name),
    previous: neighbour(previous),
    next: neighbour(next),
  }
}

/** The task that a question is about, whether it is supported or something else the city asks. */
export async function getTaskOfQuestion(_viewer: Viewer, language: Language, questionId: string): Promise<{ code: string; title: Title } | null> {
  const [row] = await db
    .select({ code: tasks.code, title: tasks.title })
    .from(tasks)
    .leftJoin(taskQuestions, eq(taskQuestions.taskId, tasks.id))
    .where(or(eq(tasks.questionId, questionId), eq(taskQuestions.questionId, questionId)))
    .limit(1)
  return row ? { code: row.code, title: (await titlesIn(language))(row.code, row.title) } : null
}

/** The tasks, to choose from in a form; those in use only. */
export async function listTaskTitles(viewer: Viewer, language: Language) {
  return (await listOwners(viewer, language)).filter(({ withdrawnAt }) => !withdrawnAt)
}

/**
 * What the city asks about its tasks and what takes votes now, task by task: first whether it is supported (`prompt` is
 * null), then what else is asked, in the order of asking.
 */
export async function listOpenQuestions(_viewer: Viewer, language: Language) {
  const [rows, say] = await Promise.all([
    db
      .select({ code: tasks.code, title: tasks.title, questionId: questions.id, prompt: questions.prompt })
      .from(tasks)
      .leftJoin(taskQuestions, eq(taskQuestions.taskId, tasks.id))
      .innerJoin(questions, or(eq(questions.id, tasks.questionId), eq(questions.id, taskQuestions.questionId)))
      .where(and(isNull(tasks.withdrawnAt), eq(stateNow, 'open')))
      .groupBy(tasks.id, questions.id)
      .orderBy(asc(tasks.position), sql`${questions.id} <> ${tasks.questionId}`, asc(questions.id)),
    titlesIn(language),
  ])
  return rows.map(({ title, ...question }) => ({ ...question, title: say(question.code, title) }))
}

/** Every task with its thread and question, to say what a voice belongs to. */
export async function listOwners(_viewer: Viewer, language: Language) {
  const [rows, say] = await Promise.all([
    db
      .select({ id: tasks.id, code: tasks.code, title: tasks.title, threadId: tasks.threadId, questionId: tasks.questionId, withdrawnAt: tasks.withdrawnAt })
      .from(tasks)
      .orderBy(asc(tasks.position)),
    titlesIn(language),
  ])
  return rows.map(({ title, ...task }) => ({ ...task, title: say(task.code, title) }))
}

/** Whether there is a task of this code: for telling unknown addresses apart. */
export async function taskExists(_viewer: Viewer, code: string): Promise<boolean> {
  const [task] = await db.select({ id: tasks.id }).from(tasks).where(eq(tasks.code, code))
  return !!task
}

/** Whether there is any strategy yet. */
export async function strategyExists(_viewer: Viewer): Promise<boolean> {
  const [task] = await db.select({ id: tasks.id }).from(tasks).limit(1)
  return !!task
}

/** Says titles in a language: the unofficial one where there is one, else as adopted. */
async function titlesIn(language: Language): Promise<(code: string, adopted: string) => Title> {
  const rows = language === 'pl' ? [] : await db.select().from(translatedTitles).where(eq(translatedTitles.language, language))
  const translated = new Map(rows.map(({ code, title }) => [code, title]))
  return (code, adopted) => {
    const text = translated.get(code)
    return text ? { adopted, text, lang: language } : { adopted, text: adopted, lang: 'pl' }
  }
}
