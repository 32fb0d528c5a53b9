import { desc, sql } from 'drizzle-orm'
import { db, type Tx } from '../db'
import { newSalt } from '../events/references'
import { ledgerLines } from '../events/tables'
import { counted, instantOf, isSecret, waiting } from './acts'
import { beginning, chained, lineOf, type Sealable } from './line'

/** Whoever seals holds it until the end of the transaction. Any number, as long as everyone uses the same. */
export const sealingLock = 7_160_452
const batch = 1000

/** Gives every event that was committed, and may be known, its line. Several instances may do so at once: they take turns. */
export async function sealEvents(): Promise<void> {
  const sealSome = () =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${sealingLock}::bigint)`)
      return sealBatch(tx)
    })
  while ((await sealSome()) === batch);
}

/**
 * Seals what waits, at most `batch` of it, in the order of the events that this transaction sees; an event that commits
 * late simply comes later. To be called by the holder of the lock.
 * @returns how many
 */
export async function sealBatch(tx: Tx): Promise<number> {
  const [last] = await tx.select({ seq: ledgerLines.seq, hash: ledgerLines.hash }).from(ledgerLines).orderBy(desc(ledgerLines.seq)).limit(1)
  let { seq, hash } = last ?? { seq: 0, hash: beginning }
  const events = await takeSealable(tx)
  const lines = events.map(({ id, salt, ...event }) => {
    const previous = seq ? hash : null
    const line = lineOf(event, ++seq, salt ?? newSalt())
    hash = chained(hash, line)
    return { seq, event_id: id, line, previous, hash, salt: salt?.toString('hex') ?? null }
  })
  if (!lines.length) return 0
  await tx.execute(sql`
    with sealed as (select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (seq bigint, event_id bigint, line text, previous text, hash text, salt text)),
      salted as (insert into event_salts (event_id, salt) select event_id, decode(salt, 'hex') from sealed where salt is not null)
    insert into ledger_lines (seq, event_id, line, previous, hash) select seq, event_id, line, previous, hash from sealed order by seq`)
  return lines.length
}

/** Takes events off the list of those that wait, what a checkpoint is bound to first. */
const takeSealable = (tx: Tx) =>
  tx.execute<Sealable & { id: string; salt: Buffer | null }>(sql`
    with waiting as (${waiting}), sealable as (
      select waiting.* from waiting left join questions on questions.id = waiting.question
      where questions.id is null or not (${isSecret})
      order by waiting.committed_on, waiting.id limit ${batch}
    ), taken as (
      delete from unsealed using sealable where unsealed.event_id = sealable.id returning unsealed.event_id, unsealed.salt
    )
    select act.id, ${instantOf(sql`act.at`)} as at, act.name, act.actor, act.subject, act.attested, act.question, ${counted} as counted,
      case when act.actor is null or exists (select from people where ledger_key = act.actor) then taken.salt end as salt -- Of an erased person none is kept.
    from sealable act join taken on taken.event_id = act.id
    order by act.committed_on, act.id`)
