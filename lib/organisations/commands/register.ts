import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isAdmin, notSuspended } from '../../accounts/rules'
import { command } from '../../command'
import type { Tx } from '../../db'
import { all } from '../../policy'
import { isAlarming, registerEntry, registerOutcomes } from '../register-entry'
import { canSeeDesk } from '../rules'
import { askRegisterSoon } from '../steps'
import { organisations, registerChecks } from '../tables'

/** An organisation that is in the register, held. */
async function registered(tx: Tx, { id }: { id: string }) {
  const [organisation] = await tx.select({ krs: organisations.krs, refusedAt: organisations.refusedAt }).from(organisations).where(eq(organisations.id, id)).for('update')
  return organisation?.krs && !organisation.refusedAt ? { krs: organisation.krs } : undefined
}

/** Has the register asked once more, soon. */
export const askRegisterAgain = command({
  event: 'organisation.register-wanted',
  input: z.strictObject({ id: z.uuid('problem.invalid') }),
  limit: { max: 30, minutes: 10 },
  load: registered,
  allow: all<unknown>(canSeeDesk, notSuspended),
  async run({ tx, input }) {
    await tx.update(organisations).set({ registerDueAt: sql`now()` }).where(eq(organisations.id, input.id))
    await askRegisterSoon(tx)
    return { id: input.id }
  },
})

/** Writes down what the register answered, and when it is to be asked again: after a year, or after a day when there was no answer. */
export const recordRegisterCheck = command({
  event: 'organisation.register-asked',
  input: z.strictObject({ id: z.uuid(), outcome: z.enum(registerOutcomes), entry: registerEntry.nullable() }).refine(({ outcome, entry }) => (outcome === 'found') === (entry !== null)),
  load: registered,
  allow: isAdmin,
  async run({ tx, input: { id, outcome, entry }, subject }) {
    await tx.insert(registerChecks).values({ organisationId: id, krs: subject.krs, outcome, entry, alarming: isAlarming(outcome, entry) })
    const again = outcome === 'unreachable' || outcome === 'garbled' ? sql`interval '1 day'` : sql`interval '1 year'`
    await tx.update(organisations).set({ registerDueAt: sql`now() + ${again}` }).where(eq(organisations.id, id))
    return { id }
  },
})

/** Notes at the desk that somebody has seen what the register says. */
export const noteRegisterCheck = command({
  event: 'organisation.register-noted',
  input: z.strictObject({ id: z.uuid('problem.invalid') }),
  async load(tx, { id }) {
    const [check] = await tx.select({ id: registerChecks.id }).from(registerChecks).where(and(eq(registerChecks.id, id), isNull(registerChecks.seenAt))).for('update')
    return check
  },
  allow: all<unknown>(canSeeDesk, notSuspended),
  async run({ tx, person, input }) {
    await tx.update(registerChecks).set({ seenAt: sql`now()`, seenById: person.id }).where(eq(registerChecks.id, input.id))
    return input
  },
})
