import { readFileSync } from 'node:fs'
import { env } from '../env'
import { Refusal } from '../refusal'
import type { HeldFor } from './rules'
import { screen, type Facts, type HouseRules } from './screening'
import { readWords } from './words-held'

let known: { file: string; words: readonly string[] } | undefined

/** What the office has chosen for this installation; its file of words is read once. */
export function houseRules(): HouseRules {
  const file = env.wordsHeldFile
  if (file && known?.file !== file) known = { file, words: readWords(readFileSync(file, 'utf8')) }
  return { words: file ? known!.words : none, firstVoices: env.holdFirstVoices }
}

const none: readonly string[] = []

/**
 * Puts a text through the checks of screening.ts.
 * @returns which one holds it for a moderator's look; null when it appears at once
 * @throws Refusal when it cannot be, and, at `goesOn`, when the writer is to think again
 */
export function heldFor(text: string, facts: Facts): HeldFor | null {
  const verdict = screen(text, facts, houseRules())
  if (verdict && 'refuse' in verdict) throw new Refusal('forbidden', verdict.refuse)
  if (verdict && 'warn' in verdict) throw new Refusal('invalid', { key: 'writing.warnedFirst' }, { goesOn: [verdict.warn] })
  return verdict?.hold ?? null
}
