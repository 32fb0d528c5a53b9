import { sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { compareCodes, type Outline } from './outline'
import { areas, operationalGoals, strategicGoals, tasks, translatedTitles } from './tables'

/** One difference between the strategy as it is and as a document has it. */
export type Change =
  | { kind: 'task-added' | 'goal-added' | 'area-added'; code: string; title: string }
  | { kind: 'task-renamed' | 'goal-renamed'; code: string; from: string; title: string }
  | { kind: 'task-withdrawn' | 'task-reinstated'; code: string; title: string }
  | { kind: 'title-translated'; code: string; language: string; title: string }
  | { kind: 'moved'; code: string }

type Document = { outline: Outline; translations: Record<string, Record<string, string>> }
export type CurrentStrategy = Awaited<ReturnType<typeof currentStrategy>>

/** The strategy as it is, held against another import. */
export async function currentStrategy(tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('strategy'))`)
  return {
    areas: await tx.select().from(areas),
    strategicGoals: await tx.select().from(strategicGoals),
    operationalGoals: await tx.select().from(operationalGoals),
    tasks: await tx.select().from(tasks),
    translations: await tx.select().from(translatedTitles),
  }
}

/** The document as flat lists, each item with what it belongs to and its place. */
export function flat(outline: Outline) {
  const strategic = outline.areas.flatMap((area) => area.strategicGoals.map(({ code, title }) => ({ code, title, area: area.name })))
  const goals = outline.areas.flatMap((area) => area.strategicGoals.flatMap((goal) => goal.operationalGoals.map(({ code, title }) => ({ code, title, strategic: goal.code }))))
  const all = outline.areas.flatMap((area) => area.strategicGoals.flatMap((goal) => goal.operationalGoals.flatMap((operational) => operational.tasks.map((task) => ({ ...task, goal: operational.code })))))
  const placed = <Item extends { code: string }>(items: Item[]) => [...items].sort((a, b) => compareCodes(a.code, b.code)).map((item) => ({ ...item, position: positionOf(item.code) }))
  return {
    areas: outline.areas.map(({ name }, position) => ({ name, position })),
    strategicGoals: placed(strategic),
    operationalGoals: placed(goals),
    tasks: placed(all),
  }
}

/** A code's place among all codes, the same whichever document it comes from: 1.1.9 → 1_001_009. */
const positionOf = (code: string) => code.split('.').reduce((position, part) => position * 1000 + Number(part), 0)

/** What importing the document would change, in the order of the strategy. */
export function changesTo(current: CurrentStrategy, { outline, translations }: Document): Change[] {
  const document = flat(outline)
  const changes: Change[] = []
  const areaNames = new Map(current.areas.map((area) => [area.id, area.name]))
  for (const { name, position } of document.areas) {
    const known = current.areas.find((area) => area.name === name)
    if (!known) changes.push({ kind: 'area-added', code: name, title: name })
    else if (known.position !== position) changes.push({ kind: 'moved', code: name })
  }
  const strategicCodes = new Map(current.strategicGoals.map(({ id, code }) => [id, code]))
  const known = new Map([
    ...current.strategicGoals.map((goal) => [goal.code, { title: goal.title, parent: areaNames.get(goal.areaId) }] as const),
    ...current.operationalGoals.map((goal) => [goal.code, { title: goal.title, parent: strategicCodes.get(goal.strategicGoalId) }] as const),
  ])
  for (const goal of [...document.strategicGoals.map((goal) => ({ ...goal, parent: goal.area })), ...document.operationalGoals.map((goal) => ({ ...goal, parent: goal.strategic }))]) {
    const before = known.get(goal.code)
    if (!before) changes.push({ kind: 'goal-added', code: goal.code, title: goal.title })
    else {
      if (before.title !== goal.title) changes.push({ kind: 'goal-renamed', code: goal.code, from: before.title, title: goal.title })
      if (before.parent !== goal.parent) changes.push({ kind: 'moved', code: goal.code })
    }
  }
  const currentTasks = new Map(current.tasks.map((task) => [task.code, task]))
  for (const { code, title } of document.tasks) {
    const before = currentTasks.get(code)
    if (!before) changes.push({ kind: 'task-added', code, title })
    else {
      if (before.title !== title) changes.push({ kind: 'task-renamed', code, from: before.title, title })
      if (before.withdrawnAt) changes.push({ kind: 'task-reinstated', code, title })
    }
  }
  const still = new Set(document.tasks.map(({ code }) => code))
  for (const { code, title, withdrawnAt } of [...current.tasks].sort((a, b) => a.position - b.position)) {
    if (!still.has(code) && !withdrawnAt) changes.push({ kind: 'task-withdrawn', code, title })
  }
  for (const [language, titles] of Object.entries(translations)) {
    for (const [code, title] of Object.entries(titles)) {
      if (!current.translations.some((known) => known.language === language && known.code === code && known.title === title)) changes.push({ kind: 'title-translated', code, language, title })
    }
  }
  return changes
}
