import { and, eq, isNull, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { proposalForwarded } from '../held'
import { forwardInput, mayForward, mayReturn, returnInput } from '../rules'
import { departments, forwardings } from '../tables'

/** Asks a department for its word, with what is asked and by when. */
export const forwardToDepartment = command({
  event: 'proposal.forwarded',
  input: forwardInput,
  limit: { max: 300, minutes: 60 },
  load: proposalForwarded,
  allow: mayForward,
  async run({ tx, person, input }) {
    const [open] = await tx.select({ code: departments.code }).from(departments).where(and(eq(departments.code, input.department), isNull(departments.closedAt)))
    if (!open) throw new Refusal('invalid', { key: 'objection.checkTheForm' }, { department: [{ key: 'assessment.problem.department' }] })
    await tx.insert(forwardings).values({ ...input, forwardedById: person.id })
    return { id: input.proposalId, proposalId: input.proposalId }
  },
  conflicts: { forwardings_one_at_a_time: { key: 'assessment.objection.forwarded' } },
})

/** Gives it back, with what the department says. */
export const returnFromDepartment = command({
  event: 'proposal.forwarding-returned',
  input: returnInput,
  limit: { max: 300, minutes: 60 },
  load: forwardingHeld,
  allow: mayReturn,
  async run({ tx, person, input, subject }) {
    await tx.update(forwardings).set({ returnedAt: sql`now()`, returnedById: person.id, returnNote: input.note }).where(eq(forwardings.id, input.forwardingId))
    return { id: subject.proposalId, proposalId: subject.proposalId }
  },
})

async function forwardingHeld(tx: Tx, { forwardingId }: { forwardingId: string }, person: Person) {
  const [forwarding] = await tx.select({ proposalId: forwardings.proposalId }).from(forwardings).where(eq(forwardings.id, forwardingId))
  const proposal = forwarding && (await proposalForwarded(tx, forwarding, person))
  if (!proposal) return undefined
  const [open] = await tx.select({ id: forwardings.id }).from(forwardings).where(and(eq(forwardings.id, forwardingId), isNull(forwardings.returnedAt)))
  return { ...proposal, proposalId: forwarding.proposalId, forwarded: !!open }
}
