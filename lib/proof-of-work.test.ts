import { randomUUID } from 'node:crypto'
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { askedFrom } from './client-address.mjs'
import { countTry } from './limits'
import { translator } from './messages'
import { provenWork, workFor } from './proof-of-work'
import type { Refusal } from './refusal'

type Proof = { challenge: Challenge; solution: { counter: number; derivedKey: string } }
async function solved(act: string): Promise<Proof> {
  const { challenge } = await workFor(act, translator('pl'))
  return { challenge, solution: (await solveChallenge({ challenge, deriveKey }))! }
}
const sent = (proof: Proof) => JSON.stringify(proof)

describe('a proof of work', () => {
  let proof: Proof
  beforeAll(async () => void (proof = await solved('comment.posted')))
  afterEach(() => void vi.useRealTimers())

  test('is known by its task, for the act it was made for and for no other', async () => {
    expect(await provenWork('comment.posted', sent(proof))).toBe(proof.challenge.signature)
    expect(await provenWork('ballot.cast', sent(proof))).toBeNull()
  })

  test('took at least a hundred tries and at most two hundred', () => {
    expect(proof.solution.counter).toBeGreaterThanOrEqual(100)
    expect(proof.solution.counter).toBeLessThanOrEqual(200)
  })

  test('is none ten minutes after its task was given', async () => {
    vi.useFakeTimers({ now: Date.now() + 9 * 60_000, toFake: ['Date'] })
    expect(await provenWork('comment.posted', sent(proof))).not.toBeNull()
    vi.setSystemTime(Date.now() + 61_000)
    expect(await provenWork('comment.posted', sent(proof))).toBeNull()
  })

  test('cannot be forged: no part of it can be anything else', async () => {
    const { parameters, signature } = proof.challenge
    const other = await workFor('ballot.cast', translator('pl'))
    const easier = { ...parameters, cost: 1 }
    const { keySignature: _, ...unsigned } = parameters
    const forged: unknown[] = [
      { ...proof, challenge: { parameters: { ...parameters, expiresAt: parameters.expiresAt! + 600 }, signature } },
      { ...proof, challenge: { parameters: { ...parameters, data: { act: other.challenge.parameters.data!.act } }, signature } },
      { ...proof, challenge: { parameters: { ...parameters, also: 'this' }, signature } },
      { ...proof, challenge: { parameters: unsigned, signature } },
      { challenge: { parameters: easier, signature }, solution: await solveChallenge({ challenge: { parameters: easier }, deriveKey, timeout: 500 }) },
      { ...proof, challenge: { parameters, signature: signature!.toUpperCase() } },
      { ...proof, challenge: { parameters, signature: '' } },
      { ...proof, challenge: { parameters } },
      { ...proof, solution: { ...proof.solution, derivedKey: proof.solution.derivedKey.replace(/..$/, (end) => (end === '00' ? '01' : '00')) } },
      { ...proof, solution: { ...proof.solution, derivedKey: parameters.keyPrefix } },
      { challenge: other.challenge, solution: proof.solution },
    ]
    for (const attempt of forged) expect(await provenWork('comment.posted', JSON.stringify(attempt)), JSON.stringify(attempt)).toBeNull()
  })

  test('whatever is sent in its place is none, and no fault', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.record({ challenge: fc.anything(), solution: fc.anything() }).map((value) => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)))), async (text) => {
      expect(await provenWork('comment.posted', text)).toBeNull()
    }))
    expect(await provenWork('comment.posted', `${sent(proof)}${' '.repeat(3000)}`)).toBeNull()
  })
})

describe('A60: where a network has used a limit up', () => {
  const limit = { max: 5, minutes: 10, network: { max: 1, minutes: 10 } }
  /** A change that a network may do once, and the network, which has. */
  async function usedUp() {
    const change = `test.${randomUUID()}`
    const from = `2001:db8:${[0, 2, 4].map((place) => randomUUID().slice(place, place + 4)).join(':')}::1`
    const act = (person: string | null, proof?: string) => askedFrom(from, () => countTry(change, limit, person, null, proof))
    await act('jan')
    return { change, from, act, refusal: await act('ala').catch((error: unknown) => error as Refusal) as Refusal }
  }

  test('a proof lets its person go on, once, also where it comes to two instances at once', async () => {
    const { change, from, act, refusal } = await usedUp()
    expect(refusal).toMatchObject({ kind: 'too-many', objection: { key: 'objection.tooManyFromNetwork', values: { minutes: 10 } } })
    const proof = sent(await solved(refusal.act!))
    await expect(act('ola', proof)).rejects.toMatchObject({ kind: 'too-many' })
    vi.resetModules()
    const { countTry: another } = await import('./limits')
    const outcomes = await Promise.allSettled([act('ala', proof), askedFrom(from, () => another(change, limit, 'ala', null, proof))])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'too-many', act: refusal.act } })
    await expect(act('ala', proof)).rejects.toMatchObject({ kind: 'too-many', act: refusal.act })
  })

  test('and no machine that works for it goes further than four times the limit, with or without proofs before', async () => {
    const { act, refusal } = await usedUp()
    for (let n = 0; n < 10; n++) await expect(act(`robot ${n}`)).rejects.toMatchObject({ kind: 'too-many' })
    const others = await Promise.all(['ala', 'ewa', 'ola', 'iza'].map(async (person) => {
      const { act: asked } = (await act(person).catch((error: unknown) => error)) as Refusal
      return { person, proof: sent(await solved(asked!)) }
    }))
    expect(refusal.act).toBeDefined()
    for (const { person, proof } of others.slice(0, 3)) await expect(act(person, proof)).resolves.toBeUndefined()
    const last = await act('iza', others[3]!.proof).catch((error: unknown) => error as Refusal)
    expect(last).toMatchObject({ kind: 'too-many', objection: { values: { minutes: 10 } }, act: undefined })
  })

  test('a person’s own limit is lifted by nothing', async () => {
    const { act, refusal } = await usedUp()
    const proof = sent(await solved(refusal.act!))
    for (let n = 0; n < 4; n++) await act('ala').catch(() => undefined)
    await expect(act('ala', proof)).rejects.toMatchObject({ kind: 'too-many', objection: { key: 'objection.tooMany' }, act: undefined })
  })
})
