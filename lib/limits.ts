import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { client } from './db'
import { Refusal } from './refusal'

export type Limit = { max: number; minutes: number }

const limiters = new Map<string, RateLimiterPostgres>()

/**
 * Counts one try against a limit, in PostgreSQL and outside any transaction, so that refusals count too and all
 * instances count together.
 * @param name what is counted, such as `comment.posted`
 * @param who whose tries: a person's id, a canonical address
 * @throws Refusal `too-many` with the minutes to wait
 */
export async function countTowards(name: string, who: string, { max, minutes }: Limit): Promise<void> {
  try {
    await limiterOf(name, { max, minutes }).consume(who)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Refusal('too-many', { key: 'objection.tooMany', values: { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) } })
  }
}

function limiterOf(name: string, { max, minutes }: Limit) {
  let limiter = limiters.get(name)
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      storeClient: { query: async ({ text, values }: { text: string; values: never[] }) => ({ rows: await client.unsafe(text, values, { prepare: true }) }) },
      storeType: 'client',
      tableName: 'limits',
      tableCreated: true,
      keyPrefix: name,
      points: max,
      duration: minutes * 60,
    })
    limiters.set(name, limiter)
  }
  return limiter
}

/** For what only reads: it goes on where a try cannot be counted (security.md A61), such as at a database that takes no writes. */
export async function evenUncounted(counting: Promise<void>): Promise<void> {
  await counting.catch((error: unknown) => {
    if (error instanceof Refusal) throw error
    console.error('Reading goes on uncounted, since tries cannot be counted.', error)
  })
}
