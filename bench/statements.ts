import postgres from 'postgres'

/** What was sent to the database: its text as it was, and the values beside it. */
export type Statement = { text: string; values: unknown[] }

let heard: Statement[] | undefined

/** Gives lib/db.ts, before it is imported, a pool that can be listened to (the same but for that). */
export function listenToPool(databaseUrl: string) {
  const shared = globalThis as Record<symbol, unknown>
  shared[Symbol.for('glos.pool')] = postgres(databaseUrl, { max: 10, onnotice() {}, debug: (_, text, values) => void heard?.push({ text, values: [...values] }) }) // The driver writes over its list.
}

/** @returns what a piece of work sent, in its order, on whichever connection */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  heard = []
  try {
    await work()
    return heard
  } finally {
    heard = undefined
  }
}
