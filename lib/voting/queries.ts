import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { countResults, isCounted as counts, noVotes, wasCast } from './counting'
import type { Choice, Count, QuestionKind, Results, Shown, Voters } from './rules'
import { ballots, questionResults, questions } from './tables'

/** Said by the database's clock, also in the middle of a transaction. */
export const stateNow = sql<'not-yet' | 'open' | 'closed'>`case when ${questions.opensAt} > clock_timestamp() then 'not-yet' when ${questions.closesAt} <= clock_timestamp() then 'closed' else 'open' end`

/** Whether everybody may know the numbers now. Whatever shows numbers asks this, so that no page, order or list tells them early. */
export const isPublic = sql<boolean>`(${questions.shown} = 'always' or coalesce(${questions.closesAt} <= clock_timestamp(), false))`

/** Whether votes of a closed question were invalidated or restored after its result was written down. */
const corrected = sql<boolean>`(exists (select from ballot_decisions where ballot_decisions.question_id = ${questions.id} and ballot_decisions.confirmed_at > ${questionResults.at})
  or exists (select from restored_ballots join ballots restored on restored.id = restored_ballots.ballot_id where restored.question_id = ${questions.id} and restored_ballots.after_counting))`

/** The totals of questions, by question; one query however many. Those that may not be known yet are not there. */
export async function getTallies(_viewer: Viewer, questionIds: readonly string[]): Promise<Map<string, Count>> {
  if (!questionIds.length) return new Map()
  const rows = await db
    .select({ id: questions.id, offered: questions.choices, choices: ballots.choices, votes: count(ballots.id) })
    .from(questions)
    .leftJoin(ballots, and(eq(ballots.questionId, questions.id), counts))
    .where(and(inArray(questions.id, [...questionIds]), isPublic))
    .groupBy(questions.id, ballots.choices)
  const tallies = new Map<string, Count>()
  for (const { id, offered, choices, votes } of rows) {
    const tally = tallies.get(id) ?? noVotes(offered)
    tally.total += votes
    for (const choice of choices ?? []) tally.choices[choice] = (tally.choices[choice] ?? 0) + votes
    tallies.set(id, tally)
  }
  return tallies
}

/** The totals of one question; null while they may not be known. */
export const getTally = async (viewer: Viewer, questionId: string): Promise<Count | null> => (await getTallies(viewer, [questionId])).get(questionId) ?? null

export type QuestionShown = {
  id: string
  kind: QuestionKind
  prompt: string | null
  choices: Choice[]
  labels: string[] | null
  most: number
  voters: Voters
  shown: Shown
  state: 'not-yet' | 'open' | 'closed'
  opensAt: Date
  closesAt: Date | null
  closedReason: string | null
}

const questionColumns = {
  id: questions.id,
  kind: questions.kind,
  prompt: questions.prompt,
  choices: questions.choices,
  labels: questions.labels,
  most: questions.most,
  voters: questions.voters,
  shown: questions.shown,
  state: stateNow,
  opensAt: questions.opensAt,
  closesAt: questions.closesAt,
  closedReason: questions.closedReason,
}

/** What is asked, and whether it takes votes now. */
export async function getQuestion(_viewer: Viewer, id: string): Promise<QuestionShown | null> {
  const [question] = await db.select(questionColumns).from(questions).where(eq(questions.id, id))
  return question ?? null
}

/** Several at once, oldest first, each with its totals where they may be known; one query. */
export async function listQuestions(_viewer: Viewer, ids: readonly string[]): Promise<{ question: QuestionShown; tally: Count | null }[]> {
  if (!ids.length) return []
  const votes = sql<Record<string, number>>`case when ${isPublic} then (
    select coalesce(jsonb_object_agg(array_to_string(choices, ','), votes), '{}') from (
      select ballots.choices, count(*)::int as votes from ballots where ballots.question_id = questions.id and ballots.choices <> '{}' and ballots.invalidated_by is null group by 1
    ) by_choices) end`
  const rows = await db.select({ question: questionColumns, votes }).from(questions).where(inArray(questions.id, [...ids])).orderBy(asc(questions.opensAt), asc(questions.id))
  return rows.map(({ question, votes }) => ({ question, tally: votes && tallyOf(question.choices, votes) }))
}

function tallyOf(offered: readonly Choice[], votes: Record<string, number>): Count {
  const tally = noVotes(offered)
  for (const [chosen, many] of Object.entries(votes)) {
    tally.total += many
    for (const choice of chosen.split(',')) tally.choices[choice] = (tally.choices[choice] ?? 0) + many
  }
  return tally
}

/** The same for several questions, by question; one query. */
export async function listOwnBallotsOn(viewer: Viewer, questionIds: readonly string[]): Promise<Record<string, { choices: Choice[]; receipt: string }>> {
  if (!viewer || !questionIds.length) return {}
  const rows = await db
    .select({ questionId: ballots.questionId, choices: ballots.choices, receipt: ballots.receipt })
    .from(ballots)
    .where(and(inArray(ballots.questionId, [...questionIds]), eq(ballots.personId, viewer.id), wasCast))
  return Object.fromEntries(rows.map(({ questionId, ...ballot }) => [questionId, ballot]))
}

/** What the viewer voted, and their receipt, to be shown to them alone. */
export const getOwnBallot = async (viewer: Viewer, questionId: string) => (await listOwnBallotsOn(viewer, [questionId]))[questionId] ?? null

/** The viewer's own ballots, newest first, for their account page alone. */
export async function listOwnBallots(viewer: Viewer, limit = 100): Promise<{ questionId: string; kind: QuestionKind; labels: string[]; castAt: Date; receipt: string; invalidated: boolean; choices: Choice[] }[]> {
  if (!viewer) return []
  const rows = await db
    .select({ questionId: ballots.questionId, kind: questions.kind, offered: questions.choices, labels: questions.labels, choices: ballots.choices, castAt: ballots.castAt, receipt: ballots.receipt, invalidated: sql<boolean>`${ballots.invalidatedBy} is not null` })
    .from(ballots)
    .innerJoin(questions, eq(questions.id, ballots.questionId))
    .where(and(eq(ballots.personId, viewer.id), wasCast))
    .orderBy(desc(ballots.castAt), ballots.id)
    .limit(limit)
  return rows.map(({ offered, labels, ...ballot }) => ({ ...ballot, labels: ballot.choices.map((choice) => labels?.[offered.indexOf(choice)] ?? '') }))
}

/**
 * All published numbers of a question; null while this viewer may not know them. Who has voted may know those that are
 * shown `after-vote`. Of a question that was closed and counted, what was recorded then, unless votes were invalidated or
 * restored afterwards.
 */
export async function getResults(viewer: Viewer, questionId: string): Promise<Results | null> {
  const [question] = await db
    .select({ isPublic, shown: questions.shown, recorded: questionResults.results, corrected })
    .from(questions)
    .leftJoin(questionResults, eq(questionResults.questionId, questions.id))
    .where(eq(questions.id, questionId))
  if (!question) return null
  if (question.recorded && !question.corrected) return question.recorded
  if (!question.isPublic && !(question.shown === 'after-vote' && (await getOwnBallot(viewer, questionId)))) return null
  return countResults(db, questionId)
}

/** The receipts of the counted ballots, in their own order, once the question is closed. @param after the last one of the page before */
export async function listReceipts(_viewer: Viewer, questionId: string, { after, limit = 500 }: { after?: string; limit?: number } = {}): Promise<string[]> {
  const rows = await db
    .select({ receipt: ballots.receipt })
    .from(ballots)
    .innerJoin(questions, eq(questions.id, ballots.questionId))
    .where(and(eq(ballots.questionId, questionId), counts, eq(stateNow, 'closed'), after ? gt(ballots.receipt, after) : undefined))
    .orderBy(asc(ballots.receipt))
    .limit(limit)
  return rows.map(({ receipt }) => receipt)
}

/** Whether a receipt is among the counted ones of a closed question. */
export async function isCounted(_viewer: Viewer, questionId: string, receipt: string): Promise<boolean> {
  const [found] = await db
    .select({ id: ballots.id })
    .from(ballots)
    .innerJoin(questions, eq(questions.id, ballots.questionId))
    .where(and(eq(ballots.receipt, receipt), eq(ballots.questionId, questionId), counts, eq(stateNow, 'closed')))
  return !!found
}
