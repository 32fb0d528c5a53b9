import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { CannotStart, printReason } from '../scripts/cannot-start.mjs'
import { endOnSignals, endWith, isEnding } from '../scripts/shutdown'
import { missingPosts } from './all-posts-shown'
import { asker } from './ask'
import { recordChanges } from './bare-changes'
import { deepPage, missAfterPost, searching, type Seen, type World } from './further'
import { hotQuestion } from './hot-question'
import { measuresOf } from './measures'
import { readersUnderPosts } from './readers-under-posts'
import { asJson, asRecord, asText, type Results } from './report'
import { startSite } from './site'
import { effort, goals, goSmall, size } from './size'
import { compare } from './speed'
import { visitorsOf } from './visitor'

const looks = { deepPage, searching, missAfterPost, readersUnderPosts, hotQuestion }
const names = [...Object.keys(goals), ...Object.keys(looks), 'concurrentPosts']
const usage = `Usage: npm run bench [-- --only NAME,NAME] [--small] [--json FILE] [--record]
NAME is one of ${names.join(', ')}.`

/**
 * Measures the site and prints what it saw; with `--json` also into a file, with `--record` also into bench/RESULTS.md.
 * For quick work, `--only` names what to look at, and `--small` takes a small city.
 * Ends the process: with 1 when a posted comment was not shown or something failed. A missed goal is only said, since
 * machines differ.
 * @param from the folder that FILE is named from
 */
export async function main(args: string[], from: string): Promise<never> {
  const { json, record, small, wanted } = optionsIn(args)
  if (small) goSmall()
  endOnSignals({ code: 130 })
  try {
    const results = await measure(wanted)
    console.log(`\n${asText(results)}`)
    if (json) writeFileSync(resolve(from, json), `${JSON.stringify(asJson(results), null, 2)}\n`)
    if (record) writeFileSync('bench/RESULTS.md', asRecord(results))
    return endWith(results.missing?.length || results.seen.some(({ name, reached }) => name === 'hotQuestion' && !reached) ? 1 : 0)
  } catch (error) {
    if (!isEnding()) printReason(error) // What fails while we are ending was stopped by us.
    return endWith(1)
  }
}

function optionsIn(args: string[]) {
  try {
    const { only, ...options } = parseArgs({ args, options: { json: { type: 'string' }, record: { type: 'boolean' }, only: { type: 'string' }, small: { type: 'boolean' } } }).values
    const wanted = new Set(only?.split(',') ?? names)
    const unknown = [...wanted].filter((name) => !names.includes(name))
    if (unknown.length) throw new Error(`Nothing is called ${unknown.join(', ')}.`)
    if (options.record && (only !== undefined || options.small)) throw new Error('Only a whole run on the whole city is recorded.')
    return { ...options, wanted }
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${usage}`)
  }
}

async function measure(wanted: ReadonlySet<string>): Promise<Results> {
  console.log(`Filling a database: ${size.people} people, ${size.comments} comments, one thread of ${size.longestThread} …`)
  const { port, databaseUrl, memory, startSeconds, filled } = await startSite(async () => {
    // lib/ reads its settings when it is imported, so that waits until there are some.
    const city = await (await import('./city')).fillCity()
    // A site that has been running has few events to seal, so neither has this one.
    await (await import('../lib/ledger/sealing')).sealEvents()
    return { city, recorded: await recordChanges(city) }
  })
  const { city, recorded } = filled
  const sql = postgres(databaseUrl, { max: effort.connections, onnotice() {} })
  const ask = asker(port)
  const visitors = await visitorsOf(ask, port, city.code)
  const measured: Results['measured'] = {}
  for (const { name, bounds, bare, ours } of await measuresOf({ ask, visitors, city, sql, recorded })) {
    if (!wanted.has(name)) continue
    console.log(`Measuring ${name} …`)
    measured[name] = await compare({ bare, ours }, bounds)
  }
  const world: World = { ask, visitors, visitorsOf: (code) => visitorsOf(ask, port, code), city, sql }
  const seen: Seen[] = []
  for (const [name, look] of Object.entries(looks)) {
    if (!wanted.has(name)) continue
    console.log(`Looking: ${name} …`)
    seen.push(...[await look(world)].flat())
  }
  let missing: Results['missing']
  if (wanted.has('concurrentPosts')) {
    console.log(`Posting ${effort.concurrentPosts} comments at once …`)
    missing = await missingPosts({ visitors, city, sql })
  }
  await sql.end({ timeout: 5 })
  return { measured, seen, memoryMb: memory(), startSeconds, missing } // The peak of all, so it comes last.
}
