import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import type { BanOutcome, Barred } from './banning'
import type { Ground } from './rules'
import { decisions } from './tables'

/**
 * A ban that one moderator proposes and another confirms. Until then, at most until `expires_at`, the account is suspended by
 * a decision of its own; what takes that back drops the proposal.
 */
export const banProposals = pgTable(
  'ban_proposals',
  {
    id: key(),
    personId: uuid().notNull().references(() => people.id),
    ground: text().$type<Ground>().notNull(),
    law: text(),
    sentence: text().notNull(),
    proposedById: uuid().notNull().references(() => people.id),
    proposedAt: instant().notNull().default(sql`clock_timestamp()`),
    expiresAt: instant().notNull(),
    /** What suspends the account meanwhile. */
    suspensionId: uuid().notNull().unique().references(() => decisions.id),
    /** All null while it waits for a second pair of eyes, and where its time ran out. */
    outcome: text().$type<BanOutcome>(),
    settledById: uuid().references(() => people.id),
    settledAt: instant(),
    /** The ban, where it was confirmed. */
    decisionId: uuid().unique().references(() => decisions.id),
  },
  (table) => [
    index().on(table.personId),
    index('ban_proposals_waiting').on(table.proposedAt).where(sql`${table.outcome} is null`),
    check('ban_proposals_known_outcome', sql`${table.outcome} in ('confirmed', 'dropped')`),
    check('ban_proposals_settled_whole', sql`num_nulls(${table.outcome}, ${table.settledById}, ${table.settledAt}) in (0, 3)`),
    check('ban_proposals_confirmed_by_a_ban', sql`(${table.outcome} is not distinct from 'confirmed') = (${table.decisionId} is not null)`),
    check('ban_proposals_four_eyes', sql`${table.outcome} is distinct from 'confirmed' or ${table.settledById} <> ${table.proposedById}`),
    check('ban_proposals_in_time', sql`${table.expiresAt} > ${table.proposedAt} and (${table.outcome} is distinct from 'confirmed' or ${table.settledAt} <= ${table.expiresAt})`),
    check('ban_proposals_not_oneself', sql`${table.personId} <> ${table.proposedById} and ${table.personId} is distinct from ${table.settledById}`),
  ],
)

/**
 * Sanctions that somebody was under when they erased their account, by a keyed hash of their mailbox and nothing else that
 * leads to them. They wait here for their end, or for a new account of that mailbox, to which they move. A documented exception of erasure.
 */
export const barredMailboxes = pgTable(
  'barred_mailboxes',
  {
    mailboxKey: text().notNull(),
    kind: text().$type<Barred>().notNull(),
    ground: text().$type<Ground>().notNull(),
    /** Of `slow`: a comment in how many minutes. */
    minutes: integer(),
    /** Then it goes. */
    until: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mailboxKey, table.kind] }),
    index().on(table.until),
    check('barred_mailboxes_known_kind', sql`${table.kind} in ('slow', 'suspend', 'ban') and (${table.kind} = 'slow') = (${table.minutes} is not null)`),
  ],
)
