import { headingsOf } from './outline/headings'
import { LINE_END, linesOf } from './outline/lines'
import { LIMITS, type OutlineProblem } from './outline/problems'
import { byNumber, type Node, oddities, treeOf } from './outline/tree'

export { compareCodes } from './outline/codes'
export { type OutlineProblem, sentence } from './outline/problems'

export type Outline = { areas: { name: string; strategicGoals: { code: string; title: string; operationalGoals: { code: string; title: string; tasks: { code: string; title: string }[] }[] }[] }[] }
export type OutlineReading = { ok: true; outline: Outline; warnings: OutlineProblem[] } | { ok: false; problems: OutlineProblem[] }

const outlineOf = (areas: Node[]): Outline => ({
  areas: areas.map((area) => ({
    name: area.title,
    strategicGoals: byNumber(area.children).map((strategic) => ({
      code: strategic.code,
      title: strategic.title,
      operationalGoals: byNumber(strategic.children).map((operational) => ({
        code: operational.code,
        title: operational.title,
        tasks: byNumber(operational.children).map(({ code, title }) => ({ code, title })),
      })),
    })),
  })),
})

const told = (found: OutlineProblem[]): OutlineProblem[] => [...found].sort((a, b) => a.line - b.line).slice(0, LIMITS.told)

/**
 * Reads the text of a strategy's table into its areas, goals and tasks.
 *
 * In: the decoded text of a document, at most 2,000,000 characters. Out: the outline, areas as they come, goals and
 * tasks sorted by number, titles as adopted with white space collapsed; or what is wrong with the document, by line,
 * at most 20 of it, and then nothing of it may be imported. Warnings (at most 20) are gaps, disorder, and every place
 * where the reader had to choose between two readings. Throws nothing; takes time linear in the text.
 *
 * Where a line could be two things:
 * - A line with only a number of up to three digits is a page number, unless it follows directly on a code without a
 *   title or on a word that wants a number („do lat” / „3”). Four digits are a year, and text.
 * - A wrapped line that begins with a code is text when the words around it say so („zadania” / „1.1.5 w zakresie”).
 * - A hyphen that ends a line joins, unless a space stands before it: then it is a dash.
 * - 1.01.1 is 1.1.1, with a warning; 1.1.1a, 1.1.0 and 1.1.1.1 are mistakes. „Cel strategiczny II” is goal 2.
 */
export function readOutline(text: string): OutlineReading {
  if (text.length > LIMITS.document) {
    const line = text.slice(0, LIMITS.document).split(LINE_END).length
    return { ok: false, problems: [{ line, problem: 'document-too-long', values: { limit: LIMITS.document } }] }
  }
  const lines = linesOf(text)
  const { headings, ...reading } = headingsOf(lines)
  const { areas, ...tree } = treeOf(headings)
  const problems = [...reading.problems, ...tree.problems]
  if (problems.length === 0 && !headings.some(({ kind }) => kind === 'task')) problems.push({ line: lines.at(-1)?.line ?? 1, problem: 'nothing-to-import', values: {} })
  if (problems.length > 0) return { ok: false, problems: told(problems) }
  return { ok: true, outline: outlineOf(areas), warnings: told([...reading.warnings, ...tree.warnings, ...oddities(areas)]) }
}
