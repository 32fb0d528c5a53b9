import { cityDate, endOf } from '../proposals/deadlines'
import type { ProposalState } from '../proposals/life-cycle'
import { addDays, workingDayFrom } from '../working-days'

/** Days for a report, counted from the end of the task; a change of the law is another row. */
const rules = [{ days: 30, since: '2004-01-01', source: 'art. 18 ust. 4 u.d.p.p.' }] as const

/** The rule that holds for a task that ends on a day. */
export const reportRule = (to: string) => rules.filter(({ since }) => since <= to).at(-1) ?? rules[0]

/** The last day for the report of a task that ends on a day; a free day gives way to the next working one (k.p.a. art. 57 § 4). */
export const reportUntil = (to: string): string => workingDayFrom(addDays(to, reportRule(to).days))

/** Where a proposal stands with its report: not yet, to be written, late, sent, or public. */
export type Reporting = { stands: 'running' | 'due' | 'late' | 'sent' | 'public'; until: string } | null

/** @param to the task's last day, yyyy-mm-dd
 * @returns null before the task is in progress */
export function reportingOf(state: ProposalState, to: string, now = new Date()): Reporting {
  const [today, until] = [cityDate(now), reportUntil(to)]
  if (state === 'reported') return { stands: 'sent', until }
  if (state === 'completed') return { stands: 'public', until }
  if (state !== 'inProgress') return null
  return { stands: today <= to ? 'running' : today <= until ? 'due' : 'late', until }
}

/** The instant at which where a report stands changes by itself; null when it does not. */
export function reportingChangesAt(state: ProposalState, to: string, now = new Date()): Date | null {
  const stands = reportingOf(state, to, now)?.stands
  return stands === 'running' ? endOf(to) : stands === 'due' ? endOf(reportUntil(to)) : null
}
