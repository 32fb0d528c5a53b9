import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import type { Viewer } from '../../person'
import { textAt } from '../merge'
import type { TypedStep } from '../modes'
import { proposalConflicts, proposalEdits, proposalNotes, proposals } from '../tables'
import { isMember } from './moves'

/**
 * Fields that the viewer and somebody else changed at the same time, the viewer's text beside the one that stands in the
 * draft now, with who wrote that and when. A row that was taken away meanwhile has an empty text there.
 */
export async function listConflicts(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id)) return []
  const found = await db
    .select({ id: proposalConflicts.id, path: proposalConflicts.path, mine: proposalConflicts.mine, draft: proposals.draft })
    .from(proposalConflicts)
    .innerJoin(proposals, eq(proposals.id, proposalConflicts.proposalId))
    .where(and(eq(proposalConflicts.proposalId, id), eq(proposalConflicts.personId, viewer.id), isMember(viewer)))
    .orderBy(asc(proposalConflicts.id))
  return Promise.all(
    found.map(async ({ draft, ...conflict }) => {
      const [last] = await db
        .select({ name: people.name, at: proposalEdits.at })
        .from(proposalEdits)
        .innerJoin(people, eq(people.id, proposalEdits.byId))
        .where(and(eq(proposalEdits.proposalId, id), sql`${conflict.path} in (${proposalEdits.path}, ${proposalEdits.path} || '.' || split_part(${conflict.path}, '.', 3))`))
        .orderBy(desc(proposalEdits.revision))
        .limit(1)
      return { ...conflict, theirs: textAt(draft, conflict.path) ?? '', by: last?.name ?? null, at: last?.at ?? null }
    }),
  )
}

/** What the people of an organisation said to each other about a draft, oldest first; empty for everybody else. */
export async function listNotes(viewer: Viewer, id: string): Promise<{ id: string; step: TypedStep; body: string; at: Date; name: string | null; own: boolean }[]> {
  if (!viewer || !isUuid(id)) return []
  return db
    .select({ id: proposalNotes.id, step: proposalNotes.step, body: proposalNotes.body, at: proposalNotes.at, name: people.name, own: sql<boolean>`${proposalNotes.authorId} = ${viewer.id}` })
    .from(proposalNotes)
    .innerJoin(proposals, eq(proposals.id, proposalNotes.proposalId))
    .innerJoin(people, eq(people.id, proposalNotes.authorId))
    .where(and(eq(proposalNotes.proposalId, id), isMember(viewer)))
    .orderBy(asc(proposalNotes.id))
}
