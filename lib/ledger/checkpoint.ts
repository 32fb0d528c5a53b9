import { and, asc, desc, eq, gte, lte, or, sql } from 'drizzle-orm'
import { cityTime } from '../city-time'
import { db, type Tx } from '../db'
import { checkpoints, ledgerLines } from '../events/tables'
import { env } from '../env'
import { translator } from '../messages'
import { queueMail } from '../outbox'
import { tag } from '../tags'
import { countResults } from '../voting/counting'
import { questionResults, questions } from '../voting/tables'
import { beginning, canonical, sha256 } from './line'
import { sealBatch, sealEvents, sealingLock } from './sealing'
import { commitToWaiting, openCommitments } from './waiting'

/**
 * Makes the checkpoint of a day, once, and mails it to CHECKPOINT_ADDRESSES. What it says of the ledger and of the votes
 * is of one moment: one snapshot of the database, of which every event is sealed first.
 * @param date the city's today
 * @returns whether it is there now; false: another instance was at work, and a later try will do
 */
export async function makeCheckpoint(date = cityTime(new Date()).slice(0, 10)): Promise<boolean> {
  // A later one counts, too: a clock was wrong, and the chain of checkpoints is in the order of their days.
  const isThere = async (on: Tx | typeof db) => !!(await on.select({ date: checkpoints.date }).from(checkpoints).where(gte(checkpoints.date, date)).limit(1)).length
  if (await isThere(db)) return true
  await sealEvents()
  return db
    .transaction(
      async (tx) => {
        const [turn] = await tx.execute<{ ours: boolean }>(sql`select pg_try_advisory_xact_lock(${sealingLock}::bigint) as ours`)
        if (!turn!.ours) return false
        if (await isThere(tx)) return true
        while (await sealBatch(tx));
        await write(tx, date)
        return true
      },
      { isolationLevel: 'repeatable read' },
    )
    .catch((error: unknown) => {
      if (isRace(error)) return false
      throw error
    })
}

async function write(tx: Tx, date: string): Promise<void> {
  const [last] = await tx.select({ seq: ledgerLines.seq, hash: ledgerLines.hash }).from(ledgerLines).orderBy(desc(ledgerLines.seq)).limit(1)
  const [before] = await tx.select({ hash: checkpoints.hash }).from(checkpoints).orderBy(desc(checkpoints.date)).limit(1)
  const counts = await tx.execute<{ name: string; many: number }>(sql`select events.name, count(*)::int as many from ledger_lines join events on events.id = event_id group by events.name`)
  const [opened, waiting] = [await openCommitments(tx, date), await commitToWaiting(tx, date)]
  const body = canonical({
    date,
    lastSeq: last?.seq ?? 0,
    root: last?.hash ?? beginning,
    events: Object.fromEntries(counts.map(({ name, many }) => [name, many])),
    questions: await publicTotals(tx),
    ...(waiting.length && { waiting }),
    ...(opened.length && { opened }),
    previous: before?.hash ?? beginning,
  })
  const hash = sha256(body)
  await tx.insert(checkpoints).values({ date, lastSeq: last?.seq ?? 0, body, previous: before?.hash ?? null, hash })
  const t = translator('pl')
  const link = `${env.origin}/otwarte-dane/checkpoints/${date}.json`
  for (const to of env.checkpointAddresses) {
    await queueMail(tx, { to, subject: t('mail.checkpoint.subject', { date }), body: t('mail.checkpoint.body', { date, link, hash }) + `\n${JSON.stringify(JSON.parse(body), null, 1)}\n` })
  }
  await tx.execute(sql`select pg_notify('touched', ${tag.checkpoints})`)
}

/** What the site publishes of every vote whose results may be known at this transaction's instant. */
async function publicTotals(tx: Tx) {
  const listed = await tx
    .select({
      id: questions.id,
      recorded: questionResults.results,
      receipts: questionResults.receiptsHash,
      cast: sql<number>`(select count(*)::int from ballots where ballots.question_id = ${questions.id} and ballots.choices <> '{}')`,
    })
    .from(questions)
    .leftJoin(questionResults, eq(questionResults.questionId, questions.id))
    .where(and(lte(questions.opensAt, sql`now()`), or(eq(questions.shown, 'always'), lte(questions.closesAt, sql`now()`))))
    .orderBy(asc(questions.id))
  const totals = []
  for (const { id, recorded, receipts, cast } of listed) {
    const { total, choices, strata } = recorded ?? (await countResults(tx, id))
    const invalidated = cast - total
    totals.push({ question: id, total, ...(invalidated && { invalidated }), choices, groups: strata.map((group) => ({ group: group.strata.join('+'), total: group.total, choices: group.choices })), ...(receipts && { receipts }) })
  }
  return totals
}

/** Somebody else has written the line or the checkpoint that we were about to write, or erased a salt. */
const isRace = (error: unknown) => error instanceof Error && ['40001', '23505'].includes(((error.cause ?? error) as { code?: string }).code ?? '')
