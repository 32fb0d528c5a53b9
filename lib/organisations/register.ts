import { env } from '../env'
import { readEntry, type RegisterEntry, type RegisterOutcome } from './register-entry'

/** What the register answers; `entry` where it knows the number. */
export type RegisterAnswer = { outcome: RegisterOutcome; entry: RegisterEntry | null }

/** How long the register may take, both of its parts together, and how much it may say. */
const patienceMs = 5000
const bytesAtMost = 2 * 1024 * 1024

/**
 * Asks the open interface of the National Court Register for a current entry: first among enterprises (an organisation
 * with economic activity stands there too), then among associations and foundations. The only address outside that this
 * server asks by itself; it is the operator's setting, and of what people type only ten digits get into it.
 * @param krs ten digits
 * @returns how it went, never an error; null where the operator has switched it off
 */
export async function askRegister(krs: string): Promise<RegisterAnswer | null> {
  const base = env.registerUrl
  if (!base) return null
  if (!/^\d{10}$/.test(krs)) return { outcome: 'missing', entry: null }
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const enterprise = await askPart(base, krs, 'P', signal)
    if (enterprise.outcome === 'found') return enterprise
    const association = await askPart(base, krs, 'S', signal)
    // Where one part knows nothing and the other could not be read, we do not know.
    return [association, enterprise].find(({ outcome }) => outcome !== 'missing') ?? association
  } catch {
    return { outcome: 'unreachable', entry: null }
  }
}

async function askPart(base: string, krs: string, register: 'P' | 'S', signal: AbortSignal): Promise<RegisterAnswer> {
  const response = await fetch(`${base}/OdpisAktualny/${krs}?rejestr=${register}&format=json`, { signal, redirect: 'error', cache: 'no-store', headers: { accept: 'application/json' } })
  if (response.status !== 200) await response.body?.cancel()
  if (response.status === 404) return { outcome: 'missing', entry: null }
  // Known, and without a current entry: struck off.
  if (response.status === 204) return { outcome: 'deleted', entry: null }
  if (response.status !== 200) return { outcome: 'unreachable', entry: null }
  const entry = readEntry(asJson(await bounded(response)), register)
  return entry && entry.krs === krs ? { outcome: 'found', entry } : { outcome: 'garbled', entry: null }
}

/** The body as text; null when it is more than a register would say. */
async function bounded(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop ends the connection.
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length
    if (bytes > bytesAtMost) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function asJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
