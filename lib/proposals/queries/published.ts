import { and, asc, desc, eq, inArray, notInArray, or, sql } from 'drizzle-orm'
import { db } from '../../db'
import { countComments } from '../../discussion/queries/threads'
import { isSlug, isUuid } from '../../ids'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { tasks } from '../../strategy/tables'
import { getTallies } from '../../voting/queries'
import { wholeContent, type ProposalContent } from '../content'
import type { PublicState } from '../life-cycle'
import { isHidden, isPublic } from '../public'
import { proposals, proposalTasks } from '../tables'

export type ProposalListed = {
  id: string
  slug: string
  mode: ProposalContent['mode']
  title: string
  summary: string
  organisation: { name: string; slug: string }
  publishedAt: Date
  state: PublicState
  /** First and last day of the project, yyyy-mm-dd. */
  from: string
  to: string
  totalGrosze: number
  sources: ProposalContent['sources']
  /** Codes of the tasks it serves, by number. */
  tasks: string[]
  /** Null while the number may not be known. */
  supports: number | null
  comments: number
}

const served = sql<string[]>`(select coalesce(array_agg(${tasks.code} order by ${tasks.position}), '{}') from ${proposalTasks} join ${tasks} on ${tasks.id} = ${proposalTasks.taskId} where ${proposalTasks.proposalId} = ${proposals.id})`

/**
 * Published proposals, newest first.
 * @param before id of the last one of the page before
 * @param organisationId only this organisation's
 * @param state only those in this state
 * @param task only those for the task of this code
 * @returns the page, and the cursor of the next one or null
 */
export async function listPublished(
  viewer: Viewer,
  { before, organisationId, state, task, limit = 20 }: { before?: string; organisationId?: string; state?: PublicState; task?: string; limit?: number } = {},
): Promise<{ items: ProposalListed[]; next: string | null }> {
  if (before && !isUuid(before)) return { items: [], next: null }
  const rows = await db
    .select({
      id: proposals.id,
      slug: sql<string>`${proposals.slug}`,
      content: sql<ProposalContent>`${proposals.content}`.mapWith(proposals.content),
      organisationName: organisations.name,
      organisationSlug: organisations.slug,
      publishedAt: sql<Date>`${proposals.publishedAt}`.mapWith(proposals.publishedAt),
      state: sql<PublicState>`${proposals.state}`,
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
        state ? eq(proposals.state, state) : undefined,
        task ? sql`exists (select from proposal_tasks join tasks on tasks.id = proposal_tasks.task_id where proposal_tasks.proposal_id = ${proposals.id} and tasks.code = ${task})` : undefined,
      ),
    )
    .orderBy(desc(proposals.publishedAt), desc(proposals.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const [tallies, counts] = await Promise.all([getTallies(viewer, page.map(({ questionId }) => questionId)), countComments(viewer, page.map(({ threadId }) => threadId))])
  return {
    items: page.map(({ content, organisationName, organisationSlug, threadId, questionId, ...row }) => ({
      ...row,
      ...inList(wholeContent(content)),
      organisation: { name: organisationName, slug: organisationSlug },
      supports: tallies.get(questionId)?.total ?? null,
      comments: counts.get(threadId)?.comments ?? 0,
    })),
    next: rows.length > limit ? page.at(-1)!.id : null,
  }
}

const inList = ({ mode, title, summary, from, to, sources }: ProposalContent) => ({ mode, title, summary, from, to, sources })

/** A published proposal by its address, with everything its page shows; null when there is none. */
export async function getPublished(_viewer: Viewer, slug: string) {
  if (!isSlug(slug)) return null
  const [row] = await db
    .select({
      id: proposals.id,
      slug: sql<string>`${proposals.slug}`,
      content: sql<ProposalContent>`${proposals.content}`.mapWith(proposals.content),
      organisation: { id: organisations.id, name: organisations.name, slug: organisations.slug },
      publishedAt: sql<Date>`${proposals.publishedAt}`.mapWith(proposals.publishedAt),
      state: sql<PublicState>`${proposals.state}`,
      stateAt: proposals.stateAt,
      version: proposals.version,
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

/** By which rule moderation has hidden the proposal of an address; null where there is none, or it is shown. */
export async function getHidden(_viewer: Viewer, slug: string): Promise<{ id: string; ground: string } | null> {
  const [hidden] = await db.select({ id: proposals.id, ground: sql<string>`${proposals.hiddenGround}` }).from(proposals).where(and(eq(proposals.slug, slug), isHidden))
  return hidden ?? null
}

/** Whether a page of this address exists: for telling unknown addresses apart. What is hidden has one that says so. */
export async function proposalExists(_viewer: Viewer, slug: string): Promise<boolean> {
  const [proposal] = await db.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.slug, slug), or(isPublic, isHidden)))
  return !!proposal
}

/** The published proposals for a task, newest first, but those that were withdrawn or merged with another. */
export async function listForTask(_viewer: Viewer, taskId: string): Promise<{ slug: string; title: string; organisation: string }[]> {
  return db
    .select({ slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'`, organisation: organisations.name })
    .from(proposalTasks)
    .innerJoin(proposals, eq(proposals.id, proposalTasks.proposalId))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposalTasks.taskId, taskId), isPublic, notInArray(proposals.state, ['withdrawn', 'merged'])))
    .orderBy(desc(proposals.publishedAt))
}

/** The published proposals that questions belong to, to say what a vote was about. */
export async function listByQuestions(_viewer: Viewer, questionIds: readonly string[]): Promise<{ questionId: string; slug: string; title: string; state: PublicState }[]> {
  if (!questionIds.length) return []
  return db
    .select({ questionId: sql<string>`${proposals.questionId}`, slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'`, state: sql<PublicState>`${proposals.state}` })
    .from(proposals)
    .where(and(inArray(proposals.questionId, [...questionIds]), isPublic))
}
