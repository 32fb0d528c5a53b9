import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from './cannot-start.mjs'
import { takeLock } from './lock-file'
import { runNext } from './next'

/** Folders that the site is built from; of the project's own folder, the files that tools read. */
const folders = ['app', 'drizzle', 'lib', 'public']
const rootFiles = /\.(ts|mts|js|mjs|cjs|json|css)$/
const notBuilt = /\.test\.tsx?$|^(next-env\.d|vitest\.config|playwright\.config|drizzle\.config)\.ts$|\.md$/
const record = '.next/glos-sources'

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [] // Git keeps no empty folders.
  const below = readdirSync(folder, { withFileTypes: true, recursive: true })
  return below.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** One text for all sources: it changes when one of them does, or the place where they lie. */
function sourcesHash(): string {
  const files = [...readdirSync('.').filter((name) => rootFiles.test(name)), ...folders.flatMap(filesIn)]
  const hash = createHash('sha256').update(process.cwd())
  for (const path of files.filter((path) => !notBuilt.test(path)).sort()) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

function builtHash(): string | undefined {
  try {
    return readFileSync(record, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Builds the site, where its sources have changed since the last build. Of several starts at once, one builds.
 * @throws {CannotStart} with what Next says
 */
export async function buildWhereChanged() {
  if (builtHash() === sourcesHash()) return
  const unlock = await buildLock()
  try {
    const sources = sourcesHash()
    if (builtHash() === sources) return
    console.log('Building the site …')
    rmSync(record, { force: true })
    await runNext('build')
    writeFileSync(record, sources)
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\nThe site could not be built; Next says why above.`)
  } finally {
    unlock()
  }
}

async function buildLock(): Promise<() => void> {
  try {
    for (const folder of ['.', 'node_modules']) accessSync(folder, constants.W_OK)
  } catch {
    throw new CannotStart(`The site must be built, but the project's folder (${process.cwd()}) cannot be written by this user; start it once as its owner.`)
  }
  for (;;) {
    const lock = takeLock('node_modules/.glos-build.lock', 'building')
    if (typeof lock === 'function') return lock
    await wait(500)
  }
}
