import { and, eq } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { everyone } from '../../policy'
import { roleIn, teamHeld, type Team } from '../membership'
import { organisationMembers } from '../tables'
import { canManageOther, canManageTeam, memberOnly, organisationOnly, roleInput, type AboutMember, type MemberRole } from '../team'

/** What to say where the database keeps the last owner. */
const lastOwner = { organisation_members_keep_owner: { key: 'team.objection.lastOwner' } } as const

type Ids = { organisationId: string; personId: string }
const membership = ({ organisationId, personId }: Ids) => and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, personId))
const setRole = (tx: Tx, ids: Ids, role: MemberRole) => tx.update(organisationMembers).set({ role }).where(membership(ids))

/** The team, with the member whom it is about; undefined when either is not there for this person. */
async function memberHeld(tx: Tx, ids: Ids, person: Person): Promise<(Team & AboutMember) | undefined> {
  const team = await teamHeld(tx, ids, person)
  return team && (await roleIn(tx, ids.organisationId, ids.personId)) ? { ...team, oneself: ids.personId === person.id } : undefined
}

/** Gives a member another role, oneself too while somebody else owns the organisation. */
export const changeRole = command({
  event: 'organisation.role-changed',
  input: roleInput,
  load: memberHeld,
  allow: canManageTeam,
  async run({ tx, input }) {
    await setRole(tx, input, input.role)
    return { id: input.organisationId }
  },
  conflicts: lastOwner,
})

/** Hands the organisation over: the other one owns it from now on, and whoever does this goes on as an editor. */
export const handOver = command({
  event: 'organisation.handed-over',
  input: memberOnly,
  load: memberHeld,
  allow: canManageOther,
  async run({ tx, person, input }) {
    await setRole(tx, input, 'owner')
    await setRole(tx, { ...input, personId: person.id }, 'editor')
    return { id: input.organisationId }
  },
  conflicts: lastOwner,
})

/** Takes somebody else out of the team; what they said in its name stays the organisation's. */
export const removeMember = command({
  event: 'organisation.member-removed',
  input: memberOnly,
  load: memberHeld,
  allow: canManageOther,
  async run({ tx, input }) {
    await tx.delete(organisationMembers).where(membership(input))
    return { id: input.organisationId }
  },
  conflicts: lastOwner,
})

/** Leaves an organisation; its last owner cannot (constraint). */
export const leaveOrganisation = command({
  event: 'organisation.left',
  input: organisationOnly,
  load: teamHeld,
  allow: everyone,
  async run({ tx, person, input }) {
    await tx.delete(organisationMembers).where(membership({ ...input, personId: person.id }))
    return { id: input.organisationId }
  },
  conflicts: lastOwner,
})
