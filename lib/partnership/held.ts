import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { isPublic } from '../organisations/public'
import { actsFor } from '../organisations/speaking'
import { organisations } from '../organisations/tables'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import type { Asking, PartnerCallStanding, RequestStanding, RequestState } from './rules'
import { partnerCalls, partnerRequests } from './tables'

/** A proposal that a partner can still join: public, and not over. */
export const wantsPartners = sql<boolean>`${proposals.state} in ('published', 'accepted', 'inProgress')`
/** Whether a call takes no more requests: it was ended, or its last day is over by the city's clock. */
export const isClosed = sql<boolean>`(${partnerCalls.closedAt} is not null or ${partnerCalls.until} < (now() at time zone 'Europe/Warsaw')::date)`
export const stateOfRequest = sql<RequestState>`case
  when ${partnerRequests.endedAt} is not null then 'ended'
  when ${partnerRequests.withdrawnAt} is not null then 'withdrawn'
  when ${partnerRequests.accepted} then 'accepted'
  when ${partnerRequests.answeredAt} is not null then 'declined'
  else 'waiting' end`

/** The organisation, and that the proposal is its own and public, where there is one. */
export async function whoLooks(tx: Tx, { organisationId, proposalId }: { organisationId: string; proposalId: string | null }, person: Person) {
  const [organisation] = await tx.select({ acts: actsFor(organisations.id, person.id) }).from(organisations).where(eq(organisations.id, organisationId))
  if (!organisation || !proposalId) return organisation
  const [proposal] = await tx.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.id, proposalId), eq(proposals.organisationId, organisationId), wantsPartners))
  return proposal && organisation
}

/** A call, held. */
export async function partnerCallHeld(tx: Tx, { id }: { id: string }, person: Person): Promise<(PartnerCallStanding & { organisationId: string }) | undefined> {
  const [call] = await tx
    .select({ organisationId: partnerCalls.organisationId, closed: sql<boolean>`${partnerCalls.closedAt} is not null`, acts: actsFor(partnerCalls.organisationId, person.id) })
    .from(partnerCalls)
    .where(eq(partnerCalls.id, id))
    .for('update')
  return call
}

/** A call as an organisation that would answer it stands to it. */
export async function whoAsks(tx: Tx, { callId, organisationId }: { callId: string; organisationId: string }, person: Person): Promise<(Asking & { callOrganisationId: string }) | undefined> {
  const [call] = await tx
    .select({ callOrganisationId: partnerCalls.organisationId, closed: isClosed })
    .from(partnerCalls)
    .innerJoin(organisations, and(eq(organisations.id, partnerCalls.organisationId), isPublic))
    .where(eq(partnerCalls.id, callId))
    .for('share', { of: partnerCalls })
  const [asking] = await tx.select({ acts: actsFor(organisations.id, person.id) }).from(organisations).where(eq(organisations.id, organisationId))
  return call && asking && { ...call, ...asking, oneself: call.callOrganisationId === organisationId }
}

export type HeldRequest = RequestStanding & { callId: string; organisationId: string; callOrganisationId: string; proposalId: string | null }

/** A request, held; undefined for whoever acts for neither of the two: it is between them. */
export async function requestHeld(tx: Tx, { id }: { id: string }, person: Person): Promise<HeldRequest | undefined> {
  const [request] = await tx
    .select({
      callId: partnerRequests.callId,
      organisationId: partnerRequests.organisationId,
      callOrganisationId: partnerRequests.callOrganisationId,
      proposalId: partnerCalls.proposalId,
      asked: actsFor(partnerRequests.organisationId, person.id),
      answers: actsFor(partnerRequests.callOrganisationId, person.id),
      state: stateOfRequest,
    })
    .from(partnerRequests)
    .innerJoin(partnerCalls, eq(partnerCalls.id, partnerRequests.callId))
    .where(eq(partnerRequests.id, id))
    .for('update', { of: partnerRequests })
  return request && (request.asked || request.answers) ? request : undefined
}
