import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { isUuid } from '../ids'
import { db } from '../db'
import { countComments } from '../discussion/queries'
import { organisationMembers, organisations } from '../organisations/tables'
import { people } from '../accounts/tables'
import type { Person, Viewer } from '../person'
import { objectionTo } from '../policy'
import { tasks } from '../strategy/tables'
import { getTallies } from '../voting/queries'
import type { ProposalContent } from './content'
import { canSeeDesk } from './life-cycle'
import { proposalMoves, proposals, proposalSaves, proposalTasks } from './tables'

export type ProposalListed = {
  id: string
  slug: string
  title: string
  summary: string
  organisation: { name: string; slug: string }
  publishedAt: Date
  totalGrosze: number
  /** Codes of the tasks it serves, by number. */
  tasks: string[]
  supports: number
  comments: number
}

const isPublic = eq(proposals.state, 'published')
const served = sql<string[]>`(select coalesce(array_agg(${tasks.code} order by ${tasks.position}), '{}') from ${proposalTasks} join ${tasks} on ${tasks.id} = ${proposalTasks.taskId} where ${proposalTasks.proposalId} = ${proposals.id})`

/**
 * Published proposals, newest first.
 * @param before id of the last one of the page before
 * @param organisationId only this organisation's
 * @returns the page, and the cursor of the next one or null
 */
export async function listPublished(
  viewer: Viewer,
  { before, organisationId, limit = 20 }: { before?: string; organisationId?: string; limit?: number } = {},
): Promise<{ items: ProposalListed[]; next: string | null }> {
  if (before && !isUuid(before)) return { items: [], next: null }
  const rows = await db
    .select({
      id: proposals.id,
      slug: sql<string>`${proposals.slug}`,
      content: sql<ProposalContent>`${proposals.content}`,
      organisationName: organisations.name,
      organisationSlug: organisations.slug,
      publishedAt: sql<Date>`${proposals.publishedAt}`.mapWith(proposals.publishedAt),
      totalGrosze: sql<number>`${proposals.totalGrosze}`.mapWith(Number),
      tasks: served,
      threadId: sql<string>`${proposals.threadId}`,
      questionId: sql<string>`${proposals.questionId}`,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(
      and(
        isPublic,
        before ? sql`(${proposals.publishedAt}, ${proposals.id}) < (select published_at, id from proposals where id = ${before})` : undefined,
        organisationId ? eq(proposals.organisationId, organisationId) : undefined,
      ),
    )
    .orderBy(desc(proposals.publishedAt), desc(proposals.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const [tallies, counts] = await Promise.all([getTallies(viewer, page.map(({ questionId }) => questionId)), countComments(viewer, page.map(({ threadId }) => threadId))])
  return {
    items: page.map(({ content, organisationName, organisationSlug, threadId, questionId, ...row }) => ({
      ...row,
      title: content.title,
      summary: content.summary,
      organisation: { name: organisationName, slug: organisationSlug },
      supports: tallies.get(questionId)!.total,
      comments: counts.get(threadId)?.comments ?? 0,
    })),
    next: rows.length > limit ? page.at(-1)!.id : null,
  }
}

/** A published proposal by its address, with everything its page shows; null when there is none. */
export async function getPublished(_viewer: Viewer, slug: string) {
  const [row] = await db
    .select({
      id: proposals.id,
      slug: sql<string>`${proposals.slug}`,
      content: sql<ProposalContent>`${proposals.content}`,
      organisation: { id: organisations.id, name: organisations.name, slug: organisations.slug },
      publishedAt: sql<Date>`${proposals.publishedAt}`.mapWith(proposals.publishedAt),
      threadId: sql<string>`${proposals.threadId}`,
      questionId: sql<string>`${proposals.questionId}`,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposals.slug, slug), isPublic))
  return row ? { ...row, tasks: await listTasksNamed(_viewer, row.content.tasks) } : null
}

/** Tasks by their codes, withdrawn ones too, in the order of the strategy; titles as adopted. */
export async function listTasksNamed(_viewer: Viewer, codes: readonly string[]) {
  if (!codes.length) return []
  return db.select({ code: tasks.code, title: tasks.title, withdrawnAt: tasks.withdrawnAt }).from(tasks).where(inArray(tasks.code, [...codes])).orderBy(asc(tasks.position))
}

/** Whether a page of this address exists: for telling unknown addresses apart. */
export async function proposalExists(_viewer: Viewer, slug: string): Promise<boolean> {
  const [proposal] = await db.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.slug, slug), isPublic))
  return !!proposal
}

/** The published proposals for a task, newest first. */
export async function listForTask(_viewer: Viewer, taskId: string): Promise<{ slug: string; title: string; organisation: string }[]> {
  return db
    .select({ slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'`, organisation: organisations.name })
    .from(proposalTasks)
    .innerJoin(proposals, eq(proposals.id, proposalTasks.proposalId))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposalTasks.taskId, taskId), isPublic))
    .orderBy(desc(proposals.publishedAt))
}

/** The proposals of the viewer's organisations, newest work first; for the account page. */
export async function listOwn(viewer: Viewer) {
  if (!viewer) return []
  return db
    .select({
      id: proposals.id,
      title: sql<string>`coalesce(nullif(${proposals.draft} ->> 'title', ''), '')`,
      state: proposals.state,
      slug: proposals.slug,
      organisation: organisations.name,
      savedAt: proposals.savedAt,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, viewer.id)))
    .orderBy(desc(proposals.savedAt))
}

const isMember = (viewer: Person) =>
  sql<boolean>`exists (select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${proposals.organisationId} and ${organisationMembers.personId} = ${viewer.id})`

/** A proposal as its members see it, with what was typed, where it stands and why; null for everybody else. */
export async function getDraft(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id)) return null
  const [proposal] = await db
    .select({
      id: proposals.id,
      state: proposals.state,
      draft: proposals.draft,
      content: proposals.content,
      savedAt: proposals.savedAt,
      slug: proposals.slug,
      organisation: organisations.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposals.id, id), isMember(viewer)))
  if (!proposal) return null
  const [saves, moves] = await Promise.all([
    db.select({ step: proposalSaves.step, revision: proposalSaves.revision }).from(proposalSaves).where(eq(proposalSaves.proposalId, id)),
    listMoves(viewer, id),
  ])
  return { ...proposal, revisions: Object.fromEntries(saves.map(({ step, revision }) => [step, revision])), lastMove: moves.at(-1) ?? null }
}

/** What happened to a proposal, oldest first: for its members and for moderators. */
async function listMoves(_viewer: Person, id: string) {
  return db
    .select({ id: proposalMoves.id, move: proposalMoves.move, at: proposalMoves.at, reason: proposalMoves.reason })
    .from(proposalMoves)
    .where(eq(proposalMoves.proposalId, id))
    .orderBy(asc(proposalMoves.id))
}

/** Proposals that wait for a decision, oldest first; empty for whoever may not decide. `own` ones are for somebody else. */
export async function listWaiting(viewer: Viewer): Promise<{ id: string; title: string; organisation: string; submittedAt: Date; own: boolean }[]> {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return []
  const submittedAt = sql<Date>`(select max(${proposalMoves.at}) from ${proposalMoves} where ${proposalMoves.proposalId} = ${proposals.id})`.mapWith(proposalMoves.at)
  return db
    .select({ id: proposals.id, title: sql<string>`${proposals.content} ->> 'title'`, organisation: organisations.name, submittedAt, own: isOwn(viewer) })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(eq(proposals.state, 'submitted'))
    .orderBy(submittedAt)
}

const isOwn = (viewer: Person) => sql<boolean>`${or(isMember(viewer), eq(proposals.createdById, viewer.id))!}`

/** What was sent in and all that happened to it, for moderators only; null for everybody else, and for drafts. */
export async function getForDesk(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id) || objectionTo(canSeeDesk, viewer, null)) return null
  const [proposal] = await db
    .select({
      id: proposals.id,
      state: proposals.state,
      slug: proposals.slug,
      content: proposals.content,
      organisation: { name: organisations.name, slug: organisations.slug },
      createdBy: people.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      isMember: isMember(viewer),
      isOwn: isOwn(viewer),
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(people, eq(people.id, proposals.createdById))
    .where(eq(proposals.id, id))
  if (!proposal?.content) return null
  const [tasks, moves] = await Promise.all([listTasksNamed(viewer, proposal.content.tasks), listMoves(viewer, id)])
  return { ...proposal, content: proposal.content, tasks, moves }
}
