import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import postgres from 'postgres'
import { CannotStart } from './cannot-start.mjs'
import type { ClusterPlace } from './cluster-place'
import { run } from './run'
import type { ServerBinaries } from './server-binaries'

export const databaseName = 'glos'

/**
 * Makes the data folder of a new PostgreSQL. It appears under its name only when it is complete, so that an
 * interruption leaves nothing half made.
 * @throws {CannotStart} with what initdb says
 */
export async function makeCluster({ initdb }: ServerBinaries, { folder, user }: ClusterPlace, password: string, { durable }: { durable: boolean }) {
  const unfinished = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
  // The locale is the database's own, so that it sorts and folds alike on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await run(initdb, ['-D', unfinished, '--username=glos', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...locale, ...(durable ? [] : ['--no-sync'])], { ...user, cwd: '/' })
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
  } catch (error) {
    throw new CannotStart(`The embedded database could not be made: ${(error as Error).message.split('\n').at(-1)}`)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/**
 * Makes our database in a running server, where it is missing.
 * @throws {CannotStart} where the server does not know our password
 */
export async function makeDatabase(url: string) {
  const server = new URL(url)
  server.pathname = '/postgres'
  const sql = postgres(server.href, { max: 1, onnotice() {} })
  try {
    const [known] = await sql`select from pg_database where datname = ${databaseName}`
    if (!known) await sql`create database ${sql(databaseName)}`
  } catch (error) {
    if ((error as postgres.PostgresError).code === '28P01') throw new CannotStart('The password in secrets.json of DATA_DIR is not that of its database; bring back the file that belongs to it.')
    throw error
  } finally {
    await sql.end()
  }
}
