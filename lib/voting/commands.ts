import { and, eq, isNull, sql } from 'drizzle-orm'
import { isSystem } from '../accounts/rules'
import { identities, people } from '../accounts/tables'
import { command } from '../command'
import type { Tx } from '../db'
import { currentNetwork } from '../network'
import type { Person } from '../person'
import { all, type Objection, type Policy } from '../policy'
import { Refusal } from '../refusal'
import { tag } from '../tags'
import { stateNow } from './queries'
import { ballotInput, batchOnly, canConfirmCards, canDropCards, canEnterCards, cardsOf, canTakeBack, canVote, comesBack, paperBatchInput, questionOnly, secondCountInput, stratumOf, UnreadableCard, type Choice, type QuestionState, type Shown } from './rules'
import { recordResults } from './steps'
import { barredVoters, paperBatches, questionResults, questions } from './tables'

/** Whether a ballot of theirs is there already, from an account that they erased. */
const isBarred = ({ id, addressKey }: Person) =>
  sql<boolean>`exists (select from ${barredVoters} where ${barredVoters.questionId} = ${questions.id} and (${barredVoters.voterKey} = ${addressKey}
    or ${barredVoters.voterKey} in (select unnest(array[${identities.voterKey}, ${identities.nationalKey}]) from ${identities} where ${identities.personId} = ${id})))`

/**
 * Held against closing: whoever closes takes the row FOR UPDATE, so nothing is counted after (security.md A44). One
 * person's acts on it come one after the other, so that their events are in the order in which they took effect. Whoever is
 * leaving at that moment has either voted before, or is not there: an act that changes no ballot would be counted in the ledger.
 */
const questionHeld = async (tx: Tx, { questionId }: { questionId: string }, person: Person) => {
  const [question] = await tx
    .select({
      state: sql<QuestionState['state']>`case when ${questions.hiddenAt} is null then ${stateNow} else 'closed' end`,
      closedReason: questions.closedReason,
      voters: questions.voters,
      shown: questions.shown,
      barred: isBarred(person),
      inTurn: sql`pg_advisory_xact_lock(hashtextextended(${`${questionId} ${person.id}`}, 0))`,
    })
    .from(questions)
    .innerJoin(people, and(eq(people.id, person.id), isNull(people.erasedAt)))
    .where(eq(questions.id, questionId))
    .for('share', { of: [questions, people] })
  return question
}

const limit = { max: 120, minutes: 10 }
/** While the numbers are not public, no page is made anew: when it was would tell that somebody has voted. */
const touches = ({ input, subject }: { input: { questionId: string }; subject: { shown: Shown } }) => (subject.shown === 'always' ? [tag.question(input.questionId)] : [])

/** Where a vote comes from, if it comes from a network at all: see `voteTraces`. */
function traced(personId: string, questionId: string) {
  const network = currentNetwork()
  return network ? sql`, traced as (
        insert into vote_traces (person_id, question_id, network_key) values (${personId}, ${questionId}, ${network})
        on conflict (person_id, question_id) do update set network_key = excluded.network_key, at = excluded.at
      )` : sql``
}

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
        insert into ballots (question_id, person_id, choices, stratum)
        values (${questionId}, ${person.id}, ${sql.param(choice)}::text[], ${stratumOf(person)})
        on conflict (question_id, person_id) do update set choices = excluded.choices, stratum = excluded.stratum, cast_at = clock_timestamp()
        returning id, choices, stratum, receipt, cast_at
      ), remembered as (
        insert into ballot_history (ballot_id, choices, stratum, at) select id, choices, stratum, cast_at from cast_ballot
      )${traced(person.id, questionId)}
      select receipt from cast_ballot`)
    return { id: questionId, choices: choice, receipt: ballot!.receipt }
  },
  attests: ({ person, input: { questionId, choice } }) => ({ vote: [questionId, stratumOf(person), ...choice].join(' ') }),
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
  if (!held || comesBack.includes(held.closedReason ?? '')) return undefined
  const [question] = await tx
    .select({ state: stateNow, countedAt: questionResults.at })
    .from(questions)
    .leftJoin(questionResults, eq(questionResults.questionId, questions.id))
    .where(eq(questions.id, questionId))
  return question!.countedAt ? undefined : question
}

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

/** Enters votes on paper: they wait for a second count. */
export const enterPaperBatch = command({
  event: 'paper-batch.entered',
  input: paperBatchInput,
  limit: { max: 300, minutes: 60 },
  load: questionOfCards,
  allow: canEnterCards,
  async run({ tx, person, input: { cards, lines, ...paper }, subject }) {
    if (subject.voters === 'verified' && !paper.residenceChecked) throw inTheForm('residenceChecked', { key: 'office.problem.residence' })
    const [batch] = await tx.insert(paperBatches).values({ ...paper, cards: readCards(subject, { cards, lines }), enteredById: person.id }).returning({ id: paperBatches.id })
    return batch!
  },
  conflicts: { paper_receipts_pkey: { key: 'office.objection.receiptUsed' } },
})

/** Counts them again: the same numbers by somebody else, and the cards are ballots. */
export const confirmPaperBatch = command({
  event: 'paper-batch.confirmed',
  input: secondCountInput,
  limit: { max: 300, minutes: 60 },
  load: batchHeld,
  allow: canConfirmCards,
  async run({ tx, person, input, subject }) {
    const counted = readCards(subject, input)
    const same = Object.keys({ ...counted, ...subject.cards }).every((choices) => counted[choices] === subject.cards[choices])
    if (!same) throw new Refusal('conflict', { key: 'office.objection.countsDiffer' })
    await tx.update(paperBatches).set({ confirmedById: person.id, confirmedAt: sql`clock_timestamp()` }).where(eq(paperBatches.id, input.batchId))
    for (const [choices, cards] of Object.entries(counted)) {
      await tx.execute(sql`
        with cast_ballots as (
          insert into ballots (id, question_id, choices, stratum, batch_id)
          select gen_random_uuid(), ${subject.questionId}, ${sql.param(choices.split(','))}::text[], 'paper', ${input.batchId} from generate_series(1, ${cards}::int)
          returning id, choices, stratum, cast_at
        )
        insert into ballot_history (ballot_id, choices, stratum, at) select id, choices, stratum, cast_at from cast_ballots`)
    }
    return { id: input.batchId }
  },
  touches: ({ subject }) => (subject.shown === 'always' ? [tag.question(subject.questionId)] : []),
  conflicts: { ballots_while_open: { key: 'objection.votingClosed' } },
})

/** Sets a batch aside that was not counted; its row stays, and its receipt number is free for the next try. */
export const dropPaperBatch = command({
  event: 'paper-batch.dropped',
  input: batchOnly,
  load: batchHeld,
  allow: canDropCards,
  async run({ tx, person, input }) {
    await tx.update(paperBatches).set({ droppedById: person.id, droppedAt: sql`clock_timestamp()` }).where(eq(paperBatches.id, input.batchId))
    return { id: input.batchId }
  },
})

async function questionOfCards(tx: Tx, { questionId }: { questionId: string }, person: Person) {
  const question = await questionHeld(tx, { questionId }, person)
  return question && { ...question, ...(await offered(tx, questionId)) }
}

async function batchHeld(tx: Tx, { batchId }: { batchId: string }, person: Person) {
  const [batch] = await tx.select().from(paperBatches).where(eq(paperBatches.id, batchId)).for('update')
  const question = batch && (await questionHeld(tx, batch, person))
  return question && { ...question, ...(await offered(tx, batch.questionId)), questionId: batch.questionId, cards: batch.cards, enteredById: batch.enteredById, settled: !!(batch.confirmedAt ?? batch.droppedAt) }
}

async function offered(tx: Tx, questionId: string) {
  const [question] = await tx.select({ choices: questions.choices, most: questions.most }).from(questions).where(eq(questions.id, questionId))
  return question!
}

const inTheForm = (field: string, objection: NonNullable<Objection>) => new Refusal('invalid', { key: 'objection.checkTheForm' }, { [field]: [objection] })

function readCards(question: { choices: readonly Choice[]; most: number }, typed: { cards: Record<string, number>; lines: string }): Record<string, number> {
  try {
    const cards = cardsOf(question, typed)
    if (Object.keys(cards).length) return cards
  } catch (error) {
    throw error instanceof UnreadableCard ? inTheForm('lines', { key: 'office.problem.line', values: { line: error.message.slice(0, 60) } }) : error
  }
  throw inTheForm(question.most === 1 ? `cards.k-${question.choices[0]!}` : 'lines', { key: 'office.problem.cards' })
}
