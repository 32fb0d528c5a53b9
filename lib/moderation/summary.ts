import { and, eq, isNull, or, lte, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { people, roleGrants } from '../accounts/tables'
import { cityTime } from '../city-time'
import { db } from '../db'
import { Refusal } from '../refusal'
import { summariseDesk } from './commands/desk'
import { summaryHour } from './desk-settings'
import { wantsSummaryToday } from './wants-summary'

/**
 * Mails every moderator who wants it what waits at the desk, once a day from seven by Toruń's clock, also where the server
 * was away at seven. Where nothing waits, nobody is written to. Several instances may do so at once.
 */
export async function summariseDueDesks(now = new Date()): Promise<void> {
  if (Number(cityTime(now).slice(11, 13)) < summaryHour) return
  const moderators = await db
    .select({ personId: people.id })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, 'moderator')))
    .where(and(isNull(people.erasedAt), or(isNull(people.suspendedUntil), lte(people.suspendedUntil, sql`now()`)), wantsSummaryToday))
  if (!moderators.length) return
  const system = await systemPerson()
  for (const moderator of moderators) {
    await summariseDesk(system, moderator).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // Another instance was faster.
    })
  }
}

/** Looks each quarter of an hour. Called once by the server. */
export async function keepSummarising(): Promise<void> {
  const look = () => void summariseDueDesks().catch((error: unknown) => console.error('The desk could not be summarised; trying again in a quarter of an hour.', error))
  setInterval(look, 900_000).unref()
  look()
}
