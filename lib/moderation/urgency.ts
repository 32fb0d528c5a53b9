import { sql, type SQL } from 'drizzle-orm'

/** What waits for a moderator, in the order in which it is listed. */
export const queueKinds = ['danger', 'held', 'reports', 'appeals', 'bans', 'bulk', 'organisations', 'proposals'] as const
export type QueueKind = (typeof queueKinds)[number]

/**
 * Within how many hours each should be looked at. What may be a danger to somebody, or against the law, stands before all
 * else; the rest is ordered by when its time is up, so that nothing waits for ever behind what keeps coming. An appeal has
 * 14 days (the terms), and should be read in the first ten. Ours, to be changed by the city.
 */
export const hoursFor: Record<QueueKind, number> = { danger: 1, held: 4, reports: 24, bans: 24, bulk: 24, organisations: 72, proposals: 120, appeals: 240 }
/** Each further person who reports a comment brings it so many hours forward, at most to the place of a held one: many voices are heard, and decide nothing (security.md A49). */
export const hoursAReport = 4

/** Longer than this, and the desk says so in red: a day, and of an appeal the fourteen in which it must be answered. */
export const longHours = (kind: QueueKind): number => (kind === 'appeals' ? 24 * 14 : 24)

const hour = 3_600_000
/** How many hours something of a kind may wait, the more have reported it the fewer. */
export const hoursLeft = (kind: QueueKind, reports = 1): number => Math.max(Math.min(hoursFor[kind], hoursFor.held), hoursFor[kind] - (kind === 'reports' ? reports - 1 : 0) * hoursAReport)

type Waiting = { kind: QueueKind; since: Date; reports?: number }
/** When something should have been looked at. */
export const dueAt = ({ kind, since, reports }: Waiting): Date => new Date(since.getTime() + hoursLeft(kind, reports) * hour)
/** Most urgent first. */
export const byUrgency = (a: Waiting, b: Waiting): number => Number(b.kind === 'danger') - Number(a.kind === 'danger') || dueAt(a).getTime() - dueAt(b).getTime()

/** The same in the database, as microseconds, so that a page can be cut by it: a test compares the two. */
export const dueInMicroseconds = (kind: QueueKind, since: SQL, reports: SQL = sql`1`): SQL =>
  sql`(extract(epoch from ${since}) * 1000000)::bigint + ${hour * 1000}::bigint * greatest(least(${hoursFor[kind]}::int, ${hoursFor.held}::int), ${hoursFor[kind]}::int - ${kind === 'reports' ? hoursAReport : 0}::int * (${reports} - 1))`
