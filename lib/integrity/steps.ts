import { and, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { ballots, questionResults } from '../voting/tables'
import { ballotAppeals, ballotDecisions, flagBallots, restoredBallots } from './tables'

/**
 * The votes of a confirmed invalidation count no more, those taken back meanwhile neither when they are cast again; those that an appeal gave back do.
 * @returns the ballots that counted until now
 */
export async function countNoMore(tx: Tx, decisionId: string): Promise<string[]> {
  const ofIt = tx.select({ id: flagBallots.ballotId }).from(flagBallots).innerJoin(ballotDecisions, eq(ballotDecisions.flagId, flagBallots.flagId)).where(and(eq(ballotDecisions.id, decisionId), notExists(tx.select({ one: sql`1` }).from(restoredBallots).where(and(eq(restoredBallots.decisionId, decisionId), eq(restoredBallots.ballotId, flagBallots.ballotId))))))
  const taken = await tx.update(ballots).set({ invalidatedBy: decisionId }).where(and(inArray(ballots.id, ofIt), isNull(ballots.invalidatedBy))).returning({ id: ballots.id })
  return taken.map(({ id }) => id)
}

/**
 * The votes of an invalidation that was undone count again, exactly as they were, but for those that another one in force
 * is about too.
 * @returns the ballots that count from now on
 */
export async function countAgain(tx: Tx, decisionId: string): Promise<string[]> {
  const given = await tx.update(ballots).set({ invalidatedBy: null }).where(eq(ballots.invalidatedBy, decisionId)).returning({ id: ballots.id })
  return withoutOthers(tx, given.map(({ id }) => id))
}

/** The vote of somebody whose appeal was upheld counts again, as it was, unless another invalidation in force is about it too. The decision stands. */
export async function countOneAgain(tx: Tx, { decisionId, questionId, personId }: { decisionId: string; questionId: string; personId: string }): Promise<void> {
  const [ballot] = await tx.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), eq(ballots.personId, personId), eq(ballots.invalidatedBy, decisionId)))
  if (!ballot) return // The whole decision was undone meanwhile.
  const afterCounting = (await tx.$count(questionResults, eq(questionResults.questionId, questionId))) > 0
  await tx.insert(restoredBallots).values({ decisionId, ballotId: ballot.id, afterCounting })
  await tx.update(ballots).set({ invalidatedBy: null }).where(eq(ballots.id, ballot.id))
  await withoutOthers(tx, [ballot.id])
}

/** Whoever leaves takes an appeal that waits along; one that was answered is nobody's, and without their words. */
export async function forgetBallotAppeals(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`select set_config('glos.erasing', 'on', true)`) // The database refuses it otherwise: a trigger.
  await tx.delete(ballotAppeals).where(and(eq(ballotAppeals.appellantId, personId), isNull(ballotAppeals.decidedAt)))
  await tx.update(ballotAppeals).set({ appellantId: null, text: '–' }).where(eq(ballotAppeals.appellantId, personId))
  await tx.execute(sql`select set_config('glos.erasing', 'off', true)`)
}

/** Marks those of the ballots again that other invalidations in force are about. @returns the others */
async function withoutOthers(tx: Tx, given: string[]): Promise<string[]> {
  if (!given.length) return []
  const others = await tx
    .select({ id: ballotDecisions.id })
    .from(ballotDecisions)
    .innerJoin(flagBallots, eq(flagBallots.flagId, ballotDecisions.flagId))
    .where(and(inArray(flagBallots.ballotId, given), isNotNull(ballotDecisions.confirmedAt), notUndone))
    .groupBy(ballotDecisions.id)
    .orderBy(ballotDecisions.id)
  const still = new Set<string>()
  for (const other of others) for (const id of await countNoMore(tx, other.id)) still.add(id)
  return given.filter((id) => !still.has(id))
}

const notUndone = sql`not exists (select from ballot_decisions undoing where undoing.undoes_id = ${ballotDecisions.id} and undoing.confirmed_at is not null)`
