import { desc, eq, or, sql } from 'drizzle-orm'
import { people, roleGrants } from '../../accounts/tables'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import type { Role, Viewer } from '../../person'
import { sanctionsInForce } from '../in-force'
import { isModerator } from '../rules'
import { decisions } from '../tables'

const recordAtMost = 50

/**
 * What a decision about somebody needs: how long they are here, what counts now, what was decided about them and their
 * comments. Nothing of their votes.
 * @returns null for whoever is no moderator, and where there is no such person
 */
export async function getPersonRecord(viewer: Viewer, personId: string) {
  if (!viewer || !isModerator(viewer)) return null
  const [somebody] = await db
    .select({
      id: people.id,
      name: people.name,
      joinedAt: people.joinedAt,
      erased: sql<boolean>`${people.erasedAt} is not null`,
      roles: sql<Role[]>`(select coalesce(array_agg(role), '{}') from ${roleGrants} where person_id = ${personId})`,
      own: sql<boolean>`people.id = ${viewer.id} or exists (select from organisation_members theirs join organisation_members ours using (organisation_id) where theirs.person_id = ${personId} and ours.person_id = ${viewer.id})`,
      comments: sql<number>`(select count(*)::int from (select from ${comments} where author_id = ${personId} and state = 'shown' limit 1000) shown)`,
    })
    .from(people)
    .where(eq(people.id, personId))
  if (!somebody) return null
  const [inForce, record] = await Promise.all([
    sanctionsInForce(db, personId),
    db
      .select({ id: decisions.id, kind: decisions.kind, ground: decisions.ground, sentence: decisions.sentence, at: decisions.at, moderator: people.name, commentId: decisions.commentId })
      .from(decisions)
      .innerJoin(people, eq(people.id, decisions.moderatorId))
      .where(or(eq(decisions.personId, personId), eq(decisions.authorId, personId)))
      .orderBy(desc(decisions.at))
      .limit(recordAtMost),
  ])
  return { ...somebody, inForce, decisions: record, newest: record.find(({ commentId }) => !commentId)?.id ?? null }
}
export type PersonRecord = NonNullable<Awaited<ReturnType<typeof getPersonRecord>>>
