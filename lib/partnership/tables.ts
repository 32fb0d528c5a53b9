import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { instant, key } from '../columns'
import type { District } from '../organisations/districts'
import { organisations } from '../organisations/tables'
import { proposals } from '../proposals/tables'

/** A confirmed organisation looks for a partner, by itself or for a proposal of its own. */
export const partnerCalls = pgTable(
  'partner_calls',
  {
    id: key(),
    organisationId: uuid().notNull().references(() => organisations.id),
    proposalId: uuid().references(() => proposals.id),
    createdById: uuid().notNull().references(() => people.id),
    title: text().notNull(),
    sought: text().notNull(),
    /** A code of organisations/fields-of-work.ts. */
    field: text().notNull(),
    district: text().$type<District>().notNull(),
    /** The last day, in the city's time. */
    until: date({ mode: 'string' }).notNull(),
    openedAt: instant().notNull().default(sql`now()`),
    closedAt: instant(),
    closedById: uuid().references(() => people.id),
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.proposalId),
    unique('partner_calls_with_organisation').on(table.id, table.organisationId),
    check('partner_calls_closed_by', sql`(${table.closedAt} is null) = (${table.closedById} is null)`),
  ],
)

/** Another organisation answers a call, once; what is written stays between the two. */
export const partnerRequests = pgTable(
  'partner_requests',
  {
    id: key(),
    callId: uuid().notNull(),
    /** The call's organisation, so that the database sees that nobody asks themselves. */
    callOrganisationId: uuid().notNull(),
    organisationId: uuid().notNull().references(() => organisations.id),
    createdById: uuid().notNull().references(() => people.id),
    message: text().notNull(),
    sentAt: instant().notNull().default(sql`now()`),
    withdrawnAt: instant(),
    answeredAt: instant(),
    answeredById: uuid().references(() => people.id),
    accepted: boolean(),
    answer: text(),
    /** A partnership is public from its acceptance until one of the two ends it. */
    endedAt: instant(),
    endedById: uuid().references(() => people.id),
    endedReason: text(),
  },
  (table) => [
    unique('partner_requests_once').on(table.callId, table.organisationId),
    index().on(table.organisationId),
    foreignKey({ name: 'partner_requests_call', columns: [table.callId, table.callOrganisationId], foreignColumns: [partnerCalls.id, partnerCalls.organisationId] }),
    check('partner_requests_not_oneself', sql`${table.organisationId} <> ${table.callOrganisationId}`),
    check('partner_requests_answered_whole', sql`(${table.answeredAt} is null) = (${table.accepted} is null) and (${table.answeredAt} is null) = (${table.answeredById} is null) and (${table.answeredAt} is null) = (${table.answer} is null)`),
    check('partner_requests_withdrawn_or_answered', sql`${table.withdrawnAt} is null or ${table.answeredAt} is null`),
    check('partner_requests_ended_after_acceptance', sql`(${table.endedAt} is null) = (${table.endedReason} is null) and (${table.endedAt} is null) = (${table.endedById} is null) and (${table.endedAt} is null or ${table.accepted})`),
  ],
)
