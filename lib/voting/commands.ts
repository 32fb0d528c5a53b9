import { and, eq, sql } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import { Refusal } from '../refusal'
import { tag } from '../tags'
import { openNow } from './queries'
import { ballotInput, canVote, choicesOf, withdrawalInput, type Choice } from './rules'
import { ballots, questions } from './tables'

/** Held against closing: whoever closes takes the row FOR UPDATE, so nothing is counted after. */
const questionHeld = async (tx: Tx, { questionId }: { questionId: string }) => {
  const [question] = await tx
    .select({ kind: questions.kind, open: openNow, closedReason: questions.closedReason })
    .from(questions)
    .where(eq(questions.id, questionId))
    .for('share')
  return question
}

const limit = { max: 120, minutes: 10 }

/** Casts a ballot, or changes the one that is there: the database keeps one a person and question. */
export const castBallot = command({
  event: 'ballot.cast',
  input: ballotInput,
  limit,
  load: questionHeld,
  allow: canVote,
  async run({ tx, person, input, subject }) {
    if (!(choicesOf[subject.kind] as readonly Choice[]).includes(input.choice)) throw new Refusal('invalid', { key: 'problem.choose' })
    await tx
      .insert(ballots)
      .values({ ...input, personId: person.id })
      .onConflictDoUpdate({ target: [ballots.questionId, ballots.personId], set: { choice: input.choice, castAt: sql`clock_timestamp()` } })
    return { id: input.questionId, choice: input.choice as Choice | null }
  },
  touches: ({ input }) => [tag.question(input.questionId)],
})

/** Takes the ballot back; not having one is fine. */
export const withdrawBallot = command({
  event: 'ballot.withdrawn',
  input: withdrawalInput,
  limit,
  load: questionHeld,
  allow: canVote,
  async run({ tx, person, input }) {
    await tx.delete(ballots).where(and(eq(ballots.questionId, input.questionId), eq(ballots.personId, person.id)))
    return { id: input.questionId, choice: null as Choice | null }
  },
  touches: ({ input }) => [tag.question(input.questionId)],
})
