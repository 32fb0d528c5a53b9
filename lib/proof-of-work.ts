import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { keyedHash } from './accounts/secrets'
import type { Translate } from './messages'

// A task for somebody's device, where a limit that they share with others is used up: nothing to read, to type or to solve
// for them (WCAG 3.3.8). One try takes the device `rounds` rounds of PBKDF2, and one of at most `triesAtMost` tries is the
// right one. What this takes on which device is in DECISIONS.md.

const rounds = 5000
const triesAtLeast = 100
const triesAtMost = 200
/** How long a task may be worked on. */
export const proofMinutes = 10

/** A task as a form is given it, with what to say meanwhile. */
export type Work = { challenge: Challenge; triesAtMost: number; why: string; progress: string; done: string }

const secrets = () => ({ hmacSignatureSecret: keyedHash('proof', 'task'), hmacKeySignatureSecret: keyedHash('proof', 'answer') })

/** A new task for one act, such as posting a comment from a certain network. What the act is can only be compared, not read. */
export async function workFor(act: string, t: Translate): Promise<Work> {
  const challenge = await createChallenge({
    ...secrets(),
    algorithm: 'PBKDF2/SHA-256',
    deriveKey,
    cost: rounds,
    counter: randomInt(triesAtLeast, triesAtMost + 1),
    expiresAt: new Date(Date.now() + proofMinutes * 60_000),
    data: { act: actKey(act) },
  })
  return { challenge, triesAtMost, why: t('site.work.why'), progress: t('site.work.progress'), done: t('site.work.done') }
}

const actKey = (act: string) => keyedHash('act', act)

const proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({ algorithm: z.string(), nonce: z.string(), salt: z.string(), cost: z.number(), keyLength: z.number(), keyPrefix: z.string(), keySignature: z.string(), expiresAt: z.number(), data: z.object({ act: z.string() }) }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})
const lengthAtMost = 2000

/**
 * Looks at what came back, as JSON of `{ challenge, solution }`; it may be anything.
 * @returns what the task is known by, so that its proof can be used once; null where it is no proof for this act, or no longer
 */
export async function provenWork(act: string, sent: string): Promise<string | null> {
  const { data } = proof.safeParse(sent.length <= lengthAtMost ? readJson(sent) : null)
  if (!data || data.challenge.parameters.data.act !== actKey(act)) return null
  const { verified } = await verifySolution({ ...data, ...secrets(), deriveKey })
  return verified ? data.challenge.signature : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
