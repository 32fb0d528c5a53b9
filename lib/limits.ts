import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { client } from './db'
import { currentNetwork } from './network'
import { Refusal } from './refusal'

export type Limit = { max: number; minutes: number }

/**
 * How often a change may be tried. `max` is for one person (or whoever `per` names). Their network may try as often as
 * `peopleBehindOne` such people, so that a school or a library behind one address is not shut out, where `network` says
 * nothing else; everybody together, where `everyone` says so.
 */
export type Tries<Input> = Limit & {
  per?: (input: Input) => string
  network?: Limit
  everyone?: Limit
  /** The organisation that it is done for: all its people together may try as often as five of them. */
  organisation?: (input: Input) => string | null | undefined
}

const peopleBehindOne = 30
const peopleOfOrganisation = 5

/**
 * Counts one try of a change by whoever tries it, by their network and by everybody.
 * @param name what is tried, such as `comment.posted`
 * @param personId null for whoever is not signed in: where `per` does not name them either, their network counts as one person
 * @throws Refusal `too-many` with the minutes to wait
 */
export async function countTry<Input>(name: string, tries: Tries<Input>, personId: string | null, input: Input): Promise<void> {
  const who = tries.per?.(input) ?? personId
  const network = currentNetwork()
  const ofNetwork = tries.network ?? (who ? times(tries, peopleBehindOne) : tries)
  const counted = await Promise.allSettled([
    who && countTowards(name, who, tries),
    network && countTowards(`${name}@`, network, ofNetwork),
    tries.everyone && countTowards(`${name}*`, 'everyone', tries.everyone),
  ])
  const refused = counted.find((count) => count.status === 'rejected')
  if (refused) throw refused.reason
}

/** Counts one change for the organisation that it is done for, if it is; only once the policy has agreed, or outsiders could use up what is others'. */
export async function countForOrganisation<Input>(name: string, tries: Tries<Input>, input: Input, agreed: () => Promise<unknown>): Promise<void> {
  const organisation = tries.organisation?.(input)
  if (!organisation) return
  await agreed()
  await countTowards(`${name}&`, organisation, times(tries, peopleOfOrganisation))
}

const times = ({ max, minutes }: Limit, people: number): Limit => ({ max: max * people, minutes })

/**
 * Counts one try against a limit, in PostgreSQL and outside any transaction, so that refusals count too and all
 * instances count together.
 * @param who whose tries: a person's id, a keyed hash of an address or a network; never these themselves
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

/** Counts one try, and tells whether it was within the limit: for where nobody may learn that it was not. */
export const isWithin = (name: string, who: string, limit: Limit): Promise<boolean> =>
  countTowards(name, who, limit).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

const limiters = new Map<string, RateLimiterPostgres>()

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
