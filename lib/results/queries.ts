import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '../db'
import { isUuid } from '../ids'
import { organisations } from '../organisations/tables'
import type { Viewer } from '../person'
import { objectionTo } from '../policy'
import { isCoordinator } from '../proposals/life-cycle'
import { isPublic as isPublicProposal } from '../proposals/public'
import { isMember, listMoves } from '../proposals/queries/moves'
import { standingColumns } from '../proposals/standing'
import { proposals } from '../proposals/tables'
import { reportingOf } from './deadline'
import { blankReport } from './draft'
import { promisesOf } from './report'
import { reportConflicts, resultReports } from './tables'

const accepted = sql`${proposals.state} in ('inProgress', 'reported', 'completed')`
const about = {
  id: proposals.id,
  state: proposals.state,
  slug: sql<string>`${proposals.slug}`,
  plan: sql`${proposals.content}`.mapWith(proposals.content),
  organisation: organisations.name,
}

/** A report as its organisation's members see it: the plan, what was typed, and what they typed while others did; null for everybody else. */
export async function getReport(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id)) return null
  const [found] = await db
    .select({ ...about, confirmed: sql<boolean>`${organisations.confirmedAt} is not null`, draft: resultReports.draft, revision: resultReports.draftRevision, savedAt: resultReports.savedAt, content: resultReports.content })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(resultReports, eq(resultReports.proposalId, proposals.id))
    .where(and(eq(proposals.id, id), isMember(viewer), accepted))
  if (!found) return null
  const [conflicts, moves] = await Promise.all([
    db.select({ id: reportConflicts.id, path: reportConflicts.path, mine: reportConflicts.mine }).from(reportConflicts).where(and(eq(reportConflicts.proposalId, id), eq(reportConflicts.personId, viewer.id))).orderBy(asc(reportConflicts.id)),
    listMoves(viewer, id),
  ])
  return { ...found, isMember: true, draft: { ...blankReport(found.plan), ...found.draft }, revision: found.revision ?? 0, conflicts, lastMove: moves.at(-1) ?? null, reporting: reportingOf(found.state, found.plan.to)! }
}

/** A report that was sent, as whoever may accept it sees it; null for everybody else. */
export async function getReportForDesk(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id) || objectionTo(isCoordinator, viewer, null)) return null
  const [found] = await db
    .select({
      ...about, ...standingColumns(viewer),
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      isMember: isMember(viewer),
      content: sql`${resultReports.content}`.mapWith(resultReports.content),
      sentAt: sql<Date>`${resultReports.sentAt}`.mapWith(resultReports.sentAt),
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(resultReports, eq(resultReports.proposalId, proposals.id))
    .where(and(eq(proposals.id, id), sql`${resultReports.content} is not null`))
  if (!found) return null
  const moves = await listMoves(viewer, id)
  return { ...found, current: true, moves, reporting: reportingOf(found.state, found.plan.to) }
}

/** Tasks in progress and reports that wait, for those who accept them; those whose time ends first come first. Empty for everybody else. */
export async function listReporting(viewer: Viewer) {
  if (!viewer || objectionTo(isCoordinator, viewer, null)) return []
  const rows = await db
    .select({ ...about, sentAt: resultReports.sentAt })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(resultReports, eq(resultReports.proposalId, proposals.id))
    .where(sql`${proposals.state} in ('inProgress', 'reported')`)
    .orderBy(sql`${proposals.content} ->> 'to'`, asc(proposals.id))
  return rows.map(({ plan, ...row }) => ({ ...row, title: plan.title, reporting: reportingOf(row.state, plan.to)! }))
}

/** The tasks of the viewer's organisations that are to be reported, or were. */
export async function listOwnReporting(viewer: Viewer) {
  if (!viewer) return []
  const rows = await db
    .select(about)
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(accepted, isMember(viewer)))
    .orderBy(sql`${proposals.content} ->> 'to'`, asc(proposals.id))
  return rows.map(({ plan, ...row }) => ({ ...row, title: plan.title, reporting: reportingOf(row.state, plan.to)! }))
}

/** A reported and accepted proposal by its address, with its report; null while there is none. */
export async function getPublishedReport(_viewer: Viewer, slug: string) {
  const [found] = await db.select(published).from(proposals).innerJoin(organisations, eq(organisations.id, proposals.organisationId)).innerJoin(resultReports, eq(resultReports.proposalId, proposals.id)).where(and(eq(proposals.slug, slug), isPublic))
  return found ? { ...found, promises: promisesOf(found.plan, found.content) } : null
}

/** Whether a report has a page: for telling unknown addresses apart. */
export async function reportExists(_viewer: Viewer, slug: string): Promise<boolean> {
  const [found] = await db.select({ id: proposals.id }).from(proposals).innerJoin(resultReports, eq(resultReports.proposalId, proposals.id)).where(and(eq(proposals.slug, slug), isPublic))
  return !!found
}

/** What was promised and what came of it in every accepted report, the newest report first; of one task or one proposal where that is asked. */
export async function listPublishedReports(_viewer: Viewer, { taskId, task, slug }: { taskId?: string; task?: string; slug?: string } = {}) {
  const rows = await db
    .select(published)
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(resultReports, eq(resultReports.proposalId, proposals.id))
    .where(and(
      isPublic,
      slug === undefined ? undefined : eq(proposals.slug, slug),
      taskId === undefined ? undefined : sql`exists (select from proposal_tasks where proposal_tasks.proposal_id = ${proposals.id} and proposal_tasks.task_id = ${taskId})`,
      task === undefined ? undefined : sql`exists (select from proposal_tasks join tasks on tasks.id = proposal_tasks.task_id where proposal_tasks.proposal_id = ${proposals.id} and tasks.code = ${task})`,
    ))
    .orderBy(desc(resultReports.sentAt), desc(proposals.id))
  return rows.map((row) => ({ ...row, promises: promisesOf(row.plan, row.content) }))
}

const isPublic = and(isPublicProposal, eq(proposals.state, 'completed'), sql`${resultReports.content} is not null`)
const published = {
  ...about,
  organisationSlug: organisations.slug,
  content: sql`${resultReports.content}`.mapWith(resultReports.content),
  sentAt: sql<Date>`${resultReports.sentAt}`.mapWith(resultReports.sentAt),
  acceptedAt: sql<Date>`${proposals.stateAt}`.mapWith(proposals.stateAt),
}
