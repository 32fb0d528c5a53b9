import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { clause, instant, key, timelessKey } from '../columns'
import { ballotDecisions } from '../integrity/tables'
import type { Choice, QuestionKind, Results, Shown, Stratum, Voters } from './rules'

/** Something to vote on. Knows no owner; whoever asked it sets its window. */
export const questions = pgTable(
  'questions',
  {
    id: key(),
    kind: text().$type<QuestionKind>().notNull(),
    /** What is asked; null where the owner's page asks it (`opinion`, `support`). */
    prompt: text(),
    /** The keys of what can be answered, in the order in which they are shown: `for`, `1`, `a`. */
    choices: text().array().$type<Choice[]>().notNull().default(sql`'{for,against,abstain}'`),
    /** What the choices say, where they have no words of their own: one each, else null. */
    labels: text().array(),
    /** How many choices a ballot may have. */
    most: integer().notNull().default(1),
    voters: text().$type<Voters>().notNull().default('signed-in'),
    /** When results are shown, to anyone, by any way. */
    shown: text().$type<Shown>().notNull().default('always'),
    opensAt: instant().notNull().default(sql`now()`),
    closesAt: instant(),
    /** Why it is closed, as a message key's last part: `withdrawn`. */
    closedReason: text(),
    /** What it belongs to is hidden: meanwhile it takes no votes. */
    hiddenAt: instant(),
  },
  (table) => [
    check('questions_known_kind', sql`${table.kind} in ('opinion', 'support', 'score', 'choice')`),
    check('questions_known_voters', sql`${table.voters} in ('signed-in', 'verified')`),
    check('questions_known_shown', sql`${table.shown} in ('always', 'after-vote', 'after-closing')`),
    check('questions_choices', sql`cardinality(${table.choices}) between 1 and 30 and ${table.most} between 1 and cardinality(${table.choices}) and (${table.labels} is null or cardinality(${table.labels}) = cardinality(${table.choices}))`),
    check('questions_window', sql`${table.closesAt} is null or ${table.closesAt} > ${table.opensAt} or ${table.closedReason} is not null`),
  ],
)

/**
 * One person's vote on one question; one paper card's, where a batch brought it. An erased person's ballot stays
 * counted and is nobody's. A trigger refuses choices that the question does not have, and any change after closing.
 */
export const ballots = pgTable(
  'ballots',
  {
    id: timelessKey(),
    questionId: uuid().notNull().references(() => questions.id),
    personId: uuid().references(() => people.id),
    /** What was chosen; empty: taken back, and not counted. */
    choices: text().array().$type<Choice[]>().notNull(),
    /** As what the voter is counted, told when the vote is cast. */
    stratum: text().$type<Stratum>().notNull().default('signed-in'),
    /** What the voter keeps, to find their ballot among the counted ones: 48 random bits. Says nothing of the choice. */
    receipt: text().notNull().default(sql`upper(left(replace(gen_random_uuid()::text, '-', ''), 12))`).unique('ballots_receipt'),
    batchId: uuid().references(() => paperBatches.id),
    /** The day, by the city's clock (a trigger): events know who and when, so a moment would tell whose ballot it was once nobody is to know. */
    castAt: instant().notNull().default(sql`clock_timestamp()`),
    clause: clause(),
    /** The decision by which it does not count; nothing else changes it (a trigger), and another decision takes it away again. */
    invalidatedBy: uuid().references((): AnyPgColumn => ballotDecisions.id),
  },
  (table) => [
    unique('ballots_one_each').on(table.questionId, table.personId),
    index('ballots_tally').on(table.questionId, table.stratum, table.choices, table.invalidatedBy),
    index('ballots_invalidated').on(table.invalidatedBy).where(sql`${table.invalidatedBy} is not null`),
    index().on(table.personId),
    index().on(table.batchId),
    check('ballots_known_stratum', sql`${table.stratum} in ('verified', 'signed-in', 'paper')`),
    check('ballots_paper_is_nobodys', sql`(${table.stratum} = 'paper') = (${table.batchId} is not null) and (${table.batchId} is null or ${table.personId} is null)`),
  ],
)

/** Everything that a ballot ever said, in order; the newest counts. Append-only (a trigger). Knows no person. */
export const ballotHistory = pgTable(
  'ballot_history',
  {
    /** Tells the order of what one ballot said; of a ballot that is nobody's, nothing else. */
    id: bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
    ballotId: uuid().notNull().references(() => ballots.id),
    choices: text().array().$type<Choice[]>().notNull(),
    stratum: text().$type<Stratum>().notNull(),
    /** The day, as in ballots. */
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index().on(table.ballotId, table.id)],
)

/** Votes on paper, entered by one clerk and counted once another has entered the same. */
export const paperBatches = pgTable(
  'paper_batches',
  {
    id: key(),
    questionId: uuid().notNull().references(() => questions.id),
    receivedOn: date({ mode: 'string' }).notNull(),
    /** Where the scan or the cards lie. */
    scan: text().notNull(),
    /** What the people who brought them were given. */
    receiptNumber: text().notNull(),
    /** Whoever gave the cards out saw that each went to a resident; a question for verified voters wants it (a trigger). */
    residenceChecked: boolean().notNull().default(false),
    /** How many cards say what: choices joined by a comma → cards. */
    cards: jsonb().$type<Record<string, number>>().notNull(),
    enteredById: uuid().notNull().references(() => people.id),
    enteredAt: instant().notNull().default(sql`now()`),
    /** By somebody else, who has counted the same. */
    confirmedById: uuid().references(() => people.id),
    confirmedAt: instant(),
    /** Set aside, since the two counts differ or it was a mistake. */
    droppedById: uuid().references(() => people.id),
    droppedAt: instant(),
  },
  (table) => [
    index().on(table.questionId),
    index('paper_batches_receipt').on(sql`upper(${table.receiptNumber})`),
    check('paper_batches_two_clerks', sql`${table.confirmedById} is distinct from ${table.enteredById} or ${table.confirmedById} is null`),
    check('paper_batches_confirmed', sql`(${table.confirmedAt} is null) = (${table.confirmedById} is null) and (${table.droppedAt} is null) = (${table.droppedById} is null) and num_nonnulls(${table.confirmedAt}, ${table.droppedAt}) <= 1`),
  ],
)

/** What was published when a question closed. Append-only (a trigger): a result cannot be redrawn. */
export const questionResults = pgTable('question_results', {
  questionId: uuid().primaryKey().references(() => questions.id),
  at: instant().notNull().default(sql`clock_timestamp()`),
  results: jsonb().$type<Results>().notNull(),
  /** SHA-256 of the receipts that were counted, sorted, one a line. */
  receiptsHash: text().notNull(),
})

/**
 * Whoever erased their account while a question was open has a ballot there still: keyed hashes of their address and of
 * the identity that verified them bar a second one until closing, when the rows go. A documented exception of erasure.
 */
export const barredVoters = pgTable(
  'barred_voters',
  {
    questionId: uuid().notNull().references(() => questions.id),
    /** The hash of an address, of an identity or of a national number. */
    voterKey: text().notNull(),
  },
  (table) => [unique('barred_voters_once').on(table.questionId, table.voterKey)],
)

/**
 * From which network somebody last voted on a question, by a keyed hash; thirty days, for lib/integrity alone. No page
 * joins it with what was chosen.
 */
export const voteTraces = pgTable(
  'vote_traces',
  {
    personId: uuid().notNull().references(() => people.id),
    questionId: uuid().notNull().references(() => questions.id),
    networkKey: text().notNull(),
    at: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.personId, table.questionId] }), index().on(table.at)],
)
