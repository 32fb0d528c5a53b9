import { execFileSync } from 'node:child_process'
import { readFileSync, statfsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { buildWhereChanged } from '../scripts/build'
import { CannotStart } from '../scripts/cannot-start.mjs'
import { existingPlace } from '../scripts/cluster-place'
import { prepareDataFolder } from '../scripts/data-folder'
import { closeConnections, openDatabase } from '../scripts/database'
import { embeddedUrl } from '../scripts/embedded-postgres'
import { fillOnce } from '../scripts/fill-once'
import { migrate } from '../scripts/migrate'
import { freePort } from '../scripts/port.mjs'
import { postmasterOn } from '../scripts/postmaster'
import { start } from '../scripts/run'
import { environmentOf, readSettings } from '../scripts/settings'
import { whenEnding } from '../scripts/shutdown'
import { temporaryFolder } from '../scripts/temporary-folder'
import { listenToPool } from './statements'

/** The site as `npm start` runs it, on a database of its own that goes when we go. */
export type Site = {
  port: number
  databaseUrl: string
  /** The most that the server that makes the pages had so far, in MB (of 1024 × 1024 bytes), as the system counts it. */
  memory(): number
  /** From the launcher's start to the first answer of the list of tasks, database included. */
  startSeconds: number
}

const tmpfs = 0x01021994

/**
 * Fills a database, builds the site and closes all again; then starts it with the launcher of `npm start`.
 * @param fill puts into the database what the site is measured with, before it is served
 */
export async function startSite<Filled>(fill: () => Promise<Filled>): Promise<Site & { filled: Filled }> {
  const folder = temporaryFolder('bench')
  whenEnding(folder.remove)
  if (statfsSync(folder.path).type === tmpfs) console.warn('The temporary folder is in memory, so durability costs nothing here: set TMPDIR to a folder on a disk.')
  for (const name of ['DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'SMTP_URL', 'ADMIN_EMAIL', 'GLOS_DEMO']) delete process.env[name]
  const environment = { DATA_DIR: folder.path, PORT: String(await freePort()), TRUSTED_PROXIES: '1' } // The visitors say where they are (visitor.ts).
  const settings = readSettings(environment)
  const untouched = { ...process.env, ...environment }
  prepareDataFolder(settings.dataDir)
  const database = await openDatabase(settings, 'the benchmark')
  Object.assign(process.env, environmentOf(settings, database.url))
  listenToPool(database.url)
  await migrate(database.url, () => fillOnce(settings.dataDir, { samples: false }))
  const filled = await fill()
  await closeConnections()
  await database.close()
  await buildWhereChanged()

  const began = performance.now()
  const launcher = start(process.execPath, ['scripts/start.mjs'], { env: untouched, stdio: ['ignore', 'ignore', 'inherit'] }, { signal: 'SIGTERM', patience: 40_000 })
  await untilListed(settings.port, () => launcher.exitCode !== null)
  const startSeconds = (performance.now() - began) / 1000
  const site = serverOf(launcher.pid!)
  const { port } = postmasterOn(existingPlace(settings.dataDir))!
  return { port: settings.port, databaseUrl: embeddedUrl(settings.dataDir, port), memory: () => Math.round(peakKilobytes(site) / 1024), startSeconds, filled }
}

/** Asks until the list of tasks is there, two minutes at most. */
async function untilListed(port: number, hasEnded: () => boolean) {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline && !hasEnded(); await wait(10)) {
    const answer = await fetch(`http://127.0.0.1:${port}/zadania`).catch(() => undefined) // Not listening yet.
    if (answer?.status === 200 && (await answer.text())) return
  }
  throw new CannotStart('The launcher of `npm start` brought no list of tasks.')
}

/** The process that makes the pages, which the launcher has started. */
function serverOf(launcher: number): number {
  const running = execFileSync('ps', ['-A', '-ww', '-o', 'pid=', '-o', 'ppid=', '-o', 'command='], { encoding: 'utf8' }).split('\n')
  const [pid] = running.map((line) => line.trim().split(/\s+/)).find(([, parent, ...command]) => Number(parent) === launcher && command.join(' ').includes('site.mjs')) ?? []
  if (!pid) throw new Error('The launcher has started no site.mjs.')
  return Number(pid)
}

/** Where the system keeps no peak: what is resident now. */
function peakKilobytes(pid: number): number {
  if (process.platform === 'linux') return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
}
