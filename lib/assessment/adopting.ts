import type { Objection } from '../policy'
import { canonLine } from '../text'

export type NewCriterion = { name: string; most: number; weight: number; hint: string }
type Reason = NonNullable<Objection>
const criteriaAtMost = 30

/**
 * Reads criteria as typed, one a line: name | most points | weight | explanation.
 * @returns them in order, or what is wrong, line by line
 */
export function readCriteria(typed: string): { criteria: NewCriterion[]; problems: null } | { criteria: null; problems: Reason[] } {
  const lines = typed.split('\n').map(canonLine).filter(Boolean)
  if (!lines.length || lines.length > criteriaAtMost) return { criteria: null, problems: [{ key: 'assessment.problem.lines' }] }
  const read = lines.map(readLine)
  const problems = read.flatMap((line, place): Reason[] => (line ? [] : [{ key: 'assessment.problem.line', values: { place: place + 1 } }]))
  return problems.length ? { criteria: null, problems } : { criteria: read.filter((line) => line !== null), problems: null }
}

function readLine(line: string): NewCriterion | null {
  const [name = '', most = '', weight = '', hint = '', ...more] = line.split('|').map((part) => part.trim())
  const isBounded = (number: string) => /^\d{1,3}$/.test(number) && Number(number) >= 1 && Number(number) <= 100
  if (more.length || !name || name.length > 150 || !hint || hint.length > 500 || !isBounded(most) || !isBounded(weight)) return null
  return { name, most: Number(most), weight: Number(weight), hint }
}
