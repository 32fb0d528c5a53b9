import { sql } from 'drizzle-orm'
import type { Tx } from '../db'

/** Deletes the salts of all that happened to something, such as a comment some of whose words were taken out: nobody can try whether the ledger attests a text they guess. */
export async function forgetSaltsAbout(tx: Tx, subject: string): Promise<void> {
  const about = sql`(select id from events where subject = ${subject})`
  await tx.execute(sql`delete from event_salts where event_id in ${about}`)
  await tx.execute(sql`update unsealed set salt = null where event_id in ${about}`)
}

/** Deletes the salts of all that a person did: from now on nobody can connect the ledger's references with them or their words. */
export async function forgetSalts(tx: Tx, personId: string): Promise<void> {
  const theirs = sql`(select events.id from events join people on people.ledger_key = events.actor where people.id = ${personId})`
  await tx.execute(sql`delete from event_salts where event_id in ${theirs}`)
  await tx.execute(sql`update unsealed set salt = null where event_id in ${theirs}`)
}
