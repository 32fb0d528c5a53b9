/** The beginning of a text in one line, cut between words where there are any. */
export function excerpt(text: string, length = 240): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= length) return line
  const gap = line.lastIndexOf(' ', length)
  return `${line.slice(0, gap > length * 0.66 ? gap : length)}…`
}
