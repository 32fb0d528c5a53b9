import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { closeThreads, openThread, reopenThreads } from '../discussion/steps'
import { askQuestion, closeQuestions, reopenQuestions } from '../voting/steps'
import { flat, type Change } from './changes'
import type { Outline } from './outline'
import { areas, operationalGoals, strategicGoals, taskQuestions, taskTitles, tasks, translatedTitles } from './tables'

/** Writes the differences. Threads and questions follow their tasks: a withdrawn one takes no new voices. */
export async function applyChanges(tx: Tx, { outline, translations }: { outline: Outline; translations: Record<string, Record<string, string>> }, changes: readonly Change[]): Promise<void> {
  if (!changes.length) return
  const document = flat(outline)

  for (const area of document.areas) {
    await tx.insert(areas).values(area).onConflictDoUpdate({ target: areas.name, set: { position: area.position } })
  }
  const areaIds = new Map((await tx.select().from(areas)).map(({ name, id }) => [name, id]))
  for (const { area, ...goal } of document.strategicGoals) {
    const values = { ...goal, areaId: areaIds.get(area)! }
    await tx.insert(strategicGoals).values(values).onConflictDoUpdate({ target: strategicGoals.code, set: values })
  }
  const strategicIds = new Map((await tx.select().from(strategicGoals)).map(({ code, id }) => [code, id]))
  for (const { strategic, ...goal } of document.operationalGoals) {
    const values = { ...goal, strategicGoalId: strategicIds.get(strategic)! }
    await tx.insert(operationalGoals).values(values).onConflictDoUpdate({ target: operationalGoals.code, set: values })
  }
  const goalIds = new Map((await tx.select().from(operationalGoals)).map(({ code, id }) => [code, id]))

  const codesOf = (kind: Change['kind']) => new Set(changes.filter((change) => change.kind === kind).map(({ code }) => code))
  const added = codesOf('task-added')
  const renamed = codesOf('task-renamed')
  for (const { goal, ...task } of document.tasks) {
    const values = { ...task, operationalGoalId: goalIds.get(goal)! }
    if (added.has(task.code)) {
      await tx.insert(tasks).values({ ...values, threadId: await openThread(tx), questionId: await askQuestion(tx, 'opinion') })
    } else if (renamed.has(task.code)) {
      const [before] = await tx.select({ id: tasks.id, title: tasks.title }).from(tasks).where(eq(tasks.code, task.code))
      await tx.insert(taskTitles).values({ taskId: before!.id, title: before!.title })
      await tx.update(tasks).set({ title: task.title }).where(eq(tasks.id, before!.id))
    }
  }

  const withdrawn = await tasksOf(tx, codesOf('task-withdrawn'))
  await tx.update(tasks).set({ withdrawnAt: sql`now()` }).where(inArray(tasks.id, withdrawn.ids))
  await closeThreads(tx, withdrawn.threads, 'withdrawn')
  await closeQuestions(tx, withdrawn.questions, 'withdrawn')
  // What the city asked besides ends with the task, and its result is written down: it does not begin anew when the task returns.
  const asked = await tx.select({ id: taskQuestions.questionId }).from(taskQuestions).where(inArray(taskQuestions.taskId, withdrawn.ids))
  await closeQuestions(tx, asked.map(({ id }) => id), 'task-withdrawn')

  const reinstated = await tasksOf(tx, codesOf('task-reinstated'))
  await tx.update(tasks).set({ withdrawnAt: null }).where(inArray(tasks.id, reinstated.ids))
  await reopenThreads(tx, reinstated.threads)
  await reopenQuestions(tx, reinstated.questions)

  for (const [language, titles] of Object.entries(translations)) {
    for (const [code, title] of Object.entries(titles)) {
      await tx.insert(translatedTitles).values({ language, code, title }).onConflictDoUpdate({ target: [translatedTitles.language, translatedTitles.code], set: { title } })
    }
  }
}

async function tasksOf(tx: Tx, codes: ReadonlySet<string>) {
  const rows = codes.size ? await tx.select({ id: tasks.id, threadId: tasks.threadId, questionId: tasks.questionId }).from(tasks).where(inArray(tasks.code, [...codes])) : []
  return { ids: rows.map(({ id }) => id), threads: rows.map(({ threadId }) => threadId), questions: rows.map(({ questionId }) => questionId) }
}
