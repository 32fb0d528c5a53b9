import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { CannotStart, printReason } from '../scripts/cannot-start.mjs'
import { endOnSignals, endWith, isEnding } from '../scripts/shutdown'
import { missingPosts } from './all-posts-shown'
import { asker } from './ask'
import { deepPage, hotQuestion, missAfterPost, readersUnderPosts, searching, type Seen } from './further'
import { measuresOf } from './measures'
import { asJson, asRecord, asText, type Results } from './report'
import { startSite } from './site'
import { effort, size } from './size'
import { compare } from './speed'
import { visitorsOf } from './visitor'

const usage = 'Usage: npm run bench [-- --json FILE] [--record]'

/**
 * Measures the site and prints what it saw; with `--json` also into a file, with `--record` also into bench/RESULTS.md.
 * Ends the process: with 1 when a posted comment was not shown or something failed. A missed goal is only said, since
 * machines differ.
 * @param from the folder that FILE is named from
 */
export async function main(args: string[], from: string): Promise<never> {
  const { json, record } = optionsIn(args)
  endOnSignals({ code: 130 })
  try {
    const results = await measure()
    console.log(`\n${asText(results)}`)
    if (json) writeFileSync(resolve(from, json), `${JSON.stringify(asJson(results), null, 2)}\n`)
    if (record) writeFileSync('bench/RESULTS.md', asRecord(results))
    return endWith(results.missing.length || results.seen.some(({ name, reached }) => name === 'hotQuestion' && !reached) ? 1 : 0)
  } catch (error) {
    if (!isEnding()) printReason(error) // What fails while we are ending was stopped by us.
    return endWith(1)
  }
}

function optionsIn(args: string[]) {
  try {
    return parseArgs({ args, options: { json: { type: 'string' }, record: { type: 'boolean' } } }).values
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${usage}`)
  }
}

async function measure(): Promise<Results> {
  console.log(`Filling a database: ${size.people} people, ${size.comments} comments, one thread of ${size.longestThread} …`)
  // lib/ reads its settings when it is imported, so that waits until there are some.
  const { port, databaseUrl, memory, startSeconds, filled: city } = await startSite(async () => (await import('./city')).fillCity())
  const sql = postgres(databaseUrl, { max: effort.connections, onnotice() {} })
  const ask = asker(port)
  const visitors = await visitorsOf(ask, port, city)
  const measured: Partial<Results['measured']> = {}
  for (const { name, bounds, bare, ours } of await measuresOf({ ask, visitors, city, sql })) {
    console.log(`Measuring ${name} …`)
    measured[name] = await compare({ bare, ours }, bounds)
  }
  const world = { ask, visitors, city, sql }
  const seen: Seen[] = []
  for (const look of [deepPage, searching, missAfterPost, readersUnderPosts, hotQuestion]) {
    console.log(`Looking: ${look.name} …`)
    seen.push(...[await look(world)].flat())
  }
  const memoryMb = memory()
  console.log(`Posting ${effort.concurrentPosts} comments at once …`)
  const missing = await missingPosts({ visitors, city, sql })
  await sql.end({ timeout: 5 })
  return { measured: measured as Results['measured'], seen, memoryMb, startSeconds, missing }
}
