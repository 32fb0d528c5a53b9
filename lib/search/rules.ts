import { canonLine, fold } from '../text'

/** Longer questions are cut here. */
export const longestQuestion = 200
const wordsAtMost = 12
const longestWord = 40

/** Words that say nothing of what is looked for, in both languages, folded. */
const empty = new Set('na do dla od po ze we za oraz czy nie sie jak co jest the of and for in to on is are or'.split(' '))

/** What is looked for: the words as they are compared, and codes of the strategy (`1.1.19`, or their beginning, `1.1`). */
export type Question = { typed: string; cut: boolean; words: string[]; codes: string[] }

/** Reads what was typed. Never refuses: what cannot be looked for is left out. */
export function questionOf(sent: unknown): Question {
  const line = canonLine(typeof sent === 'string' ? sent : '')
  const typed = line.slice(0, longestQuestion).toWellFormed().trim()
  const codes = [...typed.matchAll(/(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){1,2}(?=\.?(?:$|[^\p{L}\p{N}.]))/gu)].map(([code]) => code)
  const all = codes.reduce((rest, code) => rest.replace(code, ' '), fold(typed)).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const telling = all.filter((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word)))
  const words = [...new Set((telling.length ? telling : all).map((word) => [...word].slice(0, longestWord).join('')))].slice(0, wordsAtMost)
  return { typed, cut: line.length > longestQuestion, words, codes: [...new Set(codes)] }
}

/**
 * Patterns of LIKE for what somebody who mistyped one letter may have meant: one letter wrong, missing, too many, or
 * two exchanged. The first letter is taken to be right and the last one is an ending, so „edukcja” leads to „edukacji”.
 * Short words have none: too much is one letter away.
 * @param word letters and digits only
 */
export function oneLetterOff(word: string): string[] {
  const letters = [...word].slice(0, -1)
  if (letters.length < 5) return []
  const patterns = letters.flatMap((letter, at) => {
    if (at === 0) return []
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at + 1).join('')]
    const next = letters[at + 1]
    return [`${before}_${after}%`, `${before}${after}%`, `${before}_${letter}${after}%`, ...(next ? [`${before}${next}${letter}${letters.slice(at + 2).join('')}%`] : [])]
  })
  return [...new Set(patterns)]
}
