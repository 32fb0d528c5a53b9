/** A line, or a part of one between form feeds: white space collapsed, invisible characters gone. */
export type Line = { line: number; text: string; joinsNext: boolean }

export const LINE_END = /\r\n|\n|\r/
// A table pasted from a word processor has its cells parted by tabs: a task in the second column starts a line too.
const PARTS = /[\f\v\u0085\u2028\u2029]|\t(?= ?\d{1,3}\.\d{1,3}\.\d{1,3}[. ])/

export function linesOf(document: string): Line[] {
  const plain = document.toWellFormed().normalize('NFC').replace(/[\u2010\u2011]/g, '-')
  const lines: Line[] = []
  for (const [index, raw] of plain.split(LINE_END).entries()) {
    for (const [place, part] of (PARTS.test(raw) ? raw.split(PARTS) : [raw]).entries()) {
      const visible = part.replace(/\p{Cf}+/gu, '')
      const joinsNext = part.endsWith('\u00ad') || /^\S-$/.test(visible.slice(-2))
      if (place > 0) lines.push({ line: index + 1, text: '', joinsNext: false })
      lines.push({ line: index + 1, text: visible.replace(/[\s\p{Cc}]+/gu, ' ').trim(), joinsNext })
    }
  }
  return lines
}

export const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text)
