import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import { isUuid } from '../../ids'
import { organisationMembers, organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { isHidden } from '../public'
import { standingColumns } from '../standing'
import { proposals } from '../tables'
import { getAppeal, isMember, listMoves, readsOnly } from './moves'

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
      hidden: sql<boolean>`${isHidden}`,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .innerJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, viewer.id)))
    .orderBy(desc(proposals.savedAt))
}

/** What a proposal's organisation has been granted under art. 19a beside it, by the year in which the project begins, in grosze. */
const granted = sql<Record<string, number>>`(
  select coalesce(json_object_agg(year, grosze), '{}') from (
    select left(other.content ->> 'from', 4) as year, sum((other.content #>> '{sources,grant}')::bigint) as grosze from proposals other
    where other.organisation_id = proposals.organisation_id and other.id <> proposals.id and other.content ->> 'mode' = 'smallGrant' and other.state in ('accepted', 'inProgress', 'reported', 'completed')
    group by 1) as years)`

/** A proposal as its members see it, with what was typed, where it stands and why; null for everybody else. */
export async function getDraft(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id)) return null
  const [proposal] = await db
    .select({
      id: proposals.id,
      state: proposals.state,
      stateAt: proposals.stateAt,
      completeBy: proposals.completeBy,
      version: proposals.version,
      ...standingColumns(viewer),
      draft: proposals.draft,
      revision: proposals.draftRevision,
      content: proposals.content,
      savedAt: proposals.savedAt,
      slug: proposals.slug,
      organisation: organisations.name,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      readsOnly: readsOnly(viewer),
      granted,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposals.id, id), isMember(viewer)))
  if (!proposal) return null
  const [moves, appeal] = await Promise.all([listMoves(viewer, id), getAppeal(viewer, id)])
  return { ...proposal, isMember: true, current: true, moves, lastMove: moves.at(-1) ?? null, appeal }
}
