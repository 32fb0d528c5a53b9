import { sql, type Column, type SQL } from 'drizzle-orm'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import type { Viewer } from '../../person'
import type { DecidedAbout } from '../contents'
import { appeals, decisions, reports } from '../tables'

/** A month by the city's clock (`2026-11`): what was decided in it, how fast, and what came of appeals that were decided in it. */
export type MonthFigures = { month: string; decisions: number; restrictions: number; medianHours: number | null; appeals: number; upheld: number }

/** A line of the yearly report (DSA art. 15(1)); what each section counts is said at `getYearReport`. */
export type ReportLine = { section: ReportSection; about: DecidedAbout; kind: string; ground: string; outcome: string; count: number; medianHours: number | null }
export const reportSections = ['notices', 'ownInitiative', 'appeals', 'checks'] as const
export type ReportSection = (typeof reportSections)[number]

const cityTime = (instant: SQL | Column) => sql`(${instant} at time zone 'Europe/Warsaw')`
const inYear = (instant: Column, year: number) =>
  sql`${instant} >= ${`${year}-01-01`}::timestamp at time zone 'Europe/Warsaw' and ${instant} < ${`${year + 1}-01-01`}::timestamp at time zone 'Europe/Warsaw'`
const hoursBetween = (from: SQL, to: SQL) => sql`extract(epoch from ${to} - ${from}) / 3600`
const median = (hours: SQL) => sql`round((percentile_cont(0.5) within group (order by ${hours}))::numeric, 1)::float`

/** What takes something from somebody; the other kinds give it back or leave it. */
const restricts = sql`${decisions.kind} not in ('keep', 'restore', 'unlock', 'lift')`

/** What a decision or a report is about, as `aboutOf` says. */
const aboutIn = (table: typeof decisions | typeof reports) => sql`case when ${table.commentId} is not null then 'comment' when ${table.proposalId} is not null then 'proposal' when ${table.organisationId} is not null then 'organisation'
  ${table === decisions ? sql`when ${decisions.threadId} is not null then 'thread' else 'person'` : sql``} end`

/** When what a decision is about began to wait: the first report that it answers, or the check that held it. Null where nobody had asked. */
const waitedSince = sql`least(
  (select min(${reports.at}) from ${reports} where ${reports.decisionId} = ${decisions.id}),
  (select ${comments.postedAt} from ${comments} where ${comments.id} = ${decisions.commentId} and ${decisions.foundByCheck}))`

/**
 * The moderators' work month by month, newest first; months in which nothing happened are left out. The hours are the
 * median from the first report or check to the decision that answered it; null where nothing of the month had waited.
 */
export async function getMonthlyFigures(_viewer: Viewer): Promise<MonthFigures[]> {
  return db.execute<MonthFigures>(sql`
    with decided as (
      select to_char(${cityTime(decisions.at)}, 'YYYY-MM') as month, ${restricts} as restricts, ${hoursBetween(waitedSince, sql`${decisions.at}`)} as hours from ${decisions} where ${decisions.origin} <> 'carried'
    ), by_month as (
      select month, count(*)::int as decisions, count(*) filter (where restricts)::int as restrictions, ${median(sql`hours`)} as hours from decided group by month
    ), contested as (
      select to_char(${cityTime(sql`${appeals.decidedAt}`)}, 'YYYY-MM') as month, count(*)::int as appeals, count(*) filter (where ${appeals.outcome} = 'upheld')::int as upheld
      from ${appeals} where ${appeals.decidedAt} is not null group by 1
    )
    select month, coalesce(decisions, 0) as decisions, coalesce(restrictions, 0) as restrictions, hours as "medianHours", coalesce(appeals, 0) as appeals, coalesce(upheld, 0) as upheld
    from by_month full join contested using (month) order by month desc`)
}

/** The years that have something to report on, newest first, by the city's clock. */
export async function listReportedYears(_viewer: Viewer): Promise<number[]> {
  const rows = await db.execute<{ year: number }>(sql`
    select distinct extract(year from ${cityTime(sql`at`)})::int as year
    from (select ${decisions.at} as at from ${decisions} union all select ${reports.at} from ${reports}) as all_of_it order by year desc`)
  return rows.map(({ year }) => year)
}

/**
 * The yearly report on moderation, line by line (DSA art. 15(1)(b)–(e)):
 * - `notices`: what was reported in the year: `report` by the site's rules or `notice` of something illegal; acted upon, kept, or waiting.
 * - `ownInitiative`: what moderators decided without a report; found by a `check` or by a `person`.
 * - `appeals`: complaints lodged in the year, by who appealed and on which ground the decision stood.
 * - `checks`: comments that a check had held for a person to judge: `kept` ones had been held in error.
 * @returns no lines where nothing happened in that year
 */
export async function getYearReport(_viewer: Viewer, year: number): Promise<ReportLine[]> {
  return db.execute<ReportLine>(sql`
    select 'notices' as section, ${aboutIn(reports)} as about, ${reports.kind} as kind, ${reports.ground} as ground,
      case when ${decisions.id} is null then 'waiting' when ${restricts} then 'acted' else 'kept' end as outcome,
      count(*)::int as count, ${median(hoursBetween(sql`${reports.at}`, sql`${decisions.at}`))} as "medianHours"
    from ${reports} left join ${decisions} on ${decisions.id} = ${reports.decisionId} where ${inYear(reports.at, year)} group by 2, 3, 4, 5
    union all
    select 'ownInitiative', ${aboutIn(decisions)}, ${decisions.kind}, ${decisions.ground}, case when ${decisions.foundByCheck} then 'check' else 'person' end, count(*)::int, null
    from ${decisions} where ${inYear(decisions.at, year)} and ${restricts} and ${decisions.origin} = 'own' group by 2, 3, 4, 5
    union all
    select 'appeals', ${aboutIn(decisions)}, ${appeals.side}, ${decisions.ground}, coalesce(${appeals.outcome}, 'waiting'), count(*)::int, ${median(hoursBetween(sql`${appeals.at}`, sql`${appeals.decidedAt}`))}
    from ${appeals} join ${decisions} on ${decisions.id} = ${appeals.decisionId} where ${inYear(appeals.at, year)} group by 2, 3, 4, 5
    union all
    select 'checks', 'comment', 'held', 'none', case when ${restricts} then 'acted' else 'kept' end, count(*)::int, null
    from ${decisions} where ${inYear(decisions.at, year)} and ${decisions.foundByCheck} group by 5
    order by 1, 2, 3, 4, 5`)
}
