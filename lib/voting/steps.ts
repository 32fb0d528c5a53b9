import { createHash } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { identities } from '../accounts/tables'
import type { Tx } from '../db'
import { countResults, isCounted } from './counting'
import { stateNow } from './queries'
import { choicesOf, comesBack, type QuestionKind, type Shown, type Voters } from './rules'
import { ballots, barredVoters, questionResults, questions } from './tables'

/** What can be asked: labels are what a `choice` question offers, of which up to `most` may be chosen. */
export type Asked = {
  prompt?: string
  labels?: readonly string[]
  most?: number
  voters?: Voters
  shown?: Shown
  opensAt?: Date
  closesAt?: Date | null
}

/** Asks a question, open from now on where nothing else is said. */
export async function askQuestion(tx: Tx, kind: QuestionKind, { labels, ...asked }: Asked = {}): Promise<string> {
  const choices = kind === 'choice' ? (labels ?? []).map((_, place) => String.fromCodePoint(97 + place)) : [...choicesOf[kind]]
  const [question] = await tx.insert(questions).values({ kind, choices, labels: kind === 'choice' ? [...(labels ?? [])] : null, ...asked }).returning({ id: questions.id })
  return question!.id
}

/** Closes questions now and records what came out. Waits for ballots that are being cast, and only then looks at the clock. */
export async function closeQuestions(tx: Tx, ids: readonly string[], reason: string): Promise<void> {
  if (!ids.length) return
  await tx.select({ id: questions.id }).from(questions).where(inArray(questions.id, [...ids])).for('update')
  const closed = await tx
    .update(questions)
    .set({ closesAt: sql`clock_timestamp()`, closedReason: reason })
    .where(and(inArray(questions.id, [...ids]), sql`${stateNow} <> 'closed'`)) // What its time has closed stays as it closed.
    .returning({ id: questions.id })
  if (!comesBack.includes(reason)) for (const { id } of closed) await recordResults(tx, id)
}

/** Takes no votes while what it belongs to is hidden. Waits for ballots that are being cast; what was cast stays counted. */
export async function hideQuestion(tx: Tx, id: string): Promise<void> {
  await tx.update(questions).set({ hiddenAt: sql`clock_timestamp()` }).where(eq(questions.id, id))
}

/** Shown again, as it was left. */
export async function showQuestion(tx: Tx, id: string): Promise<void> {
  await tx.update(questions).set({ hiddenAt: null }).where(eq(questions.id, id))
}

/** Takes votes again, where a question was only withdrawn or merged: what its time has closed stays closed. */
export async function reopenQuestions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length) await tx.update(questions).set({ closesAt: null, closedReason: null }).where(and(inArray(questions.id, [...ids]), inArray(questions.closedReason, comesBack)))
}

/** Writes down the numbers and which receipts were counted, once and for good; nobody needs to be barred any longer. */
export async function recordResults(tx: Tx, questionId: string): Promise<void> {
  const results = await countResults(tx, questionId)
  const receipts = await tx.select({ receipt: ballots.receipt }).from(ballots).where(and(eq(ballots.questionId, questionId), isCounted))
  await tx.insert(questionResults).values({ questionId, results, receiptsHash: hashOfReceipts(receipts.map(({ receipt }) => receipt)) }).onConflictDoNothing()
  await tx.delete(barredVoters).where(eq(barredVoters.questionId, questionId))
}

/** SHA-256 of the receipts, sorted, one a line: anybody can make it from the published list. */
const hashOfReceipts = (receipts: readonly string[]) =>
  createHash('sha256').update([...receipts].sort().map((receipt) => `${receipt}\n`).join('')).digest('hex')

/**
 * A person's ballots stay counted and become nobody's. Where a question is still open, keyed hashes of their address and
 * of who they were verified to be bar a second ballot until it closes. To be done while their identity is still there.
 */
export async function disownBallots(tx: Tx, { id, addressKey }: { id: string; addressKey: string | null }): Promise<void> {
  const [identity] = await tx.select({ voterKey: identities.voterKey, nationalKey: identities.nationalKey }).from(identities).where(eq(identities.personId, id))
  const voterKeys = [addressKey, identity?.voterKey, identity?.nationalKey].filter((key) => !!key)
  if (voterKeys.length) {
    const open = await tx
      .select({ questionId: ballots.questionId })
      .from(ballots)
      .innerJoin(questions, eq(questions.id, ballots.questionId))
      .where(and(eq(ballots.personId, id), sql`${stateNow} <> 'closed'`))
    if (open.length) await tx.insert(barredVoters).values(open.flatMap(({ questionId }) => voterKeys.map((voterKey) => ({ questionId, voterKey: voterKey! })))).onConflictDoNothing()
  }
  await forgetMoments(tx, id)
  await tx.update(ballots).set({ personId: null }).where(eq(ballots.personId, id))
}

/**
 * When somebody voted is an event that knows who. Ballots and their history know the day alone; their lines, which stand in
 * the order in which everybody voted, get numbers that tell nothing but their own order.
 */
async function forgetMoments(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`select set_config('glos.erasing', 'on', true)`) // The database refuses it otherwise: a trigger.
  await tx.execute(sql`
    with theirs as (
      select history.id, history.ballot_id, row_number() over (partition by history.ballot_id order by history.id) as nth
      from ballot_history history join ballots on ballots.id = history.ballot_id where ballots.person_id = ${personId}
    ), numbers as (
      select theirs.id, theirs.ballot_id, - (1 + floor(random() * 4e18))::bigint as number from theirs
    ), given as (
      select ballot_id, number, row_number() over (partition by ballot_id order by number) as nth from numbers
    )
    update ballot_history set id = given.number from theirs join given using (ballot_id, nth) where ballot_history.id = theirs.id`)
  await tx.execute(sql`select set_config('glos.erasing', 'off', true)`)
}
