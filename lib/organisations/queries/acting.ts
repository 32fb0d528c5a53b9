import { asc, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { actsFor } from '../speaking'
import { organisations } from '../tables'

/** The confirmed organisations that the viewer acts for, as their owner or an editor, in the order of the alphabet. */
export async function listActingFor(viewer: Viewer): Promise<{ id: string; slug: string; name: string }[]> {
  if (!viewer) return []
  return db
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(actsFor(organisations.id, viewer.id))
    .orderBy(asc(sql`${organisations.name} collate "pl-x-icu"`))
}
