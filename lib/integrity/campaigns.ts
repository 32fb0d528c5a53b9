import { and, lt, ne, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { Refusal } from '../refusal'
import { voteTraces } from '../voting/tables'
import { raiseFlag } from './commands/flags'
import { burstsFromNetworks, textsOfMany, votesOfNewAccounts, votesOfOneMailbox } from './finding'
import { recentComments, recentVotes, votersByAlias } from './windows'
import { flags } from './tables'

/** Looks at the last day and lays what looks like a campaign before people. Several instances may do so at once: what a flag knows is only added to. */
export async function lookForCampaigns(): Promise<void> {
  const found = [
    ...burstsFromNetworks(await recentVotes('network-burst')),
    ...votesOfNewAccounts(await recentVotes('new-accounts')),
    ...votesOfOneMailbox(await votersByAlias()),
    ...textsOfMany(await recentComments()),
  ]
  if (!found.length) return
  const system = await systemPerson()
  for (const flag of found) {
    await raiseFlag(system, flag).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // Somebody is deciding about it, or another instance was faster.
    })
  }
}

const daysKept = 30

/** Forgets where votes came from after thirty days, and by what flags knew networks and mailboxes. */
export async function forgetTraces(): Promise<void> {
  await db.delete(voteTraces).where(lt(voteTraces.at, sql`now() - ${daysKept} * interval '1 day'`))
  await db.update(flags).set({ cluster: sql`'forgotten-' || ${flags.id}` }).where(and(lt(flags.lastAt, sql`now() - ${daysKept} * interval '1 day'`), ne(sql`left(${flags.cluster}, 10)`, 'forgotten-')))
}

/** Looks each five minutes. Called once by the server. */
export async function keepLookingForCampaigns(): Promise<void> {
  const look = () => void lookForCampaigns().then(forgetTraces).catch((error: unknown) => console.error('Campaigns could not be looked for; trying again in five minutes.', error))
  setInterval(look, 300_000).unref()
  look()
}
