import { and, count, eq, sql } from 'drizzle-orm'
import type { db, Tx } from '../db'
import { publishableStrata, type Choice, type Count, type Results, type Stratum } from './rules'
import { ballots, questions } from './tables'

/** Ballots that were not taken back. */
export const wasCast = sql`${ballots.choices} <> '{}'`

export const noVotes = (choices: readonly Choice[]): Count => ({ total: 0, choices: Object.fromEntries(choices.map((choice) => [choice, 0])) })

/** Counts a question from its ballots. Only for what may be known: see `getResults`, and closing. */
export async function countResults(tx: Tx | typeof db, questionId: string): Promise<Results> {
  const ofIt = and(eq(ballots.questionId, questionId), wasCast)
  const [question] = await tx.select({ choices: questions.choices }).from(questions).where(eq(questions.id, questionId))
  const rows = await tx.select({ stratum: ballots.stratum, choices: ballots.choices, votes: count() }).from(ballots).where(ofIt).groupBy(ballots.stratum, ballots.choices)
  const day = sql<string>`to_char(${ballots.castAt} at time zone 'Europe/Warsaw', 'YYYY-MM-DD')`
  const days = await tx.select({ day, votes: count() }).from(ballots).where(ofIt).groupBy(sql`1`).orderBy(sql`1`)
  const byStratum = new Map<Stratum, Count>()
  const whole = noVotes(question!.choices)
  for (const { stratum, choices, votes } of rows) {
    const part = byStratum.get(stratum) ?? noVotes(question!.choices)
    byStratum.set(stratum, part)
    for (const tally of [whole, part]) {
      tally.total += votes
      for (const choice of choices) tally.choices[choice] = (tally.choices[choice] ?? 0) + votes
    }
  }
  return { ...whole, strata: publishableStrata([...byStratum].map(([stratum, part]) => ({ ...part, strata: [stratum] }))), days }
}
