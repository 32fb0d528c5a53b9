import { personalDataIn } from '../discussion/personal-data'

/** By what somebody can be known in their own texts: what the account knows of them, and words that they name themselves. */
export type Own = { name: string | null; email: string | null; emailCanonical: string | null; words?: readonly string[] }

/** What stands where something was taken out; in Polish, as the conversation is. */
export const takenOut = '[usunięto dane osobowe]'

/**
 * The passages of somebody's own text by which they can be known, as they stand there: their address and name, words that
 * they named, and what looks like anybody's number or door (discussion/personal-data.ts). Case is no difference; a part of a word is none.
 */
export function ownDataIn(text: string, own: Own): string[] {
  const known = wordsOf(own)
  const named = known ? [...text.matchAll(known)].map(([passage]) => passage) : []
  return [...new Set([...named, ...personalDataIn(known ? text.replace(known, '') : text).map(({ passage }) => passage)])]
}

/** The text without them. */
export function withoutOwnData(text: string, own: Own): string {
  const known = wordsOf(own)
  const rest = known ? text.replace(known, takenOut) : text
  return personalDataIn(rest).reduce((left, { passage }) => left.replaceAll(passage, takenOut), rest)
}

/** One pattern for all of them, the longest first; null where there is nothing to look for. */
function wordsOf({ name, email, emailCanonical, words = [] }: Own): RegExp | null {
  const all = [email, emailCanonical, name, ...words].filter((word): word is string => !!word).sort((a, b) => b.length - a.length)
  if (!all.length) return null
  const escaped = all.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'giu')
}
