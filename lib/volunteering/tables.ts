import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import { clause, instant, key } from '../columns'
import type { District } from '../organisations/districts'
import { organisations } from '../organisations/tables'
import { proposals } from '../proposals/tables'
import type { Term } from './rules'

/** A confirmed organisation asks for people, by itself or for a proposal of its own. Public from the start. */
export const volunteerCalls = pgTable(
  'volunteer_calls',
  {
    id: key(),
    organisationId: uuid().notNull().references(() => organisations.id),
    proposalId: uuid().references(() => proposals.id),
    /** Whom those who sign up may turn to; named to them only. */
    createdById: uuid().notNull().references(() => people.id),
    role: text().notNull(),
    duties: text().notNull(),
    place: text().notNull(),
    district: text().$type<District>().notNull(),
    /** In whole years; below 18 a parent or guardian must agree. */
    minAge: integer().notNull(),
    term: text().$type<Term>().notNull(),
    conditions: text().notNull().default(''),
    openedAt: instant().notNull().default(sql`now()`),
    closedAt: instant(),
    closedById: uuid().references(() => people.id),
    closedReason: text(),
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.proposalId),
    check('volunteer_calls_term', sql`${table.term} in ('short', 'long')`),
    check('volunteer_calls_age', sql`${table.minAge} between 13 and 99`),
    check('volunteer_calls_closed_with_reason', sql`(${table.closedAt} is null) = (${table.closedReason} is null) and (${table.closedAt} is null) = (${table.closedById} is null)`),
  ],
)

/** When people are needed, and how many. */
export const volunteerShifts = pgTable(
  'volunteer_shifts',
  {
    id: key(),
    callId: uuid().notNull().references(() => volunteerCalls.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    places: integer().notNull(),
    /** How many places are taken; counted by a trigger, so that no way in can forget it. */
    taken: integer().notNull().default(0),
    cancelledAt: instant(),
    cancelledReason: text(),
  },
  (table) => [
    index().on(table.callId, table.startsAt),
    check('volunteer_shifts_places', sql`${table.taken} between 0 and ${table.places}`),
    check('volunteer_shifts_some_places', sql`${table.places} between 1 and 500`),
    check('volunteer_shifts_last', sql`${table.endsAt} > ${table.startsAt} and ${table.endsAt} <= ${table.startsAt} + interval '24 hours'`),
    check('volunteer_shifts_cancelled_with_reason', sql`(${table.cancelledAt} is null) = (${table.cancelledReason} is null)`),
  ],
)

/** Somebody on a shift: with a place once `confirmedAt` is set, else waiting in the order of `number`. */
export const volunteerSignUps = pgTable(
  'volunteer_sign_ups',
  {
    id: key(),
    shiftId: uuid().notNull().references(() => volunteerShifts.id),
    personId: uuid().notNull().references(() => people.id),
    /** Given while the shift is held, so it is the true order. */
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    signedUpAt: instant().notNull().default(sql`clock_timestamp()`),
    /** Says of themselves that they are not 18 yet, and that a parent or guardian agrees. */
    minor: boolean().notNull(),
    note: text().notNull().default(''),
    confirmedAt: instant(),
    cancelledAt: instant(),
    /** Null while they cancelled it themselves or nobody did; else who of the organisation, and why. */
    removedById: uuid().references(() => people.id),
    removedReason: text(),
    /** What they did, noted by the organisation afterwards; 0: were not there. */
    minutes: integer(),
    notedById: uuid().references(() => people.id),
    notedAt: instant(),
    clause: clause(),
  },
  (table) => [
    uniqueIndex('volunteer_sign_ups_once').on(table.shiftId, table.personId).where(sql`${table.cancelledAt} is null`),
    index('volunteer_sign_ups_in_order').on(table.shiftId, table.number).where(sql`${table.cancelledAt} is null`),
    index().on(table.personId),
    check('volunteer_sign_ups_removed_with_reason', sql`(${table.removedById} is null) = (${table.removedReason} is null) and (${table.removedById} is null or ${table.cancelledAt} is not null)`),
    check('volunteer_sign_ups_noted_whole', sql`(${table.minutes} is null) = (${table.notedById} is null) and (${table.minutes} is null) = (${table.notedAt} is null)`),
    check('volunteer_sign_ups_minutes', sql`${table.minutes} between 0 and 1440 and ${table.confirmedAt} is not null and ${table.cancelledAt} is null or ${table.minutes} is null`),
    check('volunteer_sign_ups_not_by_oneself', sql`${table.notedById} <> ${table.personId} or ${table.notedById} is null`),
  ],
)
