import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { ballots } from '../voting/tables'
import { ballotDecisions, flagBallots } from './tables'

/**
 * The votes of a confirmed invalidation count no more, those taken back meanwhile neither when they are cast again.
 * @returns the ballots that counted until now
 */
export async function countNoMore(tx: Tx, decisionId: string): Promise<string[]> {
  const ofIt = tx.select({ id: flagBallots.ballotId }).from(flagBallots).innerJoin(ballotDecisions, eq(ballotDecisions.flagId, flagBallots.flagId)).where(eq(ballotDecisions.id, decisionId))
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
  if (!given.length) return []
  const others = await tx
    .select({ id: ballotDecisions.id })
    .from(ballotDecisions)
    .innerJoin(flagBallots, eq(flagBallots.flagId, ballotDecisions.flagId))
    .where(and(inArray(flagBallots.ballotId, given.map(({ id }) => id)), isNotNull(ballotDecisions.confirmedAt), notUndone))
    .groupBy(ballotDecisions.id)
    .orderBy(ballotDecisions.id)
  const still = new Set<string>()
  for (const other of others) for (const id of await countNoMore(tx, other.id)) still.add(id)
  return given.map(({ id }) => id).filter((id) => !still.has(id))
}

const notUndone = sql`not exists (select from ballot_decisions undoing where undoing.undoes_id = ${ballotDecisions.id} and undoing.confirmed_at is not null)`
