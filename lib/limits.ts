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
  const counters: Counter[] = []
  if (who) counters.push({ key: keyOf(name, who), ...tries })
  if (network) counters.push({ key: keyOf(`${name}@`, network), ...(tries.network ?? (who ? times(tries, peopleBehindOne) : tries)) })
  if (tries.everyone) counters.push({ key: keyOf(`${name}*`, 'everyone'), ...tries.everyone })
  await count(counters)
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
 * Counts one try against a limit.
 * @param who whose tries: a person's id, a keyed hash of an address or a network; never these themselves
 * @throws Refusal `too-many` with the minutes to wait
 */
export const countTowards = (name: string, who: string, limit: Limit): Promise<void> => count([{ key: keyOf(name, who), ...limit }])

/** Counts one try, and tells whether it was within the limit: for where nobody may learn that it was not. */
export const isWithin = (name: string, who: string, limit: Limit): Promise<boolean> =>
  countTowards(name, who, limit).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

type Counter = Limit & { key: string }
const keyOf = (name: string, who: string) => `${name}:${who}`

/**
 * Counts in PostgreSQL and outside any transaction, so that refusals count too and all instances count together; one
 * statement for all, in the order of their keys, so that two such statements never wait for each other. A window begins
 * with its first try.
 */
async function count(counters: readonly Counter[]): Promise<void> {
  if (!counters.length) return
  const inOrder = [...counters].sort((a, b) => (a.key < b.key ? -1 : 1))
  const now = Date.now()
  const counted = await client<{ key: string; points: number; expire: string }[]>`
    insert into limits as old (key, points, expire)
    select key, 1, expire from unnest(${inOrder.map(({ key }) => key)}::text[], ${inOrder.map(({ minutes }) => now + minutes * 60_000)}::bigint[]) as tried (key, expire)
    on conflict (key) do update set
      points = case when old.expire <= ${now} then 1 else old.points + 1 end,
      expire = case when old.expire <= ${now} then excluded.expire else old.expire end
    returning key, points, expire`
  const most = new Map(counters.map(({ key, max }) => [key, max]))
  const over = counted.filter(({ key, points }) => points > most.get(key)!)
  if (!over.length) return
  const wait = Math.max(...over.map(({ expire }) => Number(expire))) - now
  throw new Refusal('too-many', { key: 'objection.tooMany', values: { minutes: Math.max(1, Math.ceil(wait / 60_000)) } })
}

/** Forgets, each five minutes, the tries of windows that are over. Called once by the server. */
export async function keepForgettingTries(): Promise<void> {
  const forget = () => void client`delete from limits where expire <= ${Date.now()}`.catch((error: unknown) => console.error('Old tries could not be forgotten; trying again in five minutes.', error))
  setInterval(forget, 300_000).unref()
  forget()
}

/** For what only reads: it goes on where a try cannot be counted (security.md A61), such as at a database that takes no writes. */
export async function evenUncounted(counting: Promise<void>): Promise<void> {
  await counting.catch((error: unknown) => {
    if (error instanceof Refusal) throw error
    console.error('Reading goes on uncounted, since tries cannot be counted.', error)
  })
}
