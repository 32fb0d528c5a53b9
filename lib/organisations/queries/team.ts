import { and, eq, isNull, sql } from 'drizzle-orm'
import { keyedHash } from '../../accounts/secrets'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { invitationState } from '../invitation-state'
import { organisationInvitations, organisationMembers, organisations } from '../tables'
import type { Invited, MemberRole } from '../team'

/** An organisation's team as one of it sees it: members by rank, and for owners the invitations that wait. Null for everybody else. */
export async function getTeam(viewer: Viewer, slug: string) {
  const own = viewer && (await membershipOf(viewer, slug))
  if (!own) return null
  const [members, invitations] = await Promise.all([
    db
      .select({ personId: organisationMembers.personId, name: people.name, role: organisationMembers.role, since: organisationMembers.since, isViewer: sql<boolean>`${people.id} = ${viewer.id}` })
      .from(organisationMembers)
      .innerJoin(people, eq(people.id, organisationMembers.personId))
      .where(eq(organisationMembers.organisationId, own.id))
      .orderBy(sql`array_position(array['owner', 'editor', 'member'], ${organisationMembers.role})`, organisationMembers.since),
    own.role === 'owner' ? waitingInvitations(own.id) : [],
  ])
  return { ...own, members, invitations }
}

const membershipOf = async (viewer: NonNullable<Viewer>, slug: string) => {
  const [own] = await db
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name, confirmed: sql<boolean>`${organisations.confirmedAt} is not null`, role: organisationMembers.role })
    .from(organisations)
    .innerJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, viewer.id)))
    .where(and(eq(organisations.slug, slug), isNull(organisations.refusedAt)))
  return own
}

const waitingInvitations = (organisationId: string) =>
  db
    .select({ id: organisationInvitations.id, email: organisationInvitations.email, role: organisationInvitations.role, invitedBy: people.name, expiresAt: organisationInvitations.expiresAt, state: invitationState })
    .from(organisationInvitations)
    .innerJoin(people, eq(people.id, organisationInvitations.invitedById))
    .where(and(eq(organisationInvitations.organisationId, organisationId), isNull(organisationInvitations.acceptedAt), isNull(organisationInvitations.withdrawnAt)))
    .orderBy(organisationInvitations.invitedAt)

/** An invitation as whoever holds its link sees it. `forThem`: it was sent to the viewer's mailbox; never to which, where it was not. */
export async function getInvitation(viewer: Viewer, token: string): Promise<(Invited & { organisation: string; slug: string; role: MemberRole; invitedBy: string | null; expiresAt: Date }) | null> {
  if (!token || token.length > 100) return null
  const viewerId = viewer?.id ?? null
  const [invitation] = await db
    .select({
      organisation: organisations.name,
      slug: organisations.slug,
      role: organisationInvitations.role,
      invitedBy: people.name,
      expiresAt: organisationInvitations.expiresAt,
      state: invitationState,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      forThem: sql<boolean>`exists (select 1 from people as invited where invited.id = ${viewerId}::uuid and invited.email_canonical = ${organisationInvitations.emailCanonical})`,
      alreadyIn: sql<boolean>`exists (select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${organisations.id} and ${organisationMembers.personId} = ${viewerId}::uuid)`,
    })
    .from(organisationInvitations)
    .innerJoin(organisations, eq(organisations.id, organisationInvitations.organisationId))
    .innerJoin(people, eq(people.id, organisationInvitations.invitedById))
    .where(eq(organisationInvitations.tokenHash, keyedHash('invitation', token)))
  return invitation ?? null
}
