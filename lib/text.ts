/**
 * The one form in which text is stored and compared (security.md 3): NFC, line feeds, no control, invisible or
 * direction-changing characters, at most two combining marks in a run, no more than one blank line, trimmed.
 * Unpaired surrogates become U+FFFD. Idempotent.
 */
export function canonText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .replace(lonelyJoiners, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/(?<![^\S\n])[^\S\n]+\n/g, '\n') // Looked for at the beginning of a run only, or many blanks would take for ever.
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC')
}

/** As canonText, on one line, runs of white space as one space: for names, titles, codes. */
export const canonLine = (text: string): string => canonText(text).replace(/\s+/g, ' ')

/** Whether marks are heaped on a letter, as in zalgo: more than Polish, English or Ukrainian need in NFC (security.md A06). */
export const hasHeapedMarks = (canon: string): boolean => /\p{M}{2}/u.test(canon)

/** Whether a word mixes scripts that look alike, as „Тoruń” with a Cyrillic T does (security.md A09). */
export const mixesScripts = (text: string): boolean => text.split(/\s+/).some((word) => scripts.filter((script) => script.test(word)).length > 1)
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** How many characters a person sees. */
export function graphemes(text: string): number {
  let count = 0
  // Piece by piece: the segmenter's time grows with the square of what it is given.
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + 500, text.length)
    if (text.codePointAt(to - 1)! > 0xffff) to++
    let last = from
    for (const { index } of segmenter.segment(text.slice(from, to))) {
      count++
      last = from + index
    }
    // The last of a piece may go on in the next.
    if (to < text.length && last > from) {
      count--
      from = last
    } else from = to
  }
  return count
}

/**
 * Binds Polish one-letter words (and the numbers of „1 marca”, „12 zł”) to the word after them, for showing only;
 * never for what is stored. Idempotent.
 */
export const bindShortWords = (text: string): string =>
  text.replace(/(?<=^|[\s(„"«–—\u00a0])([aiouwz])[ \t](?=\S)/giu, '$1\u00a0')

/** Lower case without diacritics, to compare what people type: „Żółć” and „zolc” are one. */
export const fold = (text: string): string =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')

/** As `fold`, with the signs that people put for letters as those letters: „adm1n” and „admin” are one. */
export const foldDisguised = (text: string): string => fold(text).replace(/[01345@$]/g, (sign) => disguises[sign]!)
const disguises: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', '@': 'a', $: 's' }

/** Part of an address made of a title: „Szkoła koordynatorów” → `szkola-koordynatorow`. At most 60 characters. */
export const slugOf = (title: string): string =>
  fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || 'bez-tytulu'

const segmenter = new Intl.Segmenter('pl')
// oxlint-disable-next-line no-control-regex, no-misleading-character-class -- such characters are what this takes out
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
// oxlint-disable-next-line no-misleading-character-class -- a variation selector by itself is what is meant
const lonelyJoiners = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu
