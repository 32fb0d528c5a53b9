import { and, isNull, lt, or, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { Refusal } from '../refusal'
import { remindOfAppeal } from './commands/reminders'
import { appeals } from './tables'

/** Reminds of appeals whose answer is due within three days, once, and of those that are late each day. */
export async function remindOfDueAppeals(): Promise<void> {
  const soon = and(isNull(appeals.remindedAt), lt(appeals.dueAt, sql`clock_timestamp() + interval '3 days'`))
  const late = and(lt(appeals.dueAt, sql`clock_timestamp()`), lt(appeals.remindedAt, sql`clock_timestamp() - interval '1 day'`))
  const due = await db.select({ appealId: appeals.id }).from(appeals).where(and(isNull(appeals.decidedAt), or(soon, late)))
  if (!due.length) return
  const system = await systemPerson()
  for (const appeal of due) {
    await remindOfAppeal(system, appeal).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // Decided meanwhile, or another instance was faster.
    })
  }
}

/** Looks each hour. Called once by the server. */
export async function keepReminding(): Promise<void> {
  const look = () => void remindOfDueAppeals().catch((error: unknown) => console.error('Moderators could not be reminded of appeals; trying again in an hour.', error))
  setInterval(look, 3_600_000).unref()
  look()
}
