import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isSystem, notSuspended } from '../../accounts/rules'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { all } from '../../policy'
import { isAlarming, registerEntry, registerOutcomes } from '../register-entry'
import { roleIn } from '../membership'
import { canSeeDesk, isOutsider } from '../rules'
import { organisations, registerChecks } from '../tables'

/** An organisation that is in the register, held. */
async function registered(tx: Tx, { id }: { id: string }) {
  const [organisation] = await tx.select({ krs: organisations.krs, refusedAt: organisations.refusedAt }).from(organisations).where(eq(organisations.id, id)).for('update')
  return organisation?.krs && !organisation.refusedAt ? { krs: organisation.krs } : undefined
}

/** Evidence comes from the register, not from people. */

/** Has the register asked once more, soon. */
export const askRegisterAgain = command({
  event: 'organisation.register-wanted',
  input: z.strictObject({ id: z.uuid('problem.invalid') }),
  limit: { max: 30, minutes: 10 },
  load: registered,
  allow: all<unknown>(canSeeDesk, notSuspended),
  async run({ tx, input }) {
    await tx.update(organisations).set({ registerDueAt: sql`now()` }).where(eq(organisations.id, input.id))
    return { id: input.id }
  },
})

/** Writes down what the register answered, and when it is to be asked again: after a year, or after a day when there was no answer. */
export const recordRegisterCheck = command({
  event: 'organisation.register-asked',
  input: z.strictObject({ id: z.uuid(), outcome: z.enum(registerOutcomes), entry: registerEntry.nullable() }).refine(({ outcome, entry }) => (outcome === 'found') === (entry !== null)),
  load: registered,
  allow: isSystem,
  async run({ tx, input: { id, outcome, entry }, subject }) {
    await tx.insert(registerChecks).values({ organisationId: id, krs: subject.krs, outcome, entry, alarming: isAlarming(outcome, entry) })
    const again = outcome === 'unreachable' || outcome === 'garbled' ? sql`interval '1 day'` : sql`interval '1 year'`
    await tx.update(organisations).set({ registerDueAt: sql`now() + ${again}` }).where(eq(organisations.id, id))
    return { id }
  },
})

/** An answer that nobody has noted yet, held, and whether it is about an organisation of the person's own. */
async function checkHeld(tx: Tx, { id }: { id: string }, person: Person) {
  const [check] = await tx.select({ organisationId: registerChecks.organisationId }).from(registerChecks).where(and(eq(registerChecks.id, id), isNull(registerChecks.seenAt))).for('update')
  return check && { ...check, isMember: !!(await roleIn(tx, check.organisationId, person.id)) }
}

/** Notes at the desk that somebody has seen what the register says. */
export const noteRegisterCheck = command({
  event: 'organisation.register-noted',
  input: z.strictObject({ id: z.uuid('problem.invalid') }),
  load: checkHeld,
  allow: all<{ isMember: boolean }>(canSeeDesk, notSuspended, isOutsider),
  async run({ tx, person, input, subject: { organisationId } }) {
    // Those before it too: keys sort by time.
    await tx.update(registerChecks).set({ seenAt: sql`now()`, seenById: person.id }).where(and(eq(registerChecks.organisationId, organisationId), lte(registerChecks.id, input.id), isNull(registerChecks.seenAt)))
    return input
  },
})
