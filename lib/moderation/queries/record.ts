import { and, desc, eq, or, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { isModerator } from '../rules'
import { decisions } from '../tables'

const shownAtMost = 5

/**
 * What a moderator should know of whoever wrote something: since when they have been here, how many voices of theirs can be
 * read, how often something of theirs was judged and how, and the newest of these decisions. Nothing of their votes.
 * @param beside the comment in question, whose own decisions are shown elsewhere
 */
export async function getRecord(viewer: Viewer, authorId: string, beside: string) {
  if (!viewer || !isModerator(viewer)) return null
  const theirs = and(or(eq(decisions.authorId, authorId), eq(decisions.personId, authorId)), sql`${decisions.commentId} is distinct from ${beside}`)
  const [[author], counted, newest] = await Promise.all([
    db
      .select({ joinedAt: people.joinedAt, suspendedUntil: sql<Date | null>`case when ${people.suspendedUntil} > now() then ${people.suspendedUntil} end`.mapWith(people.suspendedUntil), erased: sql<boolean>`${people.erasedAt} is not null`, voices: sql<number>`(select count(*)::int from comments where comments.author_id = people.id and comments.state = 'shown' and comments.id <> ${beside})` })
      .from(people)
      .where(eq(people.id, authorId)),
    db.select({ kind: decisions.kind, count: sql<number>`count(*)::int` }).from(decisions).where(theirs).groupBy(decisions.kind),
    db.select({ id: decisions.id, kind: decisions.kind, ground: decisions.ground, sentence: decisions.sentence, at: decisions.at, commentId: decisions.commentId }).from(decisions).where(theirs).orderBy(desc(decisions.at)).limit(shownAtMost),
  ])
  return author ? { id: authorId, ...author, counted, newest } : null
}
export type AuthorRecord = NonNullable<Awaited<ReturnType<typeof getRecord>>>
