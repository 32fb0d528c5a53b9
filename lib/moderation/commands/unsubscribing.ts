import { and, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { command } from '../../command'
import type { Tx } from '../../db'
import { everyone } from '../../policy'
import { stopSummaryInput } from '../desk-settings'
import { deskSettings } from '../desk-tables'
import { moderatorOfLink } from '../summary-link'

/** Whose summary a mailed link is about. */
async function moderatorLinked(tx: Tx, { token }: { token: string }) {
  const personId = moderatorOfLink(token)
  if (!personId) return undefined
  const [moderator] = await tx.select({ id: people.id, ledgerKey: people.ledgerKey }).from(people).where(and(eq(people.id, personId), isNull(people.erasedAt)))
  return moderator
}

/** Switches the daily summary off by the link in it, without signing in; twice is as once. */
export const stopSummary = command({
  by: 'anyone',
  event: 'desk.summary-stopped',
  input: stopSummaryInput,
  limit: { max: 20, minutes: 60, per: ({ token }) => moderatorOfLink(token) ?? 'none of ours' },
  load: moderatorLinked,
  allow: everyone,
  async run({ tx, subject: { id: personId, ledgerKey } }) {
    const summaryOffAt = sql`now()`
    await tx.insert(deskSettings).values({ personId, summaryOffAt }).onConflictDoUpdate({ target: deskSettings.personId, set: { summaryOffAt } })
    return { id: ledgerKey }
  },
})
