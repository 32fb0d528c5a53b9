import postgres from 'postgres'
import { CannotStart } from './cannot-start.mjs'

const oldestMajor = 15
const patience = 10

/**
 * Makes sure that the database of DATABASE_URL can be used.
 * @throws {CannotStart} when it does not answer, refuses us, or is too old
 */
export async function refuseUnusableDatabase(databaseUrl: string) {
  const { hostname, port, pathname } = new URL(databaseUrl)
  const name = `${hostname}:${port || 5432}${pathname}` // Without the password.
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: patience, onnotice() {} })
  try {
    const version = await Promise.race([versionOf(sql), tooLong()])
    if (version < oldestMajor) throw new CannotStart(`The database at ${name} is PostgreSQL ${version}; Głos needs ${oldestMajor} or newer.`)
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new CannotStart(`The database at ${name} (DATABASE_URL) does not answer: ${message || code}.`)
  } finally {
    await sql.end({ timeout: 0 })
  }
}

async function versionOf(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`
  return Math.floor(Number(row!.version) / 10_000)
}

const tooLong = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`nothing within ${patience} seconds`)), patience * 1000).unref())
