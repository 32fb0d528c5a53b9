import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, key } from '../columns'
import type { Role } from '../person'

/** Everyone who ever signed in. An erased person keeps the row, so that their voices stay someone's, and nothing else. */
export const people = pgTable(
  'people',
  {
    id: key(),
    /** Chosen at the first visit; a pseudonym will do. */
    name: text(),
    /** As typed, to write to. */
    email: text(),
    /** As compared: one mailbox, one account. */
    emailCanonical: text().unique('people_one_each_mailbox'),
    emailVerifiedAt: instant(),
    joinedAt: instant().notNull().default(sql`now()`),
    /** What moderation decided, as it counts now; the decisions themselves are in lib/moderation. */
    suspendedUntil: instant(),
    /** Cannot sign in (a trigger of `sessions` says so too). */
    bannedAt: instant(),
    /** Until then one comment in so many minutes. */
    slowedUntil: instant(),
    slowMinutes: integer(),
    /** Since when a warning waits to be read. */
    warnedAt: instant(),
    /** Says of themselves that they live in the city. */
    declaredResidentAt: instant(),
    /** An identity provider said so: see `identities`. */
    verifiedResidentAt: instant(),
    erasedAt: instant(),
    /** See `events.actor`. */
    ledgerKey: uuid().notNull().unique().defaultRandom(),
  },
  (table) => [
    check('people_slowed_whole', sql`(${table.slowedUntil} is null) = (${table.slowMinutes} is null)`),
    check('people_erased_know_nothing', sql`${table.erasedAt} is null or (${table.name} is null and ${table.email} is null and ${table.emailCanonical} is null and ${table.declaredResidentAt} is null and ${table.verifiedResidentAt} is null)`),
  ],
)

export const roleGrants = pgTable(
  'role_grants',
  {
    personId: uuid().notNull().references(() => people.id),
    role: text().$type<Role>().notNull(),
    grantedAt: instant().notNull().default(sql`now()`),
    grantedById: uuid().notNull().references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role] }),
    check('role_grants_known_role', sql`${table.role} in ('moderator', 'official', 'coordinator', 'admin', 'system')`),
  ],
)

/** A signed-in browser. Only a hash of its token is kept, so that a copy of the database signs nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: uuid().notNull().references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    startedAt: instant().notNull().default(sql`now()`),
  },
  (table) => [index().on(table.personId)],
)

/** A link to sign in that has been mailed: lives ten minutes, works once. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    tokenHash: text().primaryKey(),
    emailCanonical: text().notNull(),
    email: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.emailCanonical)],
)

/** What somebody wrote before signing in. Found again by its key, which is 128 random bits; gone after a day. */
export const drafts = pgTable(
  'drafts',
  {
    id: text().primaryKey(),
    /** The form it was written in: `comment`, `vote`, … */
    form: text().notNull(),
    values: jsonb().$type<Record<string, string>>().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.expiresAt)],
)

/**
 * Who an identity provider says somebody is: one badge a person, one person a badge. It stays with its account when the
 * badge is given back, else one person could vote as a verified resident from one account after the other.
 */
export const identities = pgTable(
  'identities',
  {
    id: key(),
    personId: uuid().notNull().unique('identities_one_each_person').references(() => people.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** A keyed hash of the national number, where the provider tells it; the number itself is never kept. */
    nationalKey: text().unique('identities_one_each_national_number'),
    /** A keyed hash of issuer and subject: what bars a second ballot after the account has been erased. */
    voterKey: text().notNull(),
    verifiedAt: instant().notNull().default(sql`now()`),
    withdrawnAt: instant(),
  },
  (table) => [unique('identities_one_each_subject').on(table.issuer, table.subject)],
)
