import { and, eq, isNull, sql } from 'drizzle-orm'
import { people, roleGrants } from '../accounts/tables'
import type { Tx } from '../db'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import { isOwn } from './held'
import type { Assigning } from './rules'
import { resultSoFar } from './standing'
import { assessors } from './tables'

/** Whether somebody can assess a proposal, and if not, why. */
export async function candidateOf(tx: Tx, { proposalId, personId }: { proposalId: string; personId: string }, coordinator: Person): Promise<Assigning['candidate']> {
  if (personId === coordinator.id) return 'oneself'
  const [found] = await tx
    .select({ own: isOwn(personId), before: sql<boolean>`exists (select 1 from ${assessors} where ${assessors.proposalId} = ${proposalId} and ${assessors.personId} = ${personId})` })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, 'official')))
    .innerJoin(proposals, eq(proposals.id, proposalId))
    .where(and(eq(people.id, personId), isNull(people.erasedAt)))
  return !found ? 'not-official' : found.own ? 'of-the-organisation' : found.before ? 'assigned-before' : 'fit'
}

/** The next place that waits for somebody: the first or the second; the third once the two cards are in and differ. */
export async function freePlace(tx: Tx, proposalId: string, round: number): Promise<1 | 2 | 3 | null> {
  const held = await tx.select({ place: assessors.place }).from(assessors).where(and(eq(assessors.proposalId, proposalId), eq(assessors.round, round), isNull(assessors.freedAt)))
  const free = ([1, 2, 3] as const).find((place) => !held.some((each) => each.place === place))
  if (free !== 3) return free ?? null
  return (await resultSoFar(tx, proposalId))?.wants === 'third' ? 3 : null
}
