import { and, eq, isNull, lte, or, sql, notInArray } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { Refusal } from '../refusal'
import { countQuestion } from './commands'
import { comesBack } from './rules'
import { questionResults, questions } from './tables'

/** Records what came out of every question whose time is over. Several instances may do so at once: each is recorded once. */
export async function countDueQuestions(): Promise<void> {
  const due = await db
    .select({ questionId: questions.id })
    .from(questions)
    .leftJoin(questionResults, eq(questionResults.questionId, questions.id))
    .where(and(lte(questions.closesAt, sql`clock_timestamp()`), isNull(questionResults.questionId), or(isNull(questions.closedReason), notInArray(questions.closedReason, comesBack))))
  if (!due.length) return
  const system = await systemPerson()
  for (const question of due) {
    await countQuestion(system, question).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // Another instance was faster.
    })
  }
}

/** Looks each minute. Called once by the server. */
export async function keepCounting(): Promise<void> {
  const look = () => void countDueQuestions().catch((error: unknown) => console.error('Questions could not be counted; trying again in a minute.', error))
  setInterval(look, 60_000).unref()
  look()
}
