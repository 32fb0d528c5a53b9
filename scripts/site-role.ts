import { createHmac } from 'node:crypto'
import postgres from 'postgres'

/** What only grows: every table with a trigger that keeps its rows. */
const appendOnly = `select distinct tgrelid::regclass::text as name from pg_trigger where tgname like '%\\_append\\_only'`

/** But what an erasure, or taking words out, writes anew in them: triggers say when it may. */
const rewritten = { ballot_history: 'id', comment_revisions: 'body, redacted_at' }

/**
 * Makes the role by which the site uses the database: it reads and writes rows, and can neither change what is
 * append-only nor the structure, which are the owner's. To be called after each migration, by one instance at a time.
 * @param secret of the installation; the role's password is derived from it, so that instances need not agree on one
 * @returns the database's address for that role; null where the owner may not make roles, or the role may not sign in
 */
export async function makeSiteRole(ownerUrl: string, secret: string): Promise<string | null> {
  const url = new URL(ownerUrl)
  url.username = `${decodeURIComponent(url.pathname.slice(1)) || 'glos'}_app`.slice(-63)
  url.password = createHmac('sha256', secret).update('database role of the site').digest('hex')
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} })
  try {
    await owner.begin((tx) => grant(tx, url))
    return (await answers(url)) ? url.href : null
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return null // Not allowed to.
    throw error
  } finally {
    await owner.end()
  }
}

async function grant(tx: postgres.TransactionSql, { username, password, pathname }: URL) {
  const role = tx(decodeURIComponent(username))
  const [known] = await tx`select from pg_roles where rolname = ${decodeURIComponent(username)}`
  if (!known) await tx`create role ${role} nologin`
  await tx.unsafe(`alter role ${quoted(decodeURIComponent(username))} login password '${password}'`)
  await tx`grant connect on database ${tx(decodeURIComponent(pathname.slice(1)))} to ${role}`
  await tx`grant usage on schema public to ${role}`
  await tx`grant select, insert, update, delete on all tables in schema public to ${role}`
  await tx`grant usage on all sequences in schema public to ${role}`
  for (const { name } of await tx.unsafe<{ name: string }[]>(appendOnly)) await tx`revoke update, delete, truncate on ${tx(name)} from ${role}`
  for (const [table, columns] of Object.entries(rewritten)) await tx.unsafe(`grant update (${columns}) on ${table} to ${quoted(decodeURIComponent(username))}`)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Poolers and rules of a server may know the owner alone. */
async function answers(url: URL): Promise<boolean> {
  const site = postgres(url.href, { max: 1, connect_timeout: 10, onnotice() {} })
  try {
    await site`select from events limit 1`
    return true
  } catch {
    return false
  } finally {
    await site.end({ timeout: 0 })
  }
}
