import { readFile } from 'node:fs/promises'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { changesTo, currentStrategy, type Change } from './changes'
import { importStrategy } from './commands'
import { decodeDocument } from './decode'
import { readOutline, type OutlineProblem } from './outline'
import { strategyExists } from './queries'

export type ImportReport =
  | { ok: false; refusal: string; problems: OutlineProblem[] }
  | { ok: true; warnings: OutlineProblem[]; changes: Change[]; tasks: number }

/**
 * Imports the table of a strategy from a text file; unofficial titles from `NAME.en.json` beside it, if there.
 * @param dryRun only tells what would change
 */
export async function importFile(path: string, { dryRun }: { dryRun: boolean }): Promise<ImportReport> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) return { ok: false, refusal: `${path} cannot be read (${bytes.code ?? bytes.message}).`, problems: [] }
  const decoded = decodeDocument(bytes)
  if (!decoded.ok) return { ok: false, refusal: decoded.sentence, problems: [] }
  const reading = readOutline(decoded.text)
  if (!reading.ok) return { ok: false, refusal: 'Nothing was imported.', problems: reading.problems }
  const document = { outline: reading.outline, translations: await translationsBeside(path) }
  const changes = dryRun ? changesTo(await db.transaction(currentStrategy), document) : (await importStrategy(await systemPerson(), document)).changes
  const tasks = reading.outline.areas.flatMap((area) => area.strategicGoals.flatMap((goal) => goal.operationalGoals.flatMap((operational) => operational.tasks))).length
  return { ok: true, warnings: reading.warnings, changes, tasks }
}

/** Imports Toruń's strategy into a database that has none, so that a new installation has something to talk about. */
export async function importBundledStrategy(): Promise<void> {
  if (await strategyExists(null)) return
  const report = await importFile('lib/strategy/torun/torun-tabela-2.txt', { dryRun: false })
  if (!report.ok) throw new Error(`The bundled strategy cannot be imported: ${report.refusal}`)
}

async function translationsBeside(path: string): Promise<Record<string, Record<string, string>>> {
  const text = await readFile(path.replace(/\.[^./]+$/, '') + '.en.json', 'utf8').catch(() => null)
  if (!text) return {}
  const { language, titles } = JSON.parse(text) as { language: string; titles: Record<string, string> }
  return { [language]: titles }
}
