import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import { files } from '../tables'
import type { LegalForm } from './rules'

export const organisations = pgTable(
  'organisations',
  {
    id: key(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    legalForm: text().$type<LegalForm>().notNull(),
    krs: text(),
    nip: text(),
    regon: text(),
    /** Where it has its seat: street and town. */
    seat: text().notNull(),
    about: text().notNull(),
    /** For the office only; never on a page, in the API or in an export. */
    contactEmail: text().notNull(),
    contactPhone: text(),
    logoFileId: uuid().unique().references(() => files.id),
    registeredAt: instant().notNull().default(sql`now()`),
    registeredById: uuid().notNull().references(() => people.id),
    confirmedAt: instant(),
    confirmedById: uuid().references(() => people.id),
    refusedAt: instant(),
    refusedById: uuid().references(() => people.id),
    refusalReason: text(),
  },
  (table) => [
    index().on(table.confirmedAt),
    // A refused registration does not keep its numbers from those whom they belong to.
    uniqueIndex('organisations_krs_unique').on(table.krs).where(sql`${table.refusedAt} is null`),
    uniqueIndex('organisations_nip_unique').on(table.nip).where(sql`${table.refusedAt} is null`),
    uniqueIndex('organisations_regon_unique').on(table.regon).where(sql`${table.refusedAt} is null`),
    check('organisations_one_answer', sql`${table.confirmedAt} is null or ${table.refusedAt} is null`),
    check('organisations_not_by_oneself', sql`${table.confirmedById} is distinct from ${table.registeredById} or ${table.confirmedById} is null`),
    check('organisations_refused_with_reason', sql`(${table.refusedAt} is null) = (${table.refusalReason} is null)`),
  ],
)

/** Who may speak and propose in an organisation's name. */
export const organisationMembers = pgTable(
  'organisation_members',
  {
    organisationId: uuid().notNull().references(() => organisations.id),
    personId: uuid().notNull().references(() => people.id),
    since: instant().notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.personId] }), index().on(table.personId)],
)
