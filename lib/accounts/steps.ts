import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { people, sessions, signInLinks } from './tables'

/** What moderation has decided about somebody, as it counts now. */
export type Restrictions = Pick<typeof people.$inferSelect, 'suspendedUntil' | 'bannedAt' | 'slowedUntil' | 'slowMinutes' | 'warnedAt'>

/** Writes down how somebody is restricted; whoever is banned is signed out everywhere, and links mailed to them are void. */
export async function restrict(tx: Tx, personId: string, restrictions: Restrictions): Promise<void> {
  await tx.update(people).set(restrictions).where(eq(people.id, personId))
  if (!restrictions.bannedAt) return
  await tx.delete(sessions).where(eq(sessions.personId, personId))
  await tx.delete(signInLinks).where(inArray(signInLinks.emailCanonical, tx.select({ email: sql<string>`${people.emailCanonical}` }).from(people).where(eq(people.id, personId))))
}
