import { eq, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import { isUuid } from '../../ids'
import type { Viewer } from '../../person'
import { bulkDecisions, bulkItems, deskSettings } from '../desk-tables'
import { isModerator } from '../rules'

/** How the viewer wants the desk to be: with keys and with the daily summary, unless they said otherwise. */
export async function getDeskSettings(viewer: Viewer): Promise<{ keys: boolean; summary: boolean }> {
  if (!viewer) return { keys: false, summary: false }
  const [settings] = await db.select({ keysOffAt: deskSettings.keysOffAt, summaryOffAt: deskSettings.summaryOffAt }).from(deskSettings).where(eq(deskSettings.personId, viewer.id))
  return { keys: !settings?.keysOffAt, summary: !settings?.summaryOffAt }
}

/** A decision about many with what was chosen for it, for the desk only; null for everybody else. Names are the desk's matter. */
export async function getBulk(viewer: Viewer, id: string) {
  if (!viewer || !isModerator(viewer) || !isUuid(id)) return null
  const settledBy = sql<string | null>`(select name from people where people.id = ${bulkDecisions.settledById})`
  const [bulk] = await db
    .select({
      id: bulkDecisions.id, kind: bulkDecisions.kind, ground: bulkDecisions.ground, sentence: bulkDecisions.sentence, size: bulkDecisions.size,
      proposedBySelf: sql<boolean>`${bulkDecisions.proposedById} = ${viewer.id}`, proposedBy: people.name, proposedAt: bulkDecisions.proposedAt,
      outcome: bulkDecisions.outcome, settledBy, settledAt: bulkDecisions.settledAt,
    })
    .from(bulkDecisions)
    .innerJoin(people, eq(people.id, bulkDecisions.proposedById))
    .where(eq(bulkDecisions.id, id))
  if (!bulk) return null
  const items = await db
    .select({
      commentId: bulkItems.commentId, threadId: comments.threadId, body: comments.body, decided: sql<boolean>`${bulkItems.decisionId} is not null`, leftOut: bulkItems.leftOut,
      changed: sql<boolean>`${bulkItems.revision} <> ${comments.revision}`,
    })
    .from(bulkItems)
    .innerJoin(comments, eq(comments.id, bulkItems.commentId))
    .where(eq(bulkItems.bulkId, id))
    .orderBy(bulkItems.commentId)
  return { ...bulk, items }
}
export type Bulk = NonNullable<Awaited<ReturnType<typeof getBulk>>>
