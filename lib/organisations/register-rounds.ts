import { and, eq, lte, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { client, db } from '../db'
import { env } from '../env'
import { Refusal } from '../refusal'
import { recordRegisterCheck } from './commands/register'
import { askRegister } from './register'
import { organisations } from './tables'

/**
 * Asks the register about every organisation whose time has come: newly registered, a year after the last answer, a day
 * after none. Several instances may do so at once: each organisation is taken by one of them.
 * @param only about this one alone
 */
export async function askDueRegisters(only?: string): Promise<void> {
  if (!env.registerUrl) return
  for (let due = await take(only); due; due = only ? undefined : await take()) {
    const answer = await askRegister(due.krs)
    if (!answer) return
    await recordRegisterCheck(await systemPerson(), { id: due.id, ...answer }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // It was refused or deleted meanwhile.
    })
  }
}

/** Takes one that is due for ten minutes; whoever takes it and fails leaves it to the next. */
async function take(only?: string) {
  const next = db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(lte(organisations.registerDueAt, sql`now()`), only ? eq(organisations.id, only) : undefined))
    .orderBy(organisations.registerDueAt)
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await db
    .update(organisations)
    .set({ registerDueAt: sql`now() + interval '10 minutes'` })
    .where(eq(organisations.id, sql`(${next})`))
    .returning({ id: organisations.id, krs: sql<string>`${organisations.krs}` })
  return taken
}

/** Asks as soon as somebody registers, and looks each hour for those whose year is over. Called once by the server. */
export async function keepAskingRegister(): Promise<void> {
  let round = Promise.resolve()
  const look = () => {
    round = round.then(() => askDueRegisters()).catch((error: unknown) => console.error('The register could not be asked; trying again in an hour.', error))
  }
  setInterval(look, 3_600_000).unref()
  await client.listen('register', look, look)
}
