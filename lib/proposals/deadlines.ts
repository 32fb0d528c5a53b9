import { cityTime, instantOf } from '../city-time'
import { addDays, addWorkingDays, workingDayFrom, workingDaysUntil } from '../working-days'
import type { ProposalState } from './life-cycle'

/**
 * How long things may take, each with where that is written and since when it holds; a change of the law is another row.
 * Working days are counted as such; a time in calendar days that would end on a free day ends on the next working day
 * (k.p.a. art. 57 § 4). „regulamin” is the city's own rules of the call.
 */
const timeLimits = [
  { name: 'formalCheck', days: 14, kind: 'calendar', since: '2026-01-01', source: 'regulamin' },
  { name: 'completion', days: 7, kind: 'calendar', since: '2026-01-01', source: 'regulamin' },
  { name: 'purposefulness', days: 7, kind: 'working', since: '2010-03-12', source: 'art. 19a ust. 3 u.d.p.p.' },
  { name: 'remarks', days: 7, kind: 'calendar', since: '2010-03-12', source: 'art. 19a ust. 4 u.d.p.p.' },
  { name: 'appeal', days: 14, kind: 'calendar', since: '2026-01-01', source: 'regulamin' },
  { name: 'appealAnswer', days: 30, kind: 'calendar', since: '2026-01-01', source: 'regulamin' },
] as const
export type TimeLimit = (typeof timeLimits)[number]['name']
/** The latest day to which a completion may be put, counted from today. */
export const completionAtMost = 60

/** The rule that holds on a day. */
export const ruleOn = (name: TimeLimit, date: string) => timeLimits.filter((rule) => rule.name === name && rule.since <= date).toSorted((a, b) => b.since.localeCompare(a.since))[0]!

/** The city's date at an instant, yyyy-mm-dd. */
export const cityDate = (instant: Date): string => cityTime(instant).slice(0, 10)

/** Today by the city's clocks, yyyy-mm-dd. */
export const cityToday = (): string => cityDate(new Date())

/** The last day of a time that begins with something that happened on a day. */
export function lastDay(name: TimeLimit, happened: string): string {
  const { days, kind } = ruleOn(name, happened)
  return kind === 'working' ? addWorkingDays(happened, days) : workingDayFrom(addDays(happened, days))
}

/** The instant at which a day of the city is over. */
export function endOf(date: string): Date {
  const midnight = instantOf(`${addDays(date, 1)}T00:00`)
  if (!(midnight instanceof Date)) throw new RangeError(`${date} has no end.`)
  return midnight
}

/** What is waited for, until when, and how that stands on a day. */
export type Due = { what: TimeLimit; until: string; overdue: boolean; workingDaysLeft: number }
type Waiting = { state: ProposalState; mode: string; stateAt: Date; completeBy: string | null; appealedAt?: Date | null; appealDecidedAt?: Date | null }

/** The deadline that a proposal stands under, if any. */
export function dueOf({ state, mode, stateAt, completeBy, appealedAt, appealDecidedAt }: Waiting, now = new Date()): Due | null {
  const [since, today] = [cityDate(stateAt), cityDate(now)]
  const until = (what: TimeLimit, last = lastDay(what, since)): Due => ({ what, until: last, overdue: last < today, workingDaysLeft: workingDaysUntil(today, last) })
  if (state === 'submitted') return until(mode === 'smallGrant' ? 'purposefulness' : 'formalCheck')
  if (state === 'returned') return until('completion', completeBy!)
  if (state === 'published' && mode === 'smallGrant') return until('remarks')
  if (state === 'rejected' && appealedAt) return appealDecidedAt ? null : until('appealAnswer', lastDay('appealAnswer', cityDate(appealedAt)))
  if (state === 'rejected') return until('appeal')
  return null
}
