import { eq, sql } from 'drizzle-orm'
import { command } from '../command'
import { tag } from '../tags'
import { partnerCallHeld, requestHeld, whoAsks, whoLooks, type HeldRequest } from './held'
import { mailOrganisation } from './letter'
import { answerInput, endingInput, idInput, mayAnswer, mayClosePartnerCall, mayEnd, mayOpenPartnerCall, mayRequest, mayWithdraw, partnerCallInput, requestInput } from './rules'
import { partnerCalls, partnerRequests } from './tables'

/** A confirmed organisation says in public that it looks for a partner, by itself or for a public proposal of its own. */
export const openPartnerCall = command({
  event: 'partnerCall.opened',
  input: partnerCallInput,
  limit: { max: 20, minutes: 60, organisation: ({ organisationId }) => organisationId },
  load: whoLooks,
  allow: mayOpenPartnerCall,
  async run({ tx, person, input }) {
    const [call] = await tx.insert(partnerCalls).values({ ...input, createdById: person.id }).returning({ id: partnerCalls.id })
    return call!
  },
  touches: () => [tag.network],
})

/** Ends a call: no more requests. Those that came can still be answered. */
export const closePartnerCall = command({
  event: 'partnerCall.closed',
  input: idInput,
  load: partnerCallHeld,
  allow: mayClosePartnerCall,
  async run({ tx, person, input: { id } }) {
    await tx.update(partnerCalls).set({ closedAt: sql`now()`, closedById: person.id }).where(eq(partnerCalls.id, id))
    return { id }
  },
  touches: () => [tag.network],
})

/** Answers a call in an organisation's name, once; the other one hears of it. */
export const requestPartnership = command({
  event: 'partnership.requested',
  input: requestInput,
  limit: { max: 20, minutes: 60 },
  load: whoAsks,
  allow: mayRequest,
  async run({ tx, person, input, subject: { callOrganisationId } }) {
    await tx.insert(partnerRequests).values({ ...input, callOrganisationId, createdById: person.id })
    await mailOrganisation(tx, 'requested', input.callId, { to: callOrganisationId, from: input.organisationId, said: input.message })
    return { id: input.callId }
  },
  conflicts: { partner_requests_once: { key: 'partnership.objection.once' } },
})

/** Takes back a request that was not answered. */
export const withdrawPartnerRequest = command({
  event: 'partnership.withdrawn',
  input: idInput,
  load: requestHeld,
  allow: mayWithdraw,
  async run({ tx, input: { id }, subject }) {
    await tx.update(partnerRequests).set({ withdrawnAt: sql`now()` }).where(eq(partnerRequests.id, id))
    await mailOrganisation(tx, 'withdrawn', subject.callId, { to: subject.callOrganisationId, from: subject.organisationId })
    return { id: subject.callId }
  },
})

/** Accepts or declines a request, with words. An accepted one is a partnership, which everybody sees. */
export const answerPartnerRequest = command({
  event: 'partnership.answered',
  input: answerInput,
  load: requestHeld,
  allow: mayAnswer,
  async run({ tx, person, input: { id, decision, answer }, subject }) {
    const accepted = decision === 'accept'
    await tx.update(partnerRequests).set({ answeredAt: sql`now()`, answeredById: person.id, accepted, answer }).where(eq(partnerRequests.id, id))
    await mailOrganisation(tx, accepted ? 'accepted' : 'declined', subject.callId, { to: subject.organisationId, from: subject.callOrganisationId, said: answer })
    return { id: subject.callId }
  },
  touches: ({ subject }) => pagesOf(subject),
})

/** Ends a partnership, by either of the two, with a reason for the other. */
export const endPartnership = command({
  event: 'partnership.ended',
  input: endingInput,
  load: requestHeld,
  allow: mayEnd,
  async run({ tx, person, input: { id, reason }, subject }) {
    await tx.update(partnerRequests).set({ endedAt: sql`now()`, endedById: person.id, endedReason: reason }).where(eq(partnerRequests.id, id))
    const [to, from] = subject.asked ? [subject.callOrganisationId, subject.organisationId] : [subject.organisationId, subject.callOrganisationId]
    await mailOrganisation(tx, 'ended', subject.callId, { to, from, said: reason })
    return { id: subject.callId }
  },
  touches: ({ subject }) => pagesOf(subject),
})

/** The pages that name a partnership: of both organisations, and of the proposal it is for. */
const pagesOf = ({ organisationId, callOrganisationId, proposalId }: HeldRequest) => [tag.organisation(organisationId), tag.organisation(callOrganisationId), ...(proposalId ? [tag.proposal(proposalId)] : [])]
