import { asc, eq, sql } from 'drizzle-orm'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Viewer } from '../person'
import { ballots } from '../voting/tables'

/** What of the viewer's own would stay if they deleted their account, and what would become of their organisations. */
export async function getWhatStays(viewer: Viewer) {
  if (!viewer) return { comments: 0, ballots: 0, organisations: [] }
  const [written, cast, memberships] = await Promise.all([
    db.$count(comments, eq(comments.authorId, viewer.id)),
    db.$count(ballots, eq(ballots.personId, viewer.id)),
    db
      .select({
        name: organisations.name,
        confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
        onlyOwner: sql<boolean>`${organisationMembers.role} = 'owner' and not exists (select 1 from ${organisationMembers} as other where other.organisation_id = ${organisations.id} and other.person_id <> ${viewer.id} and other.role = 'owner')`,
        last: sql<boolean>`not exists (select 1 from ${organisationMembers} as other where other.organisation_id = ${organisations.id} and other.person_id <> ${viewer.id})`,
      })
      .from(organisationMembers)
      .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
      .where(eq(organisationMembers.personId, viewer.id))
      .orderBy(asc(organisations.name)),
  ])
  return { comments: written, ballots: cast, organisations: memberships }
}
