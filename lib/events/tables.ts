import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../columns'

/** Append-only (a trigger): who did what to what, when. Mail, feeds and the ledger follow from it. No text, address or token enters it. */
export const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().default(sql`clock_timestamp()`),
    /** In the past tense: `comment.posted`. */
    name: text().notNull(),
    /** The ledger key of whoever acted; null for people without an account. Not a foreign key, so that erasure costs one row. */
    actor: uuid(),
    /** The row it happened to. */
    subject: text().notNull(),
    /** What was said or chosen, as salted references (references.ts); null where there was nothing. */
    attested: jsonb().$type<Record<string, string>>(),
  },
  (table) => [index().on(table.subject), index().on(table.name, table.id), index().on(table.actor, table.subject, table.id)],
)

/** Events that wait for their line in the ledger. A trigger puts each here; a salt that is null was erased meanwhile. */
export const unsealed = pgTable('unsealed', {
  eventId: bigint({ mode: 'number' }).primaryKey(),
  salt: bytes().default(sql`decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`),
  /** The day of the first checkpoint that is bound to this act of a secret vote. Acts are sealed in this order, so that a commitment is about the first ones. */
  committedOn: date({ mode: 'string' }),
})

/** With an event's salt its references can be opened. Rows go when whoever acted is erased; the ledger stays valid. */
export const eventSalts = pgTable('event_salts', {
  eventId: bigint({ mode: 'number' }).primaryKey().references(() => events.id),
  salt: bytes().notNull(),
})

/**
 * The ledger, as docs/ledger.md describes it: a line for each event, chained by hashes. Append-only (a trigger). The
 * constraints refuse a wrong hash, a second beginning and a fork.
 */
export const ledgerLines = pgTable(
  'ledger_lines',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    eventId: bigint({ mode: 'number' }).notNull().unique().references(() => events.id),
    /** Canonical JSON, which is what is published. */
    line: text().notNull(),
    previous: text().references((): AnyPgColumn => ledgerLines.hash),
    hash: text().notNull().unique(),
    sealedAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    unique('ledger_lines_one_chain').on(table.previous).nullsNotDistinct(),
    check('ledger_lines_numbered', sql`(${table.line}::jsonb ->> 'seq')::bigint = ${table.seq} and (${table.seq} = 1) = (${table.previous} is null)`),
    check('ledger_lines_hash', sql`${table.hash} = encode(sha256(convert_to(coalesce(${table.previous}, repeat('0', 64)) || ${table.line}, 'UTF8')), 'hex')`),
  ],
)

/** One a day: where the ledger stood and what the votes had come to. Append-only (a trigger), and chained as the lines are. */
export const checkpoints = pgTable(
  'checkpoints',
  {
    /** By the city's clock. */
    date: date({ mode: 'string' }).primaryKey(),
    lastSeq: bigint({ mode: 'number' }).notNull(),
    /** Canonical JSON, which is what is published. */
    body: text().notNull(),
    previous: text().references((): AnyPgColumn => checkpoints.hash),
    hash: text().notNull().unique(),
  },
  (table) => [
    unique('checkpoints_one_chain').on(table.previous).nullsNotDistinct(),
    check('checkpoints_hash', sql`${table.hash} = encode(sha256(convert_to(${table.body}, 'UTF8')), 'hex')`),
  ],
)

/**
 * What each checkpoint was bound to of the votes that were secret then (lib/ledger/waiting.ts): kept until it is opened, and
 * after that never changed (a trigger).
 */
export const voteCommitments = pgTable(
  'vote_commitments',
  {
    questionId: uuid().notNull(),
    /** Of the checkpoint. */
    date: date({ mode: 'string' }).notNull(),
    /** 32 random bytes, without which the published hash tells nothing. */
    nonce: bytes().notNull(),
    /** How many acts waited. */
    acts: integer().notNull(),
    /** The checkpoint that opened it. */
    openedOn: date({ mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.questionId, table.date] }), index('vote_commitments_shut').on(table.questionId).where(sql`${table.openedOn} is null`)],
)
