import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from './env'

// One pool a process, also where bundles import this file twice. Nothing connects before the first query,
// so a build needs no database.
const shared = globalThis as { [pool]?: postgres.Sql }
const pool = Symbol.for('glos.pool') as unknown as 'pool'

/** The bare driver: for LISTEN, and for libraries that bring their own SQL. */
export const client = (shared[pool] ??= postgres(env.databaseUrl ?? '', { max: 10, onnotice() {} }))

/** The database, through Drizzle's SQL-like builder. */
export const db = drizzle(client, { casing: 'snake_case' })

/** A transaction, as commands receive it. */
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]
