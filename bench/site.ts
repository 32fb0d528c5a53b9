import { execFileSync } from 'node:child_process'
import { readFileSync, statfsSync } from 'node:fs'
import { buildWhereChanged } from '../scripts/build'
import { prepareDataFolder } from '../scripts/data-folder'
import { closeConnections, openDatabase } from '../scripts/database'
import { fillOnce } from '../scripts/fill-once'
import { migrate } from '../scripts/migrate'
import { siteAnswers, startNext } from '../scripts/next'
import { freePort } from '../scripts/port.mjs'
import { environmentOf, readSettings } from '../scripts/settings'
import { whenEnding } from '../scripts/shutdown'
import { temporaryFolder } from '../scripts/temporary-folder'

/** The site as `npm start` runs it, on a database of its own that goes when we go. */
export type Site = {
  port: number
  databaseUrl: string
  /** The most that the server that makes the pages had so far, in MB (of 1024 × 1024 bytes), as the system counts it. */
  memory(): number
  /** From its start to its first page. */
  startSeconds: number
}

const tmpfs = 0x01021994

/**
 * Builds and starts the site.
 * @param fill puts into the database what the site is measured with, before it is served
 */
export async function startSite<Filled>(fill: () => Promise<Filled>): Promise<Site & { filled: Filled }> {
  const folder = temporaryFolder('bench')
  whenEnding(folder.remove)
  if (statfsSync(folder.path).type === tmpfs) console.warn('The temporary folder is in memory, so durability costs nothing here: set TMPDIR to a folder on a disk.')
  for (const name of ['DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'SMTP_URL', 'ADMIN_EMAIL', 'GLOS_DEMO']) delete process.env[name]
  const settings = readSettings({ DATA_DIR: folder.path, PORT: String(await freePort()) })
  prepareDataFolder(settings.dataDir)
  const database = await openDatabase(settings, 'the benchmark')
  Object.assign(process.env, environmentOf(settings, database.url))
  await migrate(database.url, () => fillOnce(settings.dataDir, { samples: false }))
  const filled = await fill()
  await closeConnections()
  await buildWhereChanged()
  const began = performance.now()
  const site = startNext('start', settings.port)
  await siteAnswers(settings.port)
  await (await fetch(`http://127.0.0.1:${settings.port}/zadania`)).text()
  const startSeconds = (performance.now() - began) / 1000
  return { port: settings.port, databaseUrl: database.url, memory: () => Math.round(residentKilobytes(site.pid!) / 1024), startSeconds, filled }
}

function residentKilobytes(pid: number): number {
  if (process.platform === 'linux') return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
}
