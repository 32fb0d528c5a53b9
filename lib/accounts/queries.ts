import { and, eq, gt, sql } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { canonicalEmail } from './rules'
import { linkHashOf } from './secrets'
import { drafts, people, signInLinks } from './tables'

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

/** Whether a mailed link to sign in can still be used; looking uses nothing up. */
export async function linkLives(_viewer: Viewer, { token, email }: { token: string; email: string }): Promise<boolean> {
  return (await db.$count(signInLinks, and(eq(signInLinks.tokenHash, linkHashOf(token)), eq(signInLinks.emailCanonical, canonicalEmail(email) ?? ''), gt(signInLinks.expiresAt, sql`now()`)))) > 0
}
