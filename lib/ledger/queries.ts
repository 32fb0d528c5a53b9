import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import { db } from '../db'
import { checkpoints, ledgerLines } from '../events/tables'
import type { Viewer } from '../person'

/** How many lines a published file holds. */
export const linesAFile = 10_000

/** The checkpoints, newest first. */
export async function listCheckpoints(_viewer: Viewer, limit?: number): Promise<{ date: string; lastSeq: number; hash: string }[]> {
  const listed = db.select({ date: checkpoints.date, lastSeq: checkpoints.lastSeq, hash: checkpoints.hash }).from(checkpoints).orderBy(desc(checkpoints.date))
  return limit === undefined ? listed : listed.limit(limit)
}

/** A day's checkpoint as it is published; null when there is none. */
export async function findCheckpoint(_viewer: Viewer, date: string): Promise<string | null> {
  const [found] = await db.select({ body: checkpoints.body }).from(checkpoints).where(eq(checkpoints.date, date))
  return found?.body ?? null
}

/** The day of the first checkpoint that holds the hash of a vote's receipts; null while none does. */
export async function checkpointWithReceipts(_viewer: Viewer, questionId: string): Promise<string | null> {
  const [found] = await db.execute<{ date: string }>(sql`
    select date::text from checkpoints join question_results on question_id = ${questionId}
    where date >= (at at time zone 'Europe/Warsaw')::date
      and exists (select from jsonb_array_elements(body::jsonb -> 'questions') totals where totals ->> 'question' = ${questionId} and totals ? 'receipts')
    order by date limit 1`)
  return found?.date ?? null
}

/** How many lines the ledger has. */
export async function countLines(_viewer: Viewer): Promise<number> {
  const [last] = await db.select({ seq: ledgerLines.seq }).from(ledgerLines).orderBy(desc(ledgerLines.seq)).limit(1)
  return last?.seq ?? 0
}

/** Lines with their hashes, in order. @param after the number of the line before the first */
export async function readLines(_viewer: Viewer, { after, upTo }: { after: number; upTo: number }): Promise<{ seq: number; line: string; hash: string }[]> {
  return db
    .select({ seq: ledgerLines.seq, line: ledgerLines.line, hash: ledgerLines.hash })
    .from(ledgerLines)
    .where(and(gt(ledgerLines.seq, after), lte(ledgerLines.seq, upTo)))
    .orderBy(asc(ledgerLines.seq))
}

/** For those who watch the site: for how many seconds the event has waited that waits longest and may be sealed. */
export async function secondsUnsealed(_viewer: Viewer): Promise<number> {
  const [waiting] = await db.execute<{ seconds: number }>(sql`
    select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::int as seconds from unsealed join events on events.id = event_id
    where name not in ('ballot.cast', 'ballot.withdrawn', 'paper-batch.confirmed')`)
  return waiting!.seconds
}
