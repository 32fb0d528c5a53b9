import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '../../db'
import { isClerk } from '../../discussion/rules'
import type { Viewer } from '../../person'
import { isCounted } from '../counting'
import { isPublic, stateNow } from '../queries'
import type { Stratum } from '../rules'
import { ballots, paperBatches, questions } from '../tables'

const isWaiting = and(isNull(paperBatches.confirmedAt), isNull(paperBatches.droppedAt))
/** `late`: nobody counted it a second time before the question closed, so it can only be set aside. */
const batchState = sql<'waiting' | 'late' | 'counted' | 'dropped'>`case when ${paperBatches.confirmedAt} is not null then 'counted' when ${paperBatches.droppedAt} is not null then 'dropped' when ${stateNow} = 'closed' then 'late' else 'waiting' end`

/** A batch without its numbers: the second count must not know the first. */
const select = (viewer: NonNullable<Viewer>) =>
  db
    .select({
      id: paperBatches.id,
      questionId: paperBatches.questionId,
      receivedOn: paperBatches.receivedOn,
      scan: paperBatches.scan,
      receiptNumber: paperBatches.receiptNumber,
      enteredAt: paperBatches.enteredAt,
      own: isOwn(viewer),
      state: batchState,
    })
    .from(paperBatches)
    .innerJoin(questions, eq(questions.id, paperBatches.questionId))

const isOwn = ({ id }: NonNullable<Viewer>) => sql<boolean>`${paperBatches.enteredById} = ${id}`
const isOutside = (viewer: Viewer): viewer is null => !viewer || !!isClerk(viewer, null)

/**
 * What waits for its second count, for clerks: first what the viewer can count, each oldest first, so that nothing waits
 * unseen for ever.
 * @returns the first ones, and how many wait in all
 */
export async function listWaitingBatches(viewer: Viewer, limit = 100) {
  if (isOutside(viewer)) return { batches: [], total: 0 }
  const [batches, total] = await Promise.all([select(viewer).where(isWaiting).orderBy(isOwn(viewer), asc(paperBatches.id)).limit(limit), db.$count(paperBatches, isWaiting)])
  return { batches, total }
}

/** One batch that waits, for clerks; null when it does not wait. */
export async function getWaitingBatch(viewer: Viewer, id: string) {
  if (isOutside(viewer)) return null
  return (await select(viewer).where(and(eq(paperBatches.id, id), isWaiting)))[0] ?? null
}

/** The batches that were counted or set aside, those that were entered last first; for clerks. */
export async function listSettledBatches(viewer: Viewer, limit = 30) {
  if (isOutside(viewer)) return []
  return db
    .select({
      id: paperBatches.id,
      questionId: paperBatches.questionId,
      receiptNumber: paperBatches.receiptNumber,
      enteredAt: paperBatches.enteredAt,
      state: batchState,
      counted: sql<number>`(select count(*)::int from ballots where ballots.batch_id = paper_batches.id)`,
    })
    .from(paperBatches)
    .innerJoin(questions, eq(questions.id, paperBatches.questionId))
    .where(sql`not (${isWaiting})`)
    .orderBy(desc(paperBatches.id))
    .limit(limit)
}

/** What became of a batch with this receipt number, in capitals or not: the one that has it now, else the last that had it. */
export async function getPaperBatch(_viewer: Viewer, receiptNumber: string) {
  const [batch] = await db
    .select({ questionId: paperBatches.questionId, receivedOn: paperBatches.receivedOn, state: batchState })
    .from(paperBatches)
    .innerJoin(questions, eq(questions.id, paperBatches.questionId))
    .where(sql`upper(${paperBatches.receiptNumber}) = upper(${receiptNumber})`)
    .orderBy(sql`${paperBatches.droppedAt} is not null`, desc(paperBatches.id))
    .limit(1)
  return batch ?? null
}

/**
 * How many votes came by which way, over all questions whose numbers everybody may know now.
 * @param questionIds only on these; on all where left out
 */
export async function countCast(_viewer: Viewer, questionIds?: readonly string[]): Promise<Record<Stratum, number>> {
  const rows = await db
    .select({ stratum: ballots.stratum, votes: count() })
    .from(ballots)
    .innerJoin(questions, eq(questions.id, ballots.questionId))
    .where(and(isCounted, isPublic, questionIds && inArray(ballots.questionId, [...questionIds])))
    .groupBy(ballots.stratum)
  return { verified: 0, 'signed-in': 0, paper: 0, ...Object.fromEntries(rows.map(({ stratum, votes }) => [stratum, votes])) }
}
