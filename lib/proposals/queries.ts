import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../db'
import { organisations } from '../organisations/tables'
import type { Viewer } from '../person'
import { proposals, proposalTasks } from './tables'

/** The published proposals for a task, newest first. */
export async function listForTask(_viewer: Viewer, taskId: string): Promise<{ slug: string; title: string; organisation: string }[]> {
  return db
    .select({ slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'`, organisation: organisations.name })
    .from(proposalTasks)
    .innerJoin(proposals, eq(proposals.id, proposalTasks.proposalId))
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposalTasks.taskId, taskId), eq(proposals.state, 'published')))
    .orderBy(desc(proposals.publishedAt))
}
