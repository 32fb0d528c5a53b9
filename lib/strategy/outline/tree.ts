import { compareCodes, parentCode } from './codes'
import { type Heading, nameOf } from './headings'
import type { Kind } from './marks'
import { withoutContinued } from './page-furniture'
import { clip, LIMITS, type OutlineProblem, type Values } from './problems'

/** A heading in its place, with what stands under it. */
export type Node = { kind: Kind; code: string; title: string; line: number; area: Node | undefined; children: Node[] }

const fold = (title: string): string => title.toLowerCase()

/** Puts the headings under one another. A wrong one is told and stays out; what is under it is not blamed again. */
export function treeOf(headings: Heading[]) {
  const problems: OutlineProblem[] = []
  const warnings: OutlineProblem[] = []
  const areas = new Map<string, Node>()
  const byCode = new Map<string, Node>()
  let area: Node | undefined
  let strategic: Node | undefined
  let operational: Node | undefined
  let previous = ''

  const label = (node: Node): string => nameOf({ ...node, pieces: [node.title] })
  const fail = (node: Node, problem: OutlineProblem['problem'], values: Values): void => void problems.push({ line: node.line, problem, values })

  function openArea(node: Node): void {
    const earlier = areas.get(fold(node.title))
    if (earlier && earlier === area) return
    if (!earlier) areas.set(fold(node.title), node)
    area = earlier ?? node
    strategic = operational = undefined
  }

  /** The same heading repeated on a next page is one; with another title, or for a task at all, it is a mistake. */
  function repeated(node: Node): Node | undefined {
    const earlier = byCode.get(node.code)
    const values = { heading: label(node), first: earlier?.line ?? 0 }
    if (!earlier) byCode.set(node.code, node)
    else if (node.kind === 'task' || earlier.area !== node.area) fail(node, 'code-twice', values)
    else if (fold(earlier.title) !== fold(node.title)) fail(node, 'title-differs', { ...values, text: clip(node.title), earlier: clip(earlier.title) })
    return earlier
  }

  function ordered(node: Node, before: string | undefined): void {
    if (before && compareCodes(node.code, before) < 0) warnings.push({ line: node.line, problem: 'disorder', values: { code: node.code, previous: before } })
  }

  function openStrategic(node: Node): void {
    if (!area) fail(node, 'strategic-goal-without-area', { code: node.code })
    const earlier = repeated(node)
    if (earlier && earlier === strategic) return
    ordered(node, strategic?.code)
    if (!earlier) area?.children.push(node)
    strategic = earlier ?? node
    operational = undefined
  }

  function openOperational(node: Node): void {
    const goal = parentCode(node.code)
    if (!strategic) fail(node, 'operational-goal-without-strategic-goal', { code: node.code, goal })
    else if (strategic.code !== goal) fail(node, 'operational-goal-under-another', { code: node.code, open: strategic.code })
    const earlier = repeated(node)
    if (earlier !== operational) ordered(node, operational?.code)
    if (!earlier) strategic?.children.push(node)
    operational = earlier ?? node
  }

  function addTask(node: Node): void {
    const goal = byCode.get(parentCode(node.code))
    const values = { code: node.code, goal: parentCode(node.code) }
    const above = operational ?? strategic ?? area
    if (!goal) fail(node, 'task-without-goal', values)
    else if (!operational && above) fail(node, 'task-under-another-heading', { ...values, open: label(above) })
    if (repeated(node) || !goal) return
    if (parentCode(previous) === goal.code) ordered(node, previous)
    else if (goal !== operational) ordered(node, operational?.code)
    goal.children.push(node)
    previous = node.code
  }

  const open = { area: openArea, strategic: openStrategic, operational: openOperational, task: addTask, unreadable: () => {} }
  for (const heading of headings) {
    const whole = heading.pieces.join('')
    const title = heading.kind === 'task' ? whole : withoutContinued(whole)
    const node: Node = { kind: heading.kind, code: heading.code, title, line: heading.line, area: heading.kind === 'area' ? undefined : area, children: [] }
    const named = heading.kind === 'area' ? title.replace(/^obszar/i, '') : title
    if (heading.kind !== 'unreadable' && !/[\p{L}\p{N}]/u.test(named)) fail(node, 'empty-title', { heading: label(node) })
    if (title.length > LIMITS.title) fail(node, 'title-too-long', { heading: label(node), length: title.length, limit: LIMITS.title })
    open[heading.kind](node)
  }
  return { areas: [...areas.values()], problems, warnings }
}

/** Siblings sorted by number; the given array stays as it is. */
export const byNumber = (nodes: Node[]): Node[] => [...nodes].sort((a, b) => compareCodes(a.code, b.code))

/** Numbers that are missing before the first of sorted siblings or between two of them: „1.1.2” or „1.1.2–1.1.4”. */
function gapsIn(siblings: Node[]): OutlineProblem[] {
  let expected = 1
  return siblings.flatMap(({ code, line }) => {
    const place = code.lastIndexOf('.') + 1
    const [stem, number, first] = [code.slice(0, place), Number(code.slice(place)), expected]
    expected = number + 1
    if (number <= first) return []
    return [{ line, problem: 'gap' as const, values: { code, missing: number === first + 1 ? stem + first : `${stem + first}–${stem}${number - 1}` } }]
  })
}

/** Warnings about the whole: headings without anything under them, and gaps in the numbers. */
export function oddities(areas: Node[]): OutlineProblem[] {
  const strategic = areas.flatMap((area) => area.children)
  const operational = strategic.flatMap((goal) => goal.children)
  const empty = [...areas, ...strategic, ...operational].filter(({ children }) => children.length === 0)
  return [
    ...empty.map((node) => ({ line: node.line, problem: 'no-tasks' as const, values: { heading: nameOf({ ...node, pieces: [node.title] }) } })),
    ...[strategic, ...[...strategic, ...operational].map(({ children }) => children)].flatMap((siblings) => gapsIn(byNumber(siblings))),
  ]
}
