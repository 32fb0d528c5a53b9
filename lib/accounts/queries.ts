import { and, eq, gt, sql } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { drafts, people } from './tables'

/** The viewer's own address, for their account page alone. */
export async function getOwnEmail(viewer: Viewer): Promise<string | null> {
  if (!viewer) return null
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, viewer.id))
  return person?.email ?? null
}

/** What somebody wrote before signing in; whoever has its key may read it, for a day. */
export async function getDraft(_viewer: Viewer, key: string): Promise<{ form: string; values: Record<string, string> } | null> {
  const [draft] = await db
    .select({ form: drafts.form, values: drafts.values })
    .from(drafts)
    .where(and(eq(drafts.id, key), gt(drafts.expiresAt, sql`now()`)))
  return draft ?? null
}
