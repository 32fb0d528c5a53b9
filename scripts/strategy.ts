import { resolve } from 'node:path'
import type { Change } from '../lib/strategy/changes'
import { withDatabase } from './database'

const usage = 'Usage: npm run strategy -- import FILE [--dry-run]'

/**
 * Imports the table of a strategy, or only says what would change.
 * @param from the folder that FILE is named from
 * @returns the exit code: 0 done, 1 refused with the lines that are wrong, 2 called wrongly
 */
export async function main(args: readonly string[], from: string): Promise<number> {
  const dryRun = args.includes('--dry-run')
  const [verb, file, ...more] = args.filter((arg) => arg !== '--dry-run')
  if (verb !== 'import' || !file || more.length || file.startsWith('--')) {
    console.error(usage)
    return 2
  }
  return withDatabase(async () => {
    const { importFile } = await import('../lib/strategy/import-file')
    const { sentence } = await import('../lib/strategy/outline')
    const report = await importFile(resolve(from, file), { dryRun })
    if (!report.ok) {
      for (const problem of report.problems) console.error(sentence(problem))
      console.error(report.refusal)
      return 1
    }
    for (const warning of report.warnings) console.warn(`Warning: ${sentence(warning)}`)
    for (const change of report.changes) console.log(say(change))
    const tasks = `${report.tasks} ${report.tasks === 1 ? 'task' : 'tasks'}`
    if (!report.changes.length) console.log(`Nothing changes: the strategy already has these ${tasks}.`)
    else console.log(dryRun ? `That is what importing these ${tasks} would change. Nothing was changed.` : `Imported: ${tasks} in the document.`)
    return 0
  })
}

function say(change: Change): string {
  switch (change.kind) {
    case 'area-added':
      return `+ ${change.title}`
    case 'goal-added':
    case 'task-added':
      return `+ ${change.code} ${change.title}`
    case 'goal-renamed':
    case 'task-renamed':
      return `~ ${change.code} ${change.title}\n  was: ${change.from}`
    case 'task-withdrawn':
      return `- ${change.code} ${change.title} (withdrawn: stays readable, takes no new voices)`
    case 'task-reinstated':
      return `+ ${change.code} ${change.title} (back in the strategy)`
    case 'title-translated':
      return `  ${change.code} in ${change.language}: ${change.title}`
    case 'moved':
      return `~ ${change.code} has another place`
  }
}
