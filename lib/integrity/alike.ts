import { fold } from '../text'

// Texts that are nearly the same, found without comparing each with each: whoever shares most of their words with another
// shares one of their rarest (prefix filtering; Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007).

/** The words of a text, each once, as they are compared: without case, diacritics, numbers of signs or their order. */
export const wordsOf = (text: string): Set<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu))

/**
 * Groups of texts each of which is nearly the same as another of its group.
 * @param alike the least share of the words of either that both have (Jaccard), above 0
 * @param wordsAtLeast shorter texts are everybody's („Popieram!”) and stand in no group
 * @returns groups of two or more, as places in `texts`
 */
export function groupsAlike(texts: readonly string[], { alike, words: wordsAtLeast }: { alike: number; words: number }): number[][] {
  const sets = texts.map(wordsOf)
  const frequency = new Map<string, number>()
  for (const words of sets) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const rarestFirst = sets.map((words) => [...words].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1)))
  const groupOf = texts.map((_, place) => place)
  const rootOf = (place: number): number => (groupOf[place] === place ? place : (groupOf[place] = rootOf(groupOf[place]!)))
  const placesWith = new Map<string, number[]>()
  for (const [place, words] of rarestFirst.entries()) {
    if (words.length < wordsAtLeast) continue
    for (const word of words.slice(0, words.length - Math.ceil(alike * words.length) + 1)) {
      const others = placesWith.get(word) ?? []
      placesWith.set(word, others)
      for (const other of others) if (rootOf(other) !== rootOf(place) && likeness(sets[place]!, sets[other]!) >= alike) groupOf[rootOf(place)] = rootOf(other)
      others.push(place)
    }
  }
  const groups = new Map<number, number[]>()
  for (const place of texts.keys()) groups.set(rootOf(place), [...(groups.get(rootOf(place)) ?? []), place])
  return [...groups.values()].filter((group) => group.length > 1)
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / (a.size + b.size - shared)
}
