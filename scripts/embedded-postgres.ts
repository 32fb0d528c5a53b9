import type { ChildProcess } from 'node:child_process'
import { existsSync, openSync, closeSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from './cannot-start.mjs'
import { type ClusterPlace, prepareClusterPlace } from './cluster-place'
import { databaseName, makeCluster, makeDatabase } from './make-cluster'
import { freePort } from './port.mjs'
import { postmasterOn, removeStalePostmasterFile } from './postmaster'
import { end, type Ending, run, start } from './run'
import { findServerBinaries, type ServerBinaries } from './server-binaries'
import { secretsOf } from './settings'
import { isEnding } from './shutdown'

/** An embedded server that is ready. */
export type EmbeddedPostgres = {
  url: string
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** The address of the embedded database of a DATA_DIR, for a server on that port. */
export const embeddedUrl = (dataDir: string, port: number) => `postgres://glos:${secretsOf(dataDir).databasePassword}@127.0.0.1:${port}/${databaseName}`

/** For a small machine that also runs the site. */
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=128MB', 'work_mem=8MB', 'max_wal_size=512MB', 'random_page_cost=1.1', 'jit=off', 'timezone=UTC', 'log_timezone=UTC']
const durableSettings = ['max_connections=100']
/** Fast, and lost when the machine stops. */
const throwAwaySettings = ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** PostgreSQL's „fast”: open transactions are rolled back, what was committed is kept. */
const fastShutdown: Ending = { signal: 'SIGINT', patience: 20_000 }

/**
 * Starts PostgreSQL on the data folder of a DATA_DIR, which must be ours alone (its lock taken). The first time,
 * makes the data folder. A server that an earlier, killed launcher left behind is stopped first.
 * @param options.durable false only for tests
 * @throws {CannotStart} where it cannot run here
 */
export async function startEmbeddedPostgres(dataDir: string, { durable = true } = {}): Promise<EmbeddedPostgres> {
  const place = prepareClusterPlace(dataDir)
  const binaries = await findServerBinaries(place.user)
  const left = postmasterOn(place.folder)
  if (left) {
    console.log(`Stopping a database server that an earlier start left behind (pid ${left.pid}) …`)
    await stopLeftServer(binaries, place)
  }
  removeStalePostmasterFile(place.folder)
  if (!existsSync(join(place.folder, 'PG_VERSION'))) await makeCluster(binaries, place, secretsOf(dataDir).databasePassword, { durable })

  const log = join(dataDir, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const args = ['-D', place.folder, '-p', String(port), ...[...settings, ...(durable ? durableSettings : throwAwaySettings)].flatMap((setting) => ['-c', setting])]
    const child = startLogged(log, binaries.postgres, args, place)
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
    if (await becomesReady(child, place.folder)) {
      await makeDatabase(embeddedUrl(dataDir, port))
      return { url: embeddedUrl(dataDir, port), ended, stop: () => end(child, fastShutdown).then(() => ended) }
    }
    // Another program may have taken the port, and processes of a killed server need a moment to notice.
    if (attempt === 3 || isEnding()) throw new CannotStart(`The embedded PostgreSQL did not start: ${lastComplaint(log)} (see ${log}).`)
    await wait(1000)
  }
}

function startLogged(log: string, file: string, args: string[], { user }: ClusterPlace): ChildProcess {
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
  const descriptor = openSync(log, 'a', 0o600)
  try {
    return start(file, args, { ...user, cwd: '/', stdio: ['ignore', descriptor, descriptor] }, fastShutdown)
  } finally {
    closeSync(descriptor)
  }
}

/** Recovery after a power cut may take minutes; so wait as long as the server lives. */
async function becomesReady(child: ChildProcess, folder: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = postmasterOn(folder)
    if (postmaster?.pid === child.pid && postmaster?.ready) return true
    await wait(30)
  }
  return false
}

const lastComplaint = (log: string) => readFileSync(log, 'utf8').split('\n').filter((line) => /FATAL|PANIC|error/.test(line)).at(-1)?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'no reason was given'

/** A server that is not our child can only be told by name. */
async function stopLeftServer({ pg_ctl }: ServerBinaries, { folder, user }: ClusterPlace) {
  const stopIn = (mode: string) => run(pg_ctl, ['stop', '-D', folder, '-m', mode, '-w', '-t', '20'], { ...user, cwd: '/' })
  await stopIn('fast').catch(async (error: Error) => {
    if (postmasterOn(folder)) await stopIn('immediate').catch(() => Promise.reject(error))
  })
}
