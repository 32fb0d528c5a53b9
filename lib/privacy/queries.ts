import { and, asc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Viewer } from '../person'
import { ballots } from '../voting/tables'
import { ownDataIn } from './own-data'
import { personalCopies } from './tables'

/** What of the viewer's own would stay if they deleted their account, and what would become of their organisations. */
export async function getWhatStays(viewer: Viewer) {
  if (!viewer) return { comments: 0, ballots: 0, sanctioned: false, organisations: [] }
  const [written, cast, sanctions, memberships] = await Promise.all([
    db.$count(comments, eq(comments.authorId, viewer.id)),
    db.$count(ballots, eq(ballots.personId, viewer.id)),
    db.$count(people, and(eq(people.id, viewer.id), or(gt(people.suspendedUntil, sql`now()`), gt(people.slowedUntil, sql`now()`), isNotNull(people.bannedAt)))),
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
  return { comments: written, ballots: cast, sanctioned: sanctions > 0, organisations: memberships }
}

/** Where the viewer's own texts hold something that they can be known by, as `erasure.ts` would take it out: passages by comment, in the order of time. */
export async function listOwnData(viewer: Viewer): Promise<{ id: string; threadId: string; passages: string[] }[]> {
  if (!viewer) return []
  const [own] = await db.select({ name: people.name, email: people.email, emailCanonical: people.emailCanonical }).from(people).where(eq(people.id, viewer.id))
  const said = await db.select({ id: comments.id, threadId: comments.threadId, body: comments.body }).from(comments).where(eq(comments.authorId, viewer.id)).orderBy(asc(comments.id))
  return said.map(({ body, ...comment }) => ({ ...comment, passages: ownDataIn(body, own!) })).filter(({ passages }) => passages.length)
}

/** The viewer's own copy of their data, while it is made or can be fetched; nobody else's can be asked for. */
export async function getOwnCopy(viewer: Viewer) {
  if (!viewer) return null
  const [copy] = await db
    .select({ askedAt: personalCopies.askedAt, readyAt: personalCopies.readyAt, expiresAt: personalCopies.expiresAt, language: personalCopies.language, json: personalCopies.jsonKey, page: personalCopies.pageKey })
    .from(personalCopies)
    .where(and(eq(personalCopies.personId, viewer.id), or(isNull(personalCopies.expiresAt), gt(personalCopies.expiresAt, sql`now()`))))
  return copy ?? null
}
