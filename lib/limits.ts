import { client } from './db'
import type { MessageKey } from './messages'
import { currentNetwork } from './network'
import { proofMinutes, provenWork } from './proof-of-work'
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
/** What a network, or everybody, has used up may be done so many times as often again, with a proof of work each. */
const timesAgainWithProof = 3

/**
 * Counts one try of a change by whoever tries it, by their network and by everybody.
 * @param name what is tried, such as `comment.posted`
 * @param personId null for whoever is not signed in: where `per` does not name them either, their network counts as one person
 * @param proof of work (lib/proof-of-work.ts), if there is one: it goes on where others, not they themselves, have used the limit up
 * @throws Refusal `too-many` with the minutes to wait, and with the act that a proof would let go on
 */
export async function countTry<Input>(name: string, tries: Tries<Input>, personId: string | null, input: Input, proof?: string): Promise<void> {
  const who = tries.per?.(input) ?? personId
  const network = currentNetwork()
  const counters: Counter[] = []
  if (who) counters.push({ key: keyOf(name, who), whose: 'own', ...tries })
  if (network) counters.push({ key: keyOf(`${name}@`, network), whose: 'network', ...(tries.network ?? (who ? times(tries, peopleBehindOne) : tries)) })
  if (tries.everyone) counters.push({ key: keyOf(`${name}*`, 'everyone'), whose: 'everyone', ...tries.everyone })
  const over = await count(counters)
  if (!over.length) return
  if (over.some(({ whose }) => whose === 'own')) throw tooMany(over)
  const act = JSON.stringify([name, who, network])
  if (!proof || !(await isFirstProof(act, proof))) throw tooMany(over, act)
  // Counted apart: whoever sends without proofs uses up nothing of those who give them.
  const beyond = await count(over.map((counter) => ({ ...counter, ...times(counter, timesAgainWithProof), key: `${counter.key} proven` })))
  if (beyond.length) throw tooMany(beyond)
}

/** A proof is good once, whichever instance it comes to; remembered twice as long as it is good, since their clocks may differ. */
async function isFirstProof(act: string, proof: string): Promise<boolean> {
  const task = await provenWork(act, proof)
  return task !== null && isWithin('proof.used', task, { max: 1, minutes: 2 * proofMinutes })
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
export async function countTowards(name: string, who: string, limit: Limit): Promise<void> {
  const over = await count([{ key: keyOf(name, who), whose: 'own', ...limit }])
  if (over.length) throw tooMany(over)
}

/** Counts one try, and tells whether it was within the limit: for where nobody may learn that it was not. */
export const isWithin = async (name: string, who: string, limit: Limit): Promise<boolean> => !(await count([{ key: keyOf(name, who), whose: 'own', ...limit }])).length

type Counter = Limit & { key: string; whose: 'own' | 'network' | 'everyone' }
/** A counter that has passed its limit, and when its window is over, in milliseconds since 1970. */
type Over = Counter & { until: number }
const keyOf = (name: string, who: string) => `${name}:${who}`

/**
 * Counts in PostgreSQL and outside any transaction, so that refusals count too and all instances count together; one
 * statement for all, in the order of their keys, so that two such statements never wait for each other. A window begins
 * with its first try.
 * @returns those that were tried too often
 */
async function count(counters: readonly Counter[]): Promise<Over[]> {
  if (!counters.length) return []
  const inOrder = [...counters].sort((a, b) => (a.key < b.key ? -1 : 1))
  const now = Date.now()
  const counted = await client<{ key: string; points: number; expire: string }[]>`
    insert into limits as old (key, points, expire)
    select key, 1, expire from unnest(${inOrder.map(({ key }) => key)}::text[], ${inOrder.map(({ minutes }) => now + minutes * 60_000)}::bigint[]) as tried (key, expire)
    on conflict (key) do update set
      points = case when old.expire <= ${now} then 1 else old.points + 1 end,
      expire = case when old.expire <= ${now} then excluded.expire else old.expire end
    returning key, points, expire`
  const byKey = new Map(counters.map((counter) => [counter.key, counter]))
  return counted.map(({ key, points, expire }) => ({ ...byKey.get(key)!, points, until: Number(expire) })).filter(({ points, max }) => points > max)
}

const said = { own: 'objection.tooMany', network: 'objection.tooManyFromNetwork', everyone: 'objection.tooManyAtOnce' } as const satisfies Record<Counter['whose'], MessageKey>

function tooMany(over: readonly Over[], act?: string): Refusal {
  const last = over.reduce((one, other) => (other.until > one.until ? other : one))
  return new Refusal('too-many', { key: said[last.whose], values: { minutes: Math.max(1, Math.ceil((last.until - Date.now()) / 60_000)) } }, {}, act)
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
