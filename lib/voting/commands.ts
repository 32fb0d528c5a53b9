import { eq, sql } from 'drizzle-orm'
import { newKey } from '../columns'
import { command } from '../command'
import type { Tx } from '../db'
import type { Person } from '../person'
import { all, type Policy } from '../policy'
import { tag } from '../tags'
import { stateNow } from './queries'
import { ballotInput, canTakeBack, canVote, questionOnly, stratumOf, type Choice, type Shown } from './rules'
import { recordResults } from './steps'
import { barredVoters, questionResults, questions } from './tables'

/** Held against closing: whoever closes takes the row FOR UPDATE, so nothing is counted after (security.md A44). */
const questionHeld = async (tx: Tx, { questionId }: { questionId: string }, person: Person) => {
  const [question] = await tx
    .select({
      state: stateNow,
      closedReason: questions.closedReason,
      voters: questions.voters,
      shown: questions.shown,
      barred: sql<boolean>`exists (select from ${barredVoters} where ${barredVoters.questionId} = ${questions.id} and ${barredVoters.addressKey} = ${person.addressKey})`,
    })
    .from(questions)
    .where(eq(questions.id, questionId))
    .for('share')
  return question
}

const limit = { max: 120, minutes: 10 }
/** While the numbers are not public, no page is made anew: when it was would tell that somebody has voted. */
const touches = ({ input, subject }: { input: { questionId: string }; subject: { shown: Shown } }) => (subject.shown === 'always' ? [tag.question(input.questionId)] : [])

/** Casts a ballot, or changes the one that is there: the database keeps one a person and question, and all that it ever said. */
export const castBallot = command({
  event: 'ballot.cast',
  input: ballotInput,
  limit,
  load: questionHeld,
  allow: canVote,
  async run({ tx, person, input: { questionId, choice } }) {
    const [ballot] = await tx.execute<{ receipt: string }>(sql`
      with cast_ballot as (
        insert into ballots (id, question_id, person_id, choices, stratum)
        values (${newKey()}, ${questionId}, ${person.id}, ${sql.param(choice)}::text[], ${stratumOf(person)})
        on conflict (question_id, person_id) do update set choices = excluded.choices, stratum = excluded.stratum, cast_at = clock_timestamp()
        returning id, choices, stratum, receipt, cast_at
      ), remembered as (
        insert into ballot_history (ballot_id, choices, stratum, at) select id, choices, stratum, cast_at from cast_ballot
      )
      select receipt from cast_ballot`)
    return { id: questionId, choices: choice, receipt: ballot!.receipt }
  },
  touches,
  conflicts: { ballots_offered_choices: { key: 'problem.choose' }, ballots_while_open: { key: 'objection.votingClosed' } },
})

/** Takes the ballot back; not having one is fine. */
export const withdrawBallot = command({
  event: 'ballot.withdrawn',
  input: questionOnly,
  limit,
  load: questionHeld,
  allow: canTakeBack,
  async run({ tx, person, input: { questionId } }) {
    await tx.execute(sql`
      with emptied as (
        update ballots set choices = '{}', cast_at = clock_timestamp()
        where question_id = ${questionId} and person_id = ${person.id} and choices <> '{}' returning id, stratum, cast_at
      )
      insert into ballot_history (ballot_id, choices, stratum, at) select id, '{}', stratum, cast_at from emptied`)
    return { id: questionId, choices: [] as Choice[], receipt: null }
  },
  touches,
  conflicts: { ballots_while_open: { key: 'objection.votingClosed' } },
})

/** A question that has not been counted, held against everything; then the clock is asked. */
async function questionToCount(tx: Tx, { questionId }: { questionId: string }) {
  const [held] = await tx.select({ closedReason: questions.closedReason }).from(questions).where(eq(questions.id, questionId)).for('update')
  if (!held || held.closedReason === 'withdrawn') return undefined
  const [question] = await tx
    .select({ state: stateNow, countedAt: questionResults.at })
    .from(questions)
    .leftJoin(questionResults, eq(questionResults.questionId, questions.id))
    .where(eq(questions.id, questionId))
  return question!.countedAt ? undefined : question
}

const isSystem: Policy<unknown> = ({ roles }) => (roles.includes('system') ? null : { key: 'objection.notYours' })
const isOver: Policy<{ state: string }> = (_, { state }) => (state === 'closed' ? null : { key: 'objection.votingOpen' })

/** Records the result of a question whose time is over, once. */
export const countQuestion = command({
  event: 'question.counted',
  input: questionOnly,
  load: questionToCount,
  allow: all<{ state: string }>(isSystem, isOver),
  async run({ tx, input }) {
    await recordResults(tx, input.questionId)
    return { id: input.questionId }
  },
  touches: ({ input }) => [tag.question(input.questionId)],
})
