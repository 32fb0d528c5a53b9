import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate'
import { makeSiteRole } from './site-role'

const name = `site_role_${process.pid}`
const ownerUrl = Object.assign(new URL(process.env.DATABASE_URL!), { pathname: `/${name}` }).href
const server = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
let site: postgres.Sql

beforeAll(async () => {
  await server`create database ${server(name)}`
  await migrate(ownerUrl)
  site = postgres((await makeSiteRole(ownerUrl, 'a secret of thirty-two characters'))!, { max: 1, onnotice() {} })
  await site`insert into events (name, subject) values ('test.done', 'x')`
})
afterAll(async () => {
  await site.end()
  await server`drop database ${server(name)} with (force)`
  await server`drop role ${server(`${name}_app`)}`
  await server.end()
})

test('it is made again and again, for every instance alike', async () => {
  const again = await Promise.all([1, 2].map(() => migrate(ownerUrl, async () => void (await makeSiteRole(ownerUrl, 'a secret of thirty-two characters')))))
  expect(again).toHaveLength(2)
  expect(await site`select name from events`).toMatchObject([{ name: 'test.done' }])
})

test('the site may read and write rows', async () => {
  expect(await site`select rolsuper or rolcreaterole or rolcreatedb as mighty from pg_roles where rolname = current_user`).toEqual([{ mighty: false }])
  await site`insert into limits (key, points) values ('test', 1)`
  await site`update limits set points = 2`
  await site`delete from limits`
})

test.each(['events', 'ledger_lines', 'checkpoints', 'decisions', 'ballot_history', 'question_results', 'comment_revisions'])('the site can neither change nor delete nor empty %s', async (table) => {
  const column = { events: 'name', ledger_lines: 'line', checkpoints: 'body', decisions: 'id', ballot_history: 'stratum', question_results: 'results', comment_revisions: 'stance' }[table]!
  for (const change of [site`update ${site(table)} set ${site(column)} = ${site(column)}`, site`delete from ${site(table)}`, site`truncate ${site(table)}`, site`alter table ${site(table)} disable trigger all`, site`drop table ${site(table)}`]) {
    await expect(change).rejects.toMatchObject({ code: '42501' })
  }
})

test('nor can it become somebody else, turn off triggers or make tables', async () => {
  await expect(site`set session_replication_role = replica`).rejects.toMatchObject({ code: '42501' })
  await expect(site`set role ${site(new URL(ownerUrl).username)}`).rejects.toMatchObject({ code: '42501' })
  await expect(site`create table mine (id int)`).rejects.toMatchObject({ code: '42501' })
  await expect(site`select * from drizzle.__drizzle_migrations`).rejects.toMatchObject({ code: '42501' })
})

test('where the owner may not make roles, there is none', async () => {
  const poor = `${name}_poor`
  await server.unsafe(`create role "${poor}" login password 'poor'`)
  await server`grant all on database ${server(name)} to ${server(poor)}`
  try {
    const other = `${name}_other`
    await server.unsafe(`create database "${other}" owner "${poor}"`)
    const url = Object.assign(new URL(ownerUrl), { username: poor, password: 'poor', pathname: `/${other}` })
    expect(await makeSiteRole(url.href, 'a secret of thirty-two characters')).toBe(null)
    await server.unsafe(`drop database "${other}"`)
  } finally {
    await server.unsafe(`revoke all on database "${name}" from "${poor}"`)
    await server.unsafe(`drop role "${poor}"`)
  }
})
