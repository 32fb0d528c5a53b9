import { fold, foldDisguised } from '../text'

/**
 * Words that a moderator looks at first. Polish inflects, so a `*` stands for any ending and a `~` before a stem for any
 * of the prefixes that make verbs of it. Where a stem also begins innocent words or names („Jebel”, „Hujsko”, „ruchach”),
 * its forms are listed one by one. The office adds its own in a file of the same kind (WORDS_HELD_FILE).
 */
const vulgar = `
~kurw* kurew* kurestw* skurczybyk* sukinsyn*
chuj chuja chujowi chujem chuju chuje chujow chujom chujami chujach chujowy chujowa chujowe chujowego chujowej chujowo chujnia chujni chujnie nachuj wchuj ochujal*
huj huja hujowi hujem huju huje hujow hujowy hujowa hujowe hujowo hujnia hujni nahuj
~jeba* ~jebi* ~jebn* ~jebc* jeb zjeb zjeby zjebow zjebem pojeb pojeby pojebem
~pierdol* ~pierdal* ~pierdziel*
pizd* ~pizdz* cipa cipy cipe cipo cipka cipki cipke cipsko cipska
ruchac ruchanie wyrucha* zrucha* dziwka dziwki dziwke dziwko dziwek dziwkami
gowno gowna gownem gownie gowniany gowniana gowniane gowniar* srac sraj srasz zasran* obsran* obsrac nasrac wysrac
kutas kutasa kutasy kutasow kutasem kutasie
czarnuch* ciapat* pedalstw*`

/** One entry of a list: a whole word, or a stem with `~` before it or `*` after it. */
export type HeldWord = string

/** Reads a list: words between white space; what follows a `#` on a line is a remark. */
export const readWords = (list: string): HeldWord[] => fold(list).replace(/#.*$/gm, '').split(/\s+/).filter((word) => /^~?\p{L}{2,40}\*?$/u.test(word))

export const vulgarWords = readWords(vulgar)

/**
 * The first word of a text that a list holds, as it was written; null when there is none. Case, diacritics, digits for
 * letters („kurw4”), doubled letters and letters with gaps („k u r w a”, „k.u.r.w.a”) do not hide it.
 */
export function heldWordIn(text: string, words: readonly HeldWord[]): string | null {
  const held = matcher(words)
  return [...text.matchAll(/[\p{L}\p{M}\p{N}@$]+/gu), ...text.matchAll(/(?<![\p{L}\p{N}])\p{L}(?:[\s.*_-]\p{L}){2,}(?![\p{L}\p{N}])/gu)].map(([word]) => word).find((word) => held.test(plain(word))) ?? null
}

const matchers = new Map<readonly HeldWord[], RegExp>()
function matcher(words: readonly HeldWord[]): RegExp {
  let made = matchers.get(words)
  if (!made) {
    const forms = words.map((word) => `${word.startsWith('~') ? '(?:do|na|nad|nie|o|ob|od|po|pod|prze|przy|roz|s|u|w|wy|z|za)?' : ''}${plain(word.replace(/[~*]/g, ''))}${word.endsWith('*') ? '.*' : ''}`)
    made = new RegExp(`^(?:${forms.join('|')})$`)
    matchers.set(words, made)
  }
  return made
}

/** A word without what people hide it by. */
const plain = (word: string) => foldDisguised(word).replace(/[\s.*_-]/g, '').replaceAll('v', 'w').replace(/(.)\1+/g, '$1')
