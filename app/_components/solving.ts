import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/**
 * Works on a task in the browser. Each try is done by the browser's own cryptography, beside the page, which stays usable.
 * @param onTry hears, for every fifth try, how many there were
 * @returns the proof as it is sent: JSON
 * @throws where the browser cannot (no secure connection), or when it is stopped
 */
export async function solve(challenge: Challenge, stopping: AbortController, onTry: (tries: number) => void): Promise<string> {
  let tries = 0
  const solution = await solveChallenge({
    challenge,
    controller: stopping,
    deriveKey: (...about) => {
      if (++tries % 5 === 0) onTry(tries)
      return deriveKey(...about)
    },
  })
  if (!solution) throw new Error('No solution was found in time.')
  return JSON.stringify({ challenge, solution })
}
