import { asc, eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import { organisationMembers } from '../../organisations/tables'
import type { Person } from '../../person'
import { proposalMoves, proposals } from '../tables'

/** What happened to a proposal, oldest first: for its members and for moderators. */
export async function listMoves(_viewer: Person, id: string) {
  return db
    .select({ id: proposalMoves.id, move: proposalMoves.move, at: proposalMoves.at, reason: proposalMoves.reason })
    .from(proposalMoves)
    .where(eq(proposalMoves.proposalId, id))
    .orderBy(asc(proposalMoves.id))
}

/** Whether somebody belongs to the proposal's organisation. */
export const isMember = (viewer: Person) =>
  sql<boolean>`exists (select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${proposals.organisationId} and ${organisationMembers.personId} = ${viewer.id})`
