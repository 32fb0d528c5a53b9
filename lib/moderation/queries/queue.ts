import { sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import type { Content, ContentKind } from '../contents'
import { detailsOf, type Queued } from '../queued'
import { isModerator } from '../rules'
import { queueKinds, type QueueKind } from '../urgency'
import { waiting } from '../waiting'

export const queueAPage = 50

/** How many wait, and how many of them longer than they should. */
export type Count = { all: number; long: number }
export type Queue = { items: Queued[]; counts: Record<QueueKind, Count>; next: string | null }

/**
 * What waits for a moderator, most urgent first (urgency.ts), a page at a time, and how many of each kind wait. Nine
 * queries at most, however much waits; nothing for whoever is no moderator.
 * @param kind this kind alone
 * @param after `next` of the page before
 */
export async function listQueue(viewer: Viewer, { kind, after }: { kind?: QueueKind; after?: string } = {}): Promise<Queue> {
  const counts = Object.fromEntries(queueKinds.map((each) => [each, { all: 0, long: 0 }])) as Queue['counts']
  if (!viewer || !isModerator(viewer)) return { items: [], counts, next: null }
  const [rows, counted] = await Promise.all([
    db.execute<Row>(sql`
      select kind, about, id, since, long, reports, rank, due from (${waiting}) waiting
      where ${kind ? sql`kind = ${kind}` : sql`true`} and ${isAfter(after)}
      order by rank, due, id limit ${queueAPage + 1}`),
    db.execute<{ kind: QueueKind; all: number; long: number }>(sql`
      select kind, count(*)::int as all, (count(*) filter (where long))::int as long from (${waiting}) waiting group by kind`),
  ])
  for (const { kind, all, long } of counted) counts[kind] = { all, long }
  const page = rows.slice(0, queueAPage)
  const details = await detailsOf(viewer, page)
  return {
    items: page.flatMap(({ kind, about, id, since, long, reports }) => {
      const detail = details.get(id)
      return detail ? [{ kind, about, id, since: new Date(since), long, reports, ...detail } as Queued] : []
    }),
    counts,
    next: rows.length > queueAPage ? placeOf(page.at(-1)!) : null,
  }
}

type Row = { kind: QueueKind; about: ContentKind | null; id: string; since: string; long: boolean; reports: number; rank: number; due: string }

const placeOf = ({ rank, due, id }: Row) => `${rank}~${due}~${id}`
const place = /^([01])~(\d{1,18})~([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/
/** Whether a row stands after a place; a place that is none begins at the top. */
function isAfter(after: string | undefined) {
  const [, rank, due, id] = place.exec(after ?? '') ?? []
  return id ? sql`(rank, due, id) > (${rank}::int, ${due}::bigint, ${id}::uuid)` : sql`true`
}

/** The cases that stand before and after one in the queue; null at its ends, and where it does not wait. */
export async function getNeighbours(viewer: Viewer, contentId: string): Promise<{ before: Content | null; after: Content | null }> {
  const none = { before: null, after: null }
  if (!viewer || !isModerator(viewer)) return none
  const one = sql`json_build_object('about', about, 'id', id)`
  const [found] = await db.execute<{ before: Content | null; after: Content | null }>(sql`
    select before, after from (
      select id, lag(${one}) over urgent as before, lead(${one}) over urgent as after from (${waiting}) waiting
      where about is not null window urgent as (order by rank, due, id)
    ) ordered where id = ${contentId}`)
  return found ? { before: found.before, after: found.after } : none
}
