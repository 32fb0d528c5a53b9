import { and, count, eq, sql } from 'drizzle-orm'
import type { db, Tx } from '../db'
import { publishableStrata, stratumAtLeast, type Choice, type Count, type Results, type Stratum } from './rules'
import { ballots, questions } from './tables'

/** Ballots that were not taken back, and that no decision has invalidated. */
export const isCounted = sql`${ballots.choices} <> '{}' and ${ballots.invalidatedBy} is null`
/** Ballots that were not taken back, counted or not: for their voters, and for the total with the invalidated ones. */
export const wasCast = sql`${ballots.choices} <> '{}'`

export const noVotes = (choices: readonly Choice[]): Count => ({ total: 0, choices: Object.fromEntries(choices.map((choice) => [choice, 0])) })

/**
 * Counts a question from its ballots: those that count, and beside them, where a decision has invalidated some, how many
 * and the total with them. Only for what may be known: see `getResults`, and closing.
 */
export async function countResults(tx: Tx | typeof db, questionId: string): Promise<Results> {
  const [question] = await tx.select({ choices: questions.choices }).from(questions).where(eq(questions.id, questionId))
  const invalid = sql<boolean>`${ballots.invalidatedBy} is not null`
  const rows = await tx.select({ stratum: ballots.stratum, choices: ballots.choices, invalid, votes: count() }).from(ballots).where(and(eq(ballots.questionId, questionId), wasCast)).groupBy(ballots.stratum, ballots.choices, invalid)
  const day = sql<string>`to_char(${ballots.castAt} at time zone 'Europe/Warsaw', 'YYYY-MM-DD')`
  const days = await tx.select({ day, votes: count() }).from(ballots).where(and(eq(ballots.questionId, questionId), isCounted)).groupBy(sql`1`).orderBy(sql`1`)
  const byStratum = new Map<Stratum, Count>()
  const [whole, withInvalid] = [noVotes(question!.choices), noVotes(question!.choices)]
  for (const { stratum, choices, invalid, votes } of rows) {
    const part = byStratum.get(stratum) ?? noVotes(question!.choices)
    if (!invalid) byStratum.set(stratum, part)
    for (const tally of invalid ? [withInvalid] : [withInvalid, whole, part]) {
      tally.total += votes
      for (const choice of choices) tally.choices[choice] = (tally.choices[choice] ?? 0) + votes
    }
  }
  const votes = withInvalid.total - whole.total
  const invalidated = votes ? { invalidated: { votes, withThem: votes < stratumAtLeast ? null : withInvalid } } : {}
  return { ...whole, strata: publishableStrata([...byStratum].map(([stratum, part]) => ({ ...part, strata: [stratum] }))), days, ...invalidated }
}
