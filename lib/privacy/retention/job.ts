import { sql, type SQL } from 'drizzle-orm'
import { db, type Tx } from '../../db'
import { retention, type Swept } from './rules'

const rowsAtOnce = 500
/** What stands where a text was: no text may be empty. */
const emptied = '–'

/** A period of the list, as PostgreSQL counts it. */
function period(name: Swept): SQL {
  const keep: { minutes?: number; hours?: number; days?: number; months?: number } = retention[name].keep
  return sql`make_interval(months => ${keep.months ?? 0}, days => ${keep.days ?? 0}, hours => ${keep.hours ?? 0}, mins => ${keep.minutes ?? 0})`
}
const before = (moment: SQL, name: Swept) => sql`${moment} < now() - ${period(name)}`

/** Whose time is over: a table, which of its rows, and what is done to them (left out: they go). */
type Sweep = { table: SQL; due: SQL; set?: SQL; also?: (tx: Tx, ids: string[]) => Promise<unknown> }

const sweeps: Record<Swept, Sweep> = {
  evidence: {
    table: sql`decision_evidence`,
    due: sql`exists (select from decisions d where d.id = decision_id and ${before(sql`d.at`, 'evidence')}) and not exists (select from appeals a where a.decision_id = decision_evidence.decision_id and a.decided_at is null)`,
  },
  redacted: {
    table: sql`redactions`,
    // All of a comment together: what is shown of it is worked out from all.
    due: sql`not exists (select from redactions r join decisions d on d.id = r.decision_id where r.comment_id = redactions.comment_id
      and (not ${before(sql`d.at`, 'redacted')} or exists (select from appeals a where a.decision_id = d.id and a.decided_at is null)))`,
  },
  reporters: {
    table: sql`reports`,
    due: sql`num_nonnulls(reporter_id, reporter_name, reporter_email) > 0 and exists (select from decisions d where d.id = decision_id and ${before(sql`d.at`, 'reporters')})
      and not exists (select from appeals a where a.report_id = reports.id and a.decided_at is null)`,
    set: sql`reporter_id = null, reporter_name = null, reporter_email = null`,
  },
  withdrawn: { table: sql`comments`, due: sql`${before(sql`withdrawn_at`, 'withdrawn')} and body <> ${emptied}`, set: sql`body = ${emptied}`, also: emptyRevisions },
  refusedContacts: { table: sql`organisations`, due: sql`${before(sql`refused_at`, 'refusedContacts')} and (contact_email <> '' or contact_phone is not null)`, set: sql`contact_email = '', contact_phone = null` },
  invitations: { table: sql`organisation_invitations`, due: sql`accepted_at is null and ${before(sql`expires_at`, 'invitations')}` },
  signUpNotes: { table: sql`volunteer_sign_ups`, due: sql`note <> '' and exists (select from volunteer_shifts s where s.id = shift_id and ${before(sql`s.ends_at`, 'signUpNotes')})`, set: sql`note = ''` },
  // These know the moment at which they are over.
  barredMailboxes: { table: sql`barred_mailboxes`, due: sql`until < now()` },
  sessions: { table: sql`sessions`, due: sql`expires_at < now()` },
  links: { table: sql`sign_in_links`, due: sql`expires_at < now()` },
  drafts: { table: sql`drafts`, due: sql`expires_at < now()` },
  counters: { table: sql`limits`, due: sql`expire < extract(epoch from now()) * 1000` },
  mail: { table: sql`outbox`, due: before(sql`queued_at`, 'mail') },
}

/** What a comment said before goes with what it said last, and what was taken out of either. */
async function emptyRevisions(tx: Tx, ids: string[]) {
  await tx.execute(sql`delete from redactions where comment_id::text in ${ids}`)
  await tx.execute(sql`update comment_revisions set body = ${emptied}, redacted_at = clock_timestamp() where comment_id::text in ${ids} and body <> ${emptied}`)
}

/** How many rows each rule applied to. */
export type Applied = Record<Swept, number>

/**
 * Applies every rule of the list to what is due by the database's clock, some rows at a time; again changes nothing.
 * Several instances may do so at once: a row is taken by one of them.
 * @param dryRun only counts
 */
export async function applyRetention({ dryRun = false } = {}): Promise<Applied> {
  const applied = {} as Applied
  for (const [name, sweep] of Object.entries(sweeps) as [Swept, Sweep][]) applied[name] = dryRun ? await count(sweep) : await sweepAll(sweep)
  return applied
}

async function count({ table, due }: Sweep): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from ${table} where ${due}`)
  return row!.rows
}

async function sweepAll(sweep: Sweep): Promise<number> {
  for (let rows = 0; ; ) {
    const some = await db.transaction((tx) => sweepSome(tx, sweep))
    rows += some
    if (some < rowsAtOnce) return rows
  }
}

async function sweepSome(tx: Tx, { table, due, set, also }: Sweep): Promise<number> {
  const some = sql`ctid = any (array(select ctid from ${table} where ${due} limit ${rowsAtOnce} for update skip locked))`
  const done = await tx.execute<{ id: string | null }>(sql`${set ? sql`update ${table} set ${set}` : sql`delete from ${table}`} where ${some} returning ${also ? sql`id::text` : sql`null`} as id`)
  if (also && done.length) await also(tx, done.map(({ id }) => id!))
  return done.length
}

/** Looks each hour. Called once by the server. */
export async function keepRetention(): Promise<void> {
  const look = () => void applyRetention().catch((error: unknown) => console.error('What is over could not be taken away; trying again in an hour.', error))
  setInterval(look, 3_600_000).unref()
  look()
}
