import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'

const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url))

/** Any number, as long as everyone uses the same. */
const lockNumber = 7_160_451

/**
 * Brings a database to the newest structure. Several instances may do so at once: one works, the others wait.
 * @param then further work that only one instance may do at a time, still under the lock
 */
export async function migrate(databaseUrl: string, then: () => Promise<void> = async () => {}) {
  // The lock belongs to a connection: so there is exactly one, and it is kept.
  const sql = postgres(databaseUrl, { max: 1, max_lifetime: null, onnotice() {} })
  try {
    await sql`select pg_advisory_lock(${lockNumber})`
    await applyMigrations(drizzle(sql), { migrationsFolder })
    await then()
  } finally {
    await sql.end() // This also gives the lock back.
  }
}
