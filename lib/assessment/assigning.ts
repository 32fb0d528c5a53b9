import { and, eq, isNull, sql } from 'drizzle-orm'
import { people, roleGrants } from '../accounts/tables'
import type { Tx } from '../db'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import { isOwn, proposalAssessed } from './held'
import type { Assigning } from './rules'
import { resultSoFar, setOf } from './standing'
import { assessors } from './tables'

type Asked = { proposalId: string; personId: string }

/** A proposal, held, with what is to be known before somebody is assigned to it. */
export async function assigning(tx: Tx, input: Asked, person: Person) {
  const proposal = await proposalAssessed(tx, input, person)
  if (!proposal) return undefined
  const set = await setOf(tx, input.proposalId)
  return { ...proposal, setId: set?.id, candidate: await candidateOf(tx, input, person), place: set ? await freePlace(tx, input.proposalId, proposal.round) : null }
}

/** Whether somebody can assess a proposal, and if not, why. */
async function candidateOf(tx: Tx, { proposalId, personId }: Asked, coordinator: Person): Promise<Assigning['candidate']> {
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
