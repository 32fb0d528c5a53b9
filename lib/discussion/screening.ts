import { fold, graphemes } from '../text'
import type { Objection } from '../policy'
import { personalDataIn } from './personal-data'
import { commentLength, whyClosed, type HeldFor, type ThreadState } from './rules'
import { heldWordIn, vulgarWords, type HeldWord } from './words-held'

/** What is known about a text and its writer before it appears. */
export type Facts = ThreadState & {
  /** What the same person has said in this thread within a day, beside this text. */
  said: readonly string[]
  /** How many voices of theirs can be read, counted up to `newcomerVoices` or `firstVoices`, whichever is more. */
  voices: number
  /** How many they have posted within `floodMinutes`, over all threads. */
  recent: number
  /** Said in a name that somebody vouches for: the office's, or a confirmed organisation's. */
  vouched: boolean
  /** The writer was warned and goes on. */
  goesOn: boolean
}
/** What the office has chosen: its own words, and how many first voices of an account wait. */
export type HouseRules = { words: readonly HeldWord[]; firstVoices: number }

type Reason = NonNullable<Objection>
/** What a check says: no; not without a second thought; not before a moderator has looked. */
export type Verdict = { refuse: Reason } | { warn: Reason } | { hold: HeldFor }
type Check = (text: string, facts: Facts, house: HouseRules) => Verdict | null

/** Whoever has fewer voices than this to be read is new. */
export const newcomerVoices = 3
/** So many within so many minutes are a flood. */
export const floodVoices = 10
export const floodMinutes = 5

const length: Check = (text) => (graphemes(text) > commentLength ? { refuse: { key: 'problem.tooLong', values: { max: commentLength } } } : null)

const closed: Check = (_, facts) => {
  const refuse = whyClosed(facts)
  return refuse && { refuse }
}

const repeat: Check = (text, { said }) => (said.some((earlier) => gist(earlier) === gist(text)) ? { refuse: { key: 'writing.refused.repeat' } } : null)

/** Numbers and addresses of people: the writer is asked first, a moderator second. */
const personalData: Check = (text, { goesOn }) => {
  const [found] = personalDataIn(text)
  if (!found) return null
  if (goesOn) return { hold: 'personal-data' }
  return { warn: { key: 'writing.warned', values: found } }
}

const links: Check = (text, { voices, vouched }) => (voices < newcomerVoices && !vouched && link.test(text) ? { hold: 'links' } : null)

const words: Check = (text, _, house) => (heldWordIn(text, vulgarWords) ?? heldWordIn(text, house.words) ? { hold: 'words' } : null)

const flood: Check = (_, { recent, vouched }) => (recent >= floodVoices && !vouched ? { hold: 'flood' } : null)

const firstVoices: Check = (_, { voices, vouched }, house) => (voices < house.firstVoices && !vouched ? { hold: 'first-voices' } : null)

/** The policy, in its order: what cannot be, what needs a second thought, what needs a second pair of eyes. */
const checks: readonly Check[] = [length, closed, repeat, personalData, links, words, flood, firstVoices]

/**
 * Asks every check before a text appears: a new voice, a change of one, a voice from paper.
 * @returns what the first one says that says something; null when the text appears at once
 */
export function screen(text: string, facts: Facts, house: HouseRules): Verdict | null {
  for (const check of checks) {
    const verdict = check(text, facts, house)
    if (verdict) return verdict
  }
  return null
}

/** The passage that a check held a text for, for the moderators; null where it was not for a passage. */
export const passageOf = (text: string, heldFor: HeldFor, house: HouseRules): string | null =>
  heldFor === 'links' ? (link.exec(text)?.[0] ?? null)
  : heldFor === 'words' ? (heldWordIn(text, vulgarWords) ?? heldWordIn(text, house.words))
  : heldFor === 'personal-data' ? (personalDataIn(text)[0]?.passage ?? null)
  : null

const link = /(?:https?:\/\/|www\.)[^\s<>"„”]+/i

/** What a text says, without case, diacritics, punctuation and gaps; a text of signs alone is itself. */
const gist = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '') || text
