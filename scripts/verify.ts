import { createReadStream, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readCheckpoint, type Checkpoint } from './verify-checkpoint'
import { verifying, verifyKept, verifySuccession } from './verify-ledger'
import { linesOf, readSite, verifyPublished } from './verify-site'

const usage = `Usage: npm run verify -- URL | FILE [FILE …] [--checkpoint FILE]…
URL is the address of a site; FILE is a part of its ledger that you have saved, the parts in order.
--checkpoint names a checkpoint that you have kept, as it came by mail or as it was published.`

/**
 * Verifies a ledger by docs/ledger.md, with nothing of the site's code.
 * @param from the folder that files are named from
 * @returns the exit code: 0 all is as it should be, 1 something is wrong, 2 called wrongly or could not be read
 */
export async function main(args: readonly string[], from: string): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { checkpoint: { type: 'string', multiple: true } } })
    const kept = (values.checkpoint ?? []).map((file) => readCheckpoint(readFileSync(resolve(from, file), 'utf8')))
    const [first] = positionals
    if (!first) throw new Error('Say what to verify.')
    const findings = /^https?:\/\//.test(first) ? await verifySite(new URL(first).origin, kept) : await verifyFiles(positionals.map((file) => resolve(from, file)), kept)
    for (const finding of findings.slice(0, 50)) console.error(`WRONG: ${finding}`)
    console.log(findings.length ? `${findings.length} things are wrong.` : 'Everything agrees.')
    return findings.length ? 1 : 0
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    return 2
  }
}

async function verifySite(origin: string, kept: readonly Checkpoint[]): Promise<string[]> {
  const { checkpoints, findings, lines } = await readSite(origin)
  const reading = verifying([...checkpoints, ...kept])
  for await (const line of lines()) reading.take(line)
  const state = reading.end()
  const newest = [...checkpoints].sort((a, b) => (a.date < b.date ? 1 : -1))[0]
  console.log(`${state.lines} lines, ${checkpoints.length} checkpoints, ${newest?.questions.length ?? 0} votes with public results, ${kept.length} checkpoints of yours.`)
  return [...findings, ...verifySuccession(checkpoints), ...verifyKept(kept, checkpoints), ...state.findings, ...(await verifyPublished(origin, state, newest))]
}

async function verifyFiles(files: readonly string[], kept: readonly Checkpoint[]): Promise<string[]> {
  const reading = verifying(kept)
  for (const file of files) for await (const line of linesOf(createReadStream(file))) reading.take(line)
  const state = reading.end()
  console.log(`${state.lines} lines, ${kept.length} checkpoints of yours.`)
  return state.findings
}
