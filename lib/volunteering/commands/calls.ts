import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { actsFor } from '../../organisations/speaking'
import { organisations } from '../../organisations/tables'
import type { Person } from '../../person'
import { proposals } from '../../proposals/tables'
import { tag } from '../../tags'
import { callHeld, wantsPeople } from '../held'
import { mailVolunteers } from '../letter'
import { callChangeInput, callInput, closingInput, mayChangeCall, mayCloseCall, mayOpenCall } from '../rules'
import { peopleOn } from '../steps'
import { volunteerCalls, volunteerShifts } from '../tables'

/** A confirmed organisation asks for volunteers, by itself or for a public proposal of its own; at once public, with its first shift. */
export const openVolunteerCall = command({
  event: 'volunteerCall.opened',
  input: callInput,
  limit: { max: 20, minutes: 60, organisation: ({ organisationId }) => organisationId },
  load: whoAsks,
  allow: mayOpenCall,
  async run({ tx, person, input: { startsAt, endsAt, places, ...call } }) {
    const [opened] = await tx.insert(volunteerCalls).values({ ...call, createdById: person.id }).returning({ id: volunteerCalls.id })
    await tx.insert(volunteerShifts).values({ callId: opened!.id, startsAt, endsAt, places })
    return opened!
  },
  touches: () => [tag.volunteering],
})

/** The organisation, and that the proposal is its own and public, where there is one. */
async function whoAsks(tx: Tx, { organisationId, proposalId }: { organisationId: string; proposalId: string | null }, person: Person) {
  const [organisation] = await tx.select({ organises: actsFor(organisations.id, person.id) }).from(organisations).where(eq(organisations.id, organisationId))
  if (!organisation || !proposalId) return organisation
  const [proposal] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.id, proposalId), eq(proposals.organisationId, organisationId), wantsPeople))
  return proposal && organisation
}

/** Changes what a call says. Whoever has signed up hears of it when the place changed. */
export const changeVolunteerCall = command({
  event: 'volunteerCall.changed',
  input: callChangeInput,
  limit: { max: 30, minutes: 60 },
  load: callHeld,
  allow: mayChangeCall,
  async run({ tx, input: { id, ...call }, subject }) {
    await tx.update(volunteerCalls).set(call).where(eq(volunteerCalls.id, id))
    if (subject.place !== call.place) for (const shift of await shiftsAhead(tx, id)) await mailVolunteers(tx, 'changed', shift, await peopleOn(tx, shift))
    return { id }
  },
  touches: ({ input }) => [tag.volunteering, tag.volunteerCall(input.id)],
})

/** Ends a call: the shifts that are still to come are cancelled, and everybody on them hears why. */
export const closeVolunteerCall = command({
  event: 'volunteerCall.closed',
  input: closingInput,
  load: callHeld,
  allow: mayCloseCall,
  async run({ tx, person, input: { id, reason } }) {
    for (const shift of await shiftsAhead(tx, id)) {
      await tx.update(volunteerShifts).set({ cancelledAt: sql`clock_timestamp()`, cancelledReason: reason }).where(eq(volunteerShifts.id, shift))
      await mailVolunteers(tx, 'cancelled', shift, await peopleOn(tx, shift), reason)
    }
    await tx.update(volunteerCalls).set({ closedAt: sql`now()`, closedById: person.id, closedReason: reason }).where(eq(volunteerCalls.id, id))
    return { id }
  },
  touches: ({ input }) => [tag.volunteering, tag.volunteerCall(input.id)],
})

/** The shifts of a call that have not begun and were not cancelled, held. */
const shiftsAhead = async (tx: Tx, callId: string) =>
  (
    await tx
      .select({ id: volunteerShifts.id })
      .from(volunteerShifts)
      .where(and(eq(volunteerShifts.callId, callId), isNull(volunteerShifts.cancelledAt), gt(volunteerShifts.startsAt, sql`clock_timestamp()`)))
      .orderBy(volunteerShifts.id)
      .for('update')
  ).map(({ id }) => id)
