import { startsSmall } from './lines'

// What a document prints around its text: page numbers, captions, sources, the names of columns.
// Every pattern below looks at a bounded beginning or end of a line, so reading takes linear time.

export const PAGE_NUMBER = /^(?:[-–—|] ?\d{1,3} ?[-–—|]|\| ?\d{1,3}|\d{1,3} ?\||(?:[Ss]trona|STRONA|[Ss]tr\.|[Ss]\.) ?\|? ?\d{1,4}(?: ?(?:z|\/) ?\d{1,4})?|\d{1,3} ?\| ?[Ss]trona|\d{1,3} ?(?:z|\/) ?\d{1,3}|(?:[Cc]d\.|[Cc]iąg dalszy) tab(?:eli|\.)(?: nr)? ?\d{1,4}\.?)$/
export const BARE_NUMBER = /^\d{1,3}\.?$/
const CONTINUED = /(?:^| )(?:[[(](?:cd|c\.d|ciąg dalszy)\.?[\])]|[–—-] ?(?:cd|c\.d|ciąg dalszy)\.?|cd\.|c\.d\.|ciąg dalszy)$/u
export const CAPTION = /^T(?:abela|ABELA|ab\.|AB\.)(?: nr)? ?(\d{1,4}[a-z]?)(?=[.:–—]| [–—(\p{Lu}-]|$)/u
export const SOURCE = /^Ź(?:ródło|RÓDŁO) ?:/
const HEADER_WORDS = new Set('obszar obszary cel cele strategiczny strategiczne operacyjny operacyjne zadanie zadania realizacyjne realizacyjny priorytetowe działanie działania lp nr numer kod nazwa i oraz'.split(' '))
const HEADER_ADJECTIVE = /^(?:strategicz|operacyj|realizacyj)n[ey]$/
export const UNFINISHED_HEADER = /^(?:cele?|zadani[ae]|i|oraz)$/

/** The text without „(cd.)” or „ciąg dalszy” at its end. */
export const withoutContinued = (text: string): string => text.slice(0, -20) + text.slice(-20).replace(CONTINUED, '')
/** The text as captions are compared: without capitals, spaces and punctuation. */
export const squash = (text: string): string => text.toLowerCase().replace(/[\s.:–—-]+/g, '')

/**
 * The words of a row of nothing but column names, else undefined. After a row that ended in a noun
 * („Cele”), its second line may begin with a small letter („operacyjne”).
 */
export function headerWords(text: string, unfinished: boolean): string[] | undefined {
  if (text.length > 160 || !(unfinished ? /^[COZLNKosri]/ : /^[COZLNK]/).test(text)) return undefined
  const words = text.toLowerCase().split(/[\s|/,;:.–—-]+/).filter((word) => word !== '')
  if (!words.every((word) => HEADER_WORDS.has(word))) return undefined
  if (startsSmall(text)) return HEADER_ADJECTIVE.test(words[0] ?? '') || words.length > 1 ? words : undefined
  return words.some((word) => /^(?:cele?|zadani[ae]|lp)$/.test(word)) ? words : undefined
}
