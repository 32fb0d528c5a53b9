import { openSync, type Font } from 'fontkit'
import { join } from 'node:path'

// Whole fonts, for paper: those of the screen are cut into pieces by script, which no PDF library puts together.
const file = (family: string, path: string) => join(process.cwd(), 'node_modules/@expo-google-fonts', family, path)

/** The site's own typeface, then those that know what it does not: other scripts, signs, pictures. */
const families = [
  { regular: file('atkinson-hyperlegible-next', '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'), bold: file('atkinson-hyperlegible-next', '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf') },
  { regular: file('noto-sans', '400Regular/NotoSans_400Regular.ttf'), bold: file('noto-sans', '700Bold/NotoSans_700Bold.ttf') },
  { regular: file('noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf'), bold: file('noto-sans-math', '400Regular/NotoSansMath_400Regular.ttf') },
  { regular: file('noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'), bold: file('noto-emoji', '700Bold/NotoEmoji_700Bold.ttf') },
] as const

/** The file of the font that a document begins with. */
export const firstFont = families[0].regular

/** Stands where no font has the character. */
export const noGlyph = '\u25a1'

/** Join characters or choose their form. */
const invisible = new Set(['\u200d', '\ufe0f'])

/** A piece of a line that one font can write. */
export type Run = { font: string; text: string }

/** A text as pieces, each with the file of the first font that can write it; what none can write is a box. */
export function runsOf(text: string, bold: boolean): Run[] {
  const runs: Run[] = []
  for (const sign of text) {
    const last = runs.at(-1)
    if (last && (invisible.has(sign) || /^[\p{M}\p{Emoji_Modifier}]$/u.test(sign) || (sign === ' ' && writes(last.font, sign)))) {
      last.text += sign
      continue
    }
    const font = fontOf(sign, bold)
    const written = font ? sign : noGlyph
    const by = font ?? fontOf(noGlyph, bold)!
    if (last?.font === by) last.text += written
    else runs.push({ font: by, text: written })
  }
  return runs
}

/** Whether every character of a text can be written. */
export const canWrite = (text: string): boolean => [...text].every((sign) => sign === '\n' || invisible.has(sign) || fontOf(sign, false))

const found = new Map<string, string | null>()
/** The file of the first font that has a character, or null. */
function fontOf(sign: string, bold: boolean): string | null {
  const key = `${sign}${bold}`
  if (!found.has(key)) found.set(key, families.map((family) => family[bold ? 'bold' : 'regular']).find((font) => writes(font, sign)) ?? null)
  return found.get(key)!
}

const known = new Map<string, Set<number>>()
function writes(font: string, sign: string): boolean {
  if (!known.has(font)) known.set(font, new Set((openSync(font) as Font).characterSet))
  return known.get(font)!.has(sign.codePointAt(0)!)
}
