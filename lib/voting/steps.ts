import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import type { QuestionKind } from './rules'
import { ballots, questions } from './tables'

/** Asks a question that is open from now on. */
export async function askQuestion(tx: Tx, kind: QuestionKind): Promise<string> {
  const [question] = await tx.insert(questions).values({ kind }).returning({ id: questions.id })
  return question!.id
}

/** Closes questions now. Waits for ballots that are being cast, and only then looks at the clock. */
export async function closeQuestions(tx: Tx, ids: readonly string[], reason: string): Promise<void> {
  if (!ids.length) return
  await tx.select({ id: questions.id }).from(questions).where(inArray(questions.id, [...ids])).for('update')
  await tx.update(questions).set({ closesAt: sql`clock_timestamp()`, closedReason: reason }).where(inArray(questions.id, [...ids]))
}

/** Takes votes again. */
export async function reopenQuestions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length) await tx.update(questions).set({ closesAt: null, closedReason: null }).where(inArray(questions.id, [...ids]))
}

/** A person's ballots stay counted and become nobody's. */
export async function disownBallots(tx: Tx, personId: string): Promise<void> {
  await tx.update(ballots).set({ personId: null }).where(eq(ballots.personId, personId))
}
