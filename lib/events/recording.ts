import { sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { newSalt, reference } from './references'

export type Recorded = {
  /** In the past tense: `comment.posted`. */
  name: string
  /** The ledger key of whoever acted. */
  actor: string | null
  subject: string
  /** What was said or chosen, by name: only salted references to it are written down. */
  attests?: Record<string, string> | undefined
}

/** Writes an event, to be sealed soon, and at commit tells every instance which pages are old: one statement. */
export async function recordEvent(tx: Tx, { name, actor, subject, attests }: Recorded, tags: readonly string[] = []): Promise<void> {
  const salt = newSalt()
  const attested = attests && JSON.stringify(Object.fromEntries(Object.entries(attests).map(([what, value]) => [what, reference(salt, what, value)])))
  await tx.execute(sql`
    with event as (insert into events (name, actor, subject, attested) values (${name}, ${actor}, ${subject}, ${attested ?? null}::jsonb) returning id),
      salted as (insert into unsealed (event_id, salt) select id, decode(${salt.toString('hex')}, 'hex') from event)
    select ${tags.length ? sql`pg_notify('touched', ${tags.join(' ')})` : sql`1`}`)
}
