import { and, eq, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { command } from '../../command'
import type { Tx } from '../../db'
import { deskSettingsInput, maySummarise, summaryInput } from '../desk-settings'
import { deskSettings } from '../desk-tables'
import { canModerate } from '../rules'
import { mailSummary } from '../summary-letter'
import { wantsSummaryToday } from '../wants-summary'

/** Switches the keys and the daily summary on or off, for whoever asks. */
export const setDeskSettings = command({
  event: 'desk.set',
  input: deskSettingsInput,
  load: async () => null,
  allow: canModerate,
  async run({ tx, person, input: { keys, summary } }) {
    const settings = { keysOffAt: keys ? null : sql`now()`, summaryOffAt: summary ? null : sql`now()` }
    await tx.insert(deskSettings).values({ personId: person.id, ...settings }).onConflictDoUpdate({ target: deskSettings.personId, set: settings })
    return { id: person.id }
  },
})

/** The moderator, held, so that of several instances one writes. */
async function moderatorToTell(tx: Tx, { personId }: { personId: string }) {
  const [moderator] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId)).for('no key update')
  if (!moderator?.email) return undefined
  const [due] = await tx.select({ id: people.id }).from(people).where(and(eq(people.id, personId), wantsSummaryToday))
  return { email: moderator.email, due: !!due }
}

/** Mails a moderator what waits, once a day. */
export const summariseDesk = command({
  event: 'desk.summarised',
  input: summaryInput,
  load: moderatorToTell,
  allow: maySummarise,
  async run({ tx, input: { personId }, subject }) {
    const summarisedOn = sql`(now() at time zone 'Europe/Warsaw')::date`
    await tx.insert(deskSettings).values({ personId, summarisedOn }).onConflictDoUpdate({ target: deskSettings.personId, set: { summarisedOn } })
    await mailSummary(tx, { personId, email: subject.email })
    return { id: personId }
  },
})
