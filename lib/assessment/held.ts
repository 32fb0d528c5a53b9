import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../db'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import { isCoordinator } from '../proposals/life-cycle'
import type { Assessed, Seat } from './rules'
import { currentRound } from './standing'
import { assessors, cards, forwardings } from './tables'

/** Whether a proposal is somebody's own: begun by them, or of an organisation they belong to, joint applicants included. */
export const isOwn = (personId: string | SQL) => sql<boolean>`is_own_proposal(${sql`${proposals.id}`}, ${personId})`

type ProposalAssessed = Assessed & { round: number; version: number }

/** The proposal, held against every other change of it: moves, decisions, cards. Undefined when there is none. */
export async function proposalAssessed(tx: Tx, { proposalId }: { proposalId: string }, person: Person): Promise<ProposalAssessed | undefined> {
  const [proposal] = await tx
    .select({ state: proposals.state, version: proposals.version, isOwn: isOwn(person.id), round: currentRound })
    .from(proposals)
    .where(and(eq(proposals.id, proposalId), ne(proposals.state, 'draft')))
    .for('update')
  return proposal
}

export type SeatHeld = Seat & ProposalAssessed & { proposalId: string; personId: string; dueOn: string }

/** An assessor's place, with its proposal held; undefined for whoever is neither its assessor nor may lead. */
export async function seatHeld(tx: Tx, { assessorId }: { assessorId: string }, person: Person): Promise<SeatHeld | undefined> {
  const leads = !isCoordinator(person, null) || person.roles.includes('system')
  const [found] = await tx.select({ proposalId: assessors.proposalId }).from(assessors).where(and(eq(assessors.id, assessorId), leads ? undefined : eq(assessors.personId, person.id)))
  const proposal = found && (await proposalAssessed(tx, found, person))
  if (!proposal) return undefined
  // Read once the proposal is held, or it could be what another change has just made old.
  const [seat] = await tx
    .select({ personId: assessors.personId, declaration: assessors.declaration, freedAt: assessors.freedAt, round: assessors.round, submittedAt: cards.submittedAt, dueOn: assessors.dueOn })
    .from(assessors)
    .leftJoin(cards, eq(cards.assessorId, assessors.id))
    .where(eq(assessors.id, assessorId))
  const { personId, declaration, freedAt, round, submittedAt, dueOn } = seat!
  return { ...proposal, proposalId: found.proposalId, personId, dueOn, declaration, isMine: personId === person.id, freed: !!freedAt || round !== proposal.round, submitted: !!submittedAt }
}

/** A proposal as it stands to forwarding. */
export async function proposalForwarded(tx: Tx, input: { proposalId: string }, person: Person) {
  const proposal = await proposalAssessed(tx, input, person)
  if (!proposal) return undefined
  const [open] = await tx.select({ id: forwardings.id }).from(forwardings).where(and(eq(forwardings.proposalId, input.proposalId), isNull(forwardings.returnedAt)))
  return { ...proposal, forwarded: !!open }
}
