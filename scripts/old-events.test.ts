import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from './migrate'
import { temporaryFolder } from './temporary-folder'
import { verifying } from './verify-ledger'

/** The migrations that there were before there was a ledger. */
function migrationsBefore(path: string): string {
  cpSync('drizzle', path, { recursive: true })
  const file = join(path, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const first = journal.entries.findIndex(({ tag }) => readFileSync(join(path, `${tag}.sql`), 'utf8').includes('CREATE TABLE "ledger_lines"'))
  expect(first).toBeGreaterThan(10)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }))
  return path
}

test('what happened before there was a ledger comes into it', async () => {
  const { path, remove } = temporaryFolder('old')
  const server = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
  const name = `old_events_${process.pid}`
  await server`create database ${server(name)}`
  const url = Object.assign(new URL(process.env.DATABASE_URL!), { pathname: `/${name}` }).href
  const sql = postgres(url, { max: 1, onnotice() {} })
  onTestFinished(async () => {
    await sql.end()
    await server`drop database ${server(name)} with (force)`
    await server.end()
    remove()
  })
  await applyMigrations(drizzle(sql), { migrationsFolder: migrationsBefore(path) })
  const [question, one, two] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-4000-8000-000000000001', '01900000-0000-4000-8000-000000000002']
  await sql`insert into questions (id, kind) values (${question!}, 'opinion')`
  const acts = [[one, 'ballot.cast'], [two, 'ballot.cast'], [one, 'ballot.cast'], [one, 'ballot.withdrawn'], [one, 'ballot.withdrawn'], [one, 'ballot.cast']] as const
  for (const [actor, act] of acts) await sql`insert into events (name, actor, subject) values (${act}, ${actor!}, ${question!})`
  await sql`insert into events (name, actor, subject) values ('comment.posted', ${one!}, 'x')`

  await migrate(url)
  process.env.DATABASE_URL = url // Before lib/ is imported: this file is alone in its process.
  const { sealEvents } = await import('../lib/ledger/sealing')
  await sealEvents()
  await (await import('../lib/db')).client.end()

  const reading = verifying([])
  for (const { line, hash } of await sql`select line, hash from ledger_lines order by seq`) reading.take(`{"hash":"${hash as string}","line":${line as string}}`)
  expect(reading.end()).toMatchObject({ lines: 7, findings: [], counted: { questions: { [question!]: 2 }, events: { 'ballot.cast': 4, 'ballot.withdrawn': 2, 'comment.posted': 1 } } })
  expect((await sql`select line::jsonb ->> 'counted' as counted from ledger_lines order by seq limit 6`).map(({ counted }) => Number(counted))).toEqual([1, 1, 0, -1, 0, 1])
})
