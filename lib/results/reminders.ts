import { and, eq, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { proposals } from '../proposals/tables'
import { Refusal } from '../refusal'
import { remindOfReport } from './commands'
import type { ReminderKind } from './rules'
import { reportReminders } from './tables'

/** Days after a task's end on which its organisation is reminded: on the first, and when the time for the report is up. */
const daysAfter: Record<ReminderKind, number> = { ended: 1, due: 30 }

/**
 * Sends every reminder that is due and has not been sent, however long ago it was due: whoever was not running that day
 * catches up. Several instances may do so at once. Of several that are due for one task only the last is sent.
 */
export async function sendDueReminders(): Promise<void> {
  const system = await systemPerson()
  for (const kind of ['due', 'ended'] as const) {
    for (const proposal of await dueFor(kind)) {
      await remindOfReport(system, { ...proposal, kind }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error // Another instance was faster.
      })
    }
  }
}

const dueFor = (kind: ReminderKind) =>
  db
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(
      eq(proposals.state, 'inProgress'),
      sql`(${proposals.content} ->> 'to')::date + ${daysAfter[kind]}::int <= (now() at time zone 'Europe/Warsaw')::date`,
      // Once the time is up, the first reminder has nothing more to say.
      sql`not exists (select from ${reportReminders} where ${reportReminders.proposalId} = ${proposals.id} and ${reportReminders.kind} in ('due', ${kind}))`,
    ))

/** Looks each hour. Called once by the server. */
export async function keepReminding(): Promise<void> {
  const look = () => void sendDueReminders().catch((error: unknown) => console.error('Reminders of reports could not be sent; trying again in an hour.', error))
  setInterval(look, 3_600_000).unref()
  look()
}
