import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from './env'

// One pool a process, also where bundles import this file twice. Nothing connects before the first query,
// so a build needs no database.
const shared = globalThis as { [pool]?: postgres.Sql }
const pool = Symbol.for('glos.pool') as unknown as 'pool'

/**
 * The bare driver: for LISTEN, and for libraries that bring their own SQL. Its pipelines have no end, since a transaction
 * whose BEGIN fills one is not given its connection (porsager/postgres #1189): an error, and a transaction left open.
 */
export const client = (shared[pool] ??= postgres(env.databaseUrl ?? '', { max: 10, max_pipeline: Number.MAX_SAFE_INTEGER, onnotice() {} } as postgres.Options<{}>))

/** The database, through Drizzle's SQL-like builder. */
export const db = drizzle(preparing(client), { casing: 'snake_case' })

/** A transaction, as commands receive it. */
export type Tx = Parameters<Parameters<typeof db.transaction>[0]>[0]

/**
 * Drizzle sends its statements unprepared: another round trip and a new plan each time, a third of what a command costs.
 * The same client, that prepares them once a connection.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'unsafe') return (query: string, values?: never[], options?: object) => target.unsafe(query, values, values?.length ? { ...options, prepare: true } : options)
      if (name !== 'begin' && name !== 'savepoint') return Reflect.get(target, name) as unknown
      const begin = Reflect.get(target, name) as (...args: unknown[]) => unknown
      return (...args: unknown[]) => {
        const work = args.pop() as (tx: postgres.TransactionSql) => Promise<unknown>
        return begin.call(target, ...args, (tx: postgres.TransactionSql) => work(preparing(tx)))
      }
    },
  })
}
