import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import { people, roleGrants } from '../../accounts/tables'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import type { Role, Viewer } from '../../person'
import type { Outcome } from '../appealing'
import { sanctionsInForce } from '../in-force'
import { isModerator } from '../rules'
import { banProposals } from '../sanction-tables'
import { banWaits } from '../somebody'
import { decisions, warningsRead } from '../tables'

const recordAtMost = 50

/**
 * What a decision about somebody needs: how long they are here, what counts now and what waits for a second moderator, every
 * sanction with what became of it, what was decided about their comments. Nothing of their votes.
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
      newest: sql<string | null>`(select newest.id from decisions newest where newest.person_id = ${personId} order by newest.at desc limit 1)`,
    })
    .from(people)
    .where(eq(people.id, personId))
  if (!somebody) return null
  const [inForce, [ban], sanctions, record] = await Promise.all([
    sanctionsInForce(db, personId),
    db
      .select({ id: banProposals.id, ground: banProposals.ground, law: banProposals.law, sentence: banProposals.sentence, proposedAt: banProposals.proposedAt, expiresAt: banProposals.expiresAt, suspensionId: banProposals.suspensionId, proposedBy: people.name, proposedBySelf: sql<boolean>`${banProposals.proposedById} = ${viewer.id}` })
      .from(banProposals)
      .innerJoin(people, eq(people.id, banProposals.proposedById))
      .where(and(eq(banProposals.personId, personId), banWaits)),
    db
      .select({
        id: decisions.id, kind: decisions.kind, at: decisions.at, until: decisions.until, origin: decisions.origin, readAt: warningsRead.at,
        undoneAt: sql<Date | null>`(select undoing.at from decisions undoing where undoing.undoes_id = ${decisions.id})`.mapWith(decisions.at),
        appeal: sql<Outcome | 'waiting' | null>`(select coalesce(appeals.outcome, 'waiting') from appeals where appeals.decision_id = ${decisions.id} and appeals.side = 'author')`,
      })
      .from(decisions)
      .leftJoin(warningsRead, eq(warningsRead.decisionId, decisions.id))
      .where(and(eq(decisions.personId, personId), sql`${decisions.kind} <> 'lift'`))
      .orderBy(asc(decisions.at)),
    db
      .select({ id: decisions.id, kind: decisions.kind, ground: decisions.ground, sentence: decisions.sentence, at: decisions.at, moderator: people.name, commentId: decisions.commentId })
      .from(decisions)
      .innerJoin(people, eq(people.id, decisions.moderatorId))
      .where(or(eq(decisions.personId, personId), eq(decisions.authorId, personId)))
      .orderBy(desc(decisions.at))
      .limit(recordAtMost),
  ])
  return { ...somebody, inForce, ban: ban ?? null, sanctions, decisions: record }
}
export type PersonRecord = NonNullable<Awaited<ReturnType<typeof getPersonRecord>>>
