import { sql } from 'drizzle-orm'
import type { Tx } from '../db'

/** Deletes the salts of all that a person did: from now on nobody can connect the ledger's references with them or their words. */
export async function forgetSalts(tx: Tx, personId: string): Promise<void> {
  const theirs = sql`(select events.id from events join people on people.ledger_key = events.actor where people.id = ${personId})`
  await tx.execute(sql`delete from event_salts where event_id in ${theirs}`)
  await tx.execute(sql`update unsealed set salt = null where event_id in ${theirs}`)
}
