import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { proposals } from '../proposals/tables'
import { taskQuestions, tasks } from '../strategy/tables'
import { questions } from '../voting/tables'

/** Questions in their own words, else by the Polish title of the task or proposal that they are about; one query however many. Takes a transaction or the database itself. */
export async function whatWasAsked(tx: Pick<Tx, 'select'>, questionIds: readonly string[]): Promise<Map<string, string>> {
  if (!questionIds.length) return new Map()
  const asked = await tx
    .select({ id: questions.id, words: sql<string>`coalesce(${questions.prompt}, ${tasks.code} || ' ' || ${tasks.title}, ${proposals.content} ->> 'title', '')` })
    .from(questions)
    .leftJoin(taskQuestions, eq(taskQuestions.questionId, questions.id))
    .leftJoin(tasks, sql`${tasks.questionId} = ${questions.id} or ${tasks.id} = ${taskQuestions.taskId}`)
    .leftJoin(proposals, eq(proposals.questionId, questions.id))
    .where(inArray(questions.id, [...questionIds]))
  return new Map(asked.map(({ id, words }) => [id, words]))
}
