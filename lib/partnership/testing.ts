import { cityTime } from '../city-time'
import type { Person } from '../person'
import { aMember } from '../proposals/testing'
import { openPartnerCall, requestPartnership } from './commands'
import { listRequests } from './queries'

/** For tests: what a form for a call sends. */
export const aPartnerCallTyped = (organisationId: string, more: Record<string, string> = {}) => ({
  organisationId,
  title: 'Partner z salą na warsztaty',
  sought: 'Mamy prowadzących, szukamy sali.',
  field: '14',
  district: 'rubinkowo',
  until: cityTime(new Date(Date.now() + 14 * 86_400_000)).slice(0, 10),
  ...more,
})

type Side = { member: Person; organisationId: string }

/** For tests: an open call of one organisation, and another one. */
export async function aPartnerCall(more: Record<string, string> = {}): Promise<{ callId: string; looking: Side; other: Side }> {
  const [looking, other] = [await aMember(), await aMember()]
  const { id } = await openPartnerCall(looking.member, aPartnerCallTyped(looking.organisationId, more))
  return { callId: id, looking, other }
}

/** For tests: the same, answered by the other one. */
export async function aPartnerRequest(): Promise<{ callId: string; requestId: string; looking: Side; other: Side }> {
  const call = await aPartnerCall()
  await requestPartnership(call.other.member, { callId: call.callId, organisationId: call.other.organisationId, message: 'Mamy salę na parterze.' })
  const [request] = await listRequests(call.looking.member, call.callId)
  return { ...call, requestId: request!.id }
}
