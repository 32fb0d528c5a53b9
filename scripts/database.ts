import { join } from 'node:path'
import { CannotStart } from './cannot-start.mjs'
import { existingPlace } from './cluster-place'
import { prepareDataFolder } from './data-folder'
import { embeddedUrl, startEmbeddedPostgres } from './embedded-postgres'
import { refuseUnusableDatabase } from './given-database'
import { type Holder, holderOf, takeLock } from './lock-file'
import { migrate } from './migrate'
import { postmasterOn } from './postmaster'
import { environmentOf, readSettings, type Settings } from './settings'
import { endOnSignals, whenEnding } from './shutdown'

/** A database that is ready for use. */
export type OpenDatabase = {
  url: string
  /** Resolves when it has ended without being asked to; never for one that we do not run. */
  ended: Promise<void>
  close(): Promise<void>
}

const lockOf = (dataDir: string) => join(dataDir, 'launcher.lock')

/**
 * The database of DATABASE_URL, or the embedded one of DATA_DIR, started for us alone.
 * @param about what others are told who want the same DATA_DIR meanwhile
 * @throws {CannotStart} where it is in use or does not work
 */
export async function openDatabase({ databaseUrl, dataDir }: Settings, about: string): Promise<OpenDatabase> {
  if (databaseUrl) {
    await refuseUnusableDatabase(databaseUrl)
    return { url: databaseUrl, ended: new Promise(() => {}), close: async () => {} }
  }
  const unlock = lockDataFolder(dataDir, about)
  try {
    const { url, ended, stop } = await startEmbeddedPostgres(dataDir)
    return { url, ended, close: () => stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

/** @throws {CannotStart} with what its holder says about itself */
export function refuseDataFolderInUse({ databaseUrl, dataDir }: Settings) {
  const holder = databaseUrl ? undefined : holderOf(lockOf(dataDir))
  if (holder) throw inUse(dataDir, holder)
}

function lockDataFolder(dataDir: string, about: string): () => void {
  const lock = takeLock(lockOf(dataDir), about)
  if (typeof lock !== 'function') throw inUse(dataDir, lock)
  whenEnding(lock)
  return lock
}

const inUse = (dataDir: string, { pid, about }: Holder) => new CannotStart(`Głos is already running on ${dataDir}: pid ${pid}, ${about}.`)

/**
 * For tools: does something with the database, whether the site is running or not. DATABASE_URL is used, or the
 * running server of DATA_DIR, or one that is started for the duration. The database is brought to the newest
 * structure, and the settings are in `process.env` for lib/, which is to be imported inside `use`.
 * @throws {CannotStart} where there is no database to be had
 */
export async function withDatabase<Result>(use: (databaseUrl: string) => Promise<Result>): Promise<Result> {
  endOnSignals({ code: 130 })
  const settings = readSettings(process.env)
  prepareDataFolder(settings.dataDir)
  const database = runningDatabase(settings) ?? (await openDatabase(settings, 'a command of its tools'))
  try {
    Object.assign(process.env, environmentOf(settings, database.url))
    await migrate(database.url)
    return await use(database.url)
  } finally {
    await closeConnections()
    await database.close()
  }
}

/** The server that a running site has started on this DATA_DIR. */
function runningDatabase({ databaseUrl, dataDir }: Settings): OpenDatabase | undefined {
  const holder = databaseUrl ? undefined : holderOf(lockOf(dataDir))
  if (!holder) return undefined
  const server = postmasterOn(existingPlace(dataDir))
  if (!server?.ready) throw new CannotStart(`The site on ${dataDir} is just starting or stopping (pid ${holder.pid}); try again in a moment.`)
  return { url: embeddedUrl(dataDir, server.port), ended: new Promise(() => {}), close: async () => {} }
}

/** Ends the connections that lib/ opened in this process; they would keep it, and they would outlive the server. */
export async function closeConnections() {
  const { client } = await import('../lib/db')
  await client.end({ timeout: 5 })
}
