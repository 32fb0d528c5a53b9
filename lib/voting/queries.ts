import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { choices, type Choice, type QuestionKind, type Tally } from './rules'
import { ballots, questions } from './tables'

/** The totals of questions, by question; one query however many. */
export async function getTallies(_viewer: Viewer, questionIds: readonly string[]): Promise<Map<string, Tally>> {
  const tallies = new Map(questionIds.map((id) => [id, noVotes()]))
  if (!questionIds.length) return tallies
  const rows = await db
    .select({ questionId: ballots.questionId, choice: ballots.choice, votes: count() })
    .from(ballots)
    .where(inArray(ballots.questionId, [...questionIds]))
    .groupBy(ballots.questionId, ballots.choice)
  for (const { questionId, choice, votes } of rows) {
    const tally = tallies.get(questionId)!
    tally[choice] = votes
    tally.total += votes
  }
  return tallies
}

/** The totals of one question. */
export const getTally = async (viewer: Viewer, questionId: string): Promise<Tally> => (await getTallies(viewer, [questionId])).get(questionId)!

/** What the viewer voted, to be shown to them alone. */
export async function getOwnChoice(viewer: Viewer, questionId: string): Promise<Choice | null> {
  if (!viewer) return null
  const [ballot] = await db
    .select({ choice: ballots.choice })
    .from(ballots)
    .where(and(eq(ballots.questionId, questionId), eq(ballots.personId, viewer.id)))
  return ballot?.choice ?? null
}

/** A question's kind and whether it takes votes now. */
export async function getQuestion(_viewer: Viewer, id: string): Promise<{ id: string; kind: QuestionKind; open: boolean; closedReason: string | null; closesAt: Date | null } | null> {
  const [question] = await db
    .select({ id: questions.id, kind: questions.kind, closedReason: questions.closedReason, closesAt: questions.closesAt, open: openNow })
    .from(questions)
    .where(eq(questions.id, id))
  return question ?? null
}

/** Said by the database's clock, also in the middle of a transaction. */
export const openNow = sql<boolean>`${questions.opensAt} <= clock_timestamp() and (${questions.closesAt} is null or ${questions.closesAt} > clock_timestamp())`

const noVotes = (): Tally => ({ ...(Object.fromEntries(choices.map((choice) => [choice, 0])) as Record<Choice, number>), total: 0 })

/** The viewer's own ballots, newest first, for their account page alone. */
export async function listOwnBallots(viewer: Viewer, limit = 100): Promise<{ questionId: string; choice: Choice; castAt: Date }[]> {
  if (!viewer) return []
  return db
    .select({ questionId: ballots.questionId, choice: ballots.choice, castAt: ballots.castAt })
    .from(ballots)
    .where(eq(ballots.personId, viewer.id))
    .orderBy(desc(ballots.castAt))
    .limit(limit)
}
