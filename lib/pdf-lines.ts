/**
 * Breaks a text into lines of a width: at blanks, at its own line feeds, and inside a word that is wider than a line.
 * A blank stays at the end of its line, so that whoever takes the text out again finds the words apart.
 * @param widthOf how wide a piece of text is
 */
export function linesOf(text: string, width: number, widthOf: (piece: string) => number): string[] {
  return text.split('\n').flatMap((paragraph, place, { length }) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.match(/[^ \t]+[ \t]*|^[ \t]+/g) ?? []) {
      if (line && widthOf((line + word).trimEnd()) > width) {
        lines.push(line)
        line = ''
      }
      const pieces = piecesOf(word, width, widthOf)
      lines.push(...pieces.slice(0, -1))
      line += pieces.at(-1)
    }
    return [...lines, place < length - 1 ? `${line} ` : line.trimEnd()]
  })
}

function piecesOf(word: string, width: number, widthOf: (piece: string) => number): string[] {
  if (widthOf(word.trimEnd()) <= width) return [word]
  const pieces = ['']
  for (const { segment } of characters.segment(word)) {
    const longer = pieces.at(-1)! + segment
    if (pieces.at(-1) && widthOf(longer.trimEnd()) > width) pieces.push(segment)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}

const characters = new Intl.Segmenter('pl')
