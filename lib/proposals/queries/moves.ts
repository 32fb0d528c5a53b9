import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { organisationMembers } from '../../organisations/tables'
import type { Person } from '../../person'
import { proposalAppeals, proposalMoves, proposals } from '../tables'

/** What happened to a proposal, oldest first, and who did it: for its members and for the desk. */
export async function listMoves(_viewer: Person, id: string) {
  return db
    .select({ id: proposalMoves.id, move: proposalMoves.move, at: proposalMoves.at, reason: proposalMoves.reason, completeBy: proposalMoves.completeBy, by: people.name })
    .from(proposalMoves)
    .innerJoin(people, eq(people.id, proposalMoves.byId))
    .where(eq(proposalMoves.proposalId, id))
    .orderBy(asc(proposalMoves.id))
}

/** The appeal against its rejection, for its members and for the desk; null when there is none. */
export async function getAppeal(_viewer: Person, id: string) {
  const { proposalId: _, againstId: __, ...columns } = getTableColumns(proposalAppeals)
  const [appeal] = await db.select(columns).from(proposalAppeals).where(eq(proposalAppeals.proposalId, id))
  return appeal ?? null
}

/** Whether somebody belongs to the proposal's organisation. */
export const isMember = (viewer: Person) =>
  sql<boolean>`exists (select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${proposals.organisationId} and ${organisationMembers.personId} = ${viewer.id})`

/** Whether they only speak for that organisation. */
export const readsOnly = (viewer: Person) =>
  sql<boolean>`exists (select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${proposals.organisationId} and ${organisationMembers.personId} = ${viewer.id} and ${organisationMembers.role} = 'member')`
