import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { clauseInForce } from '../clauses'
import { db } from '../db'
import { partNames } from './copy/parts'
import { aboutPeople } from './erasure'
import { notPersonal, personalColumns } from './records'

const known = [...Object.keys(aboutPeople), ...Object.keys(personalColumns)]
const tableOf = (column: string) => column.split('.')[0]!
const catalogue = async () => {
  const rows = await db.execute<{ table: string; column: string; type: string }>(sql`
    select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'`)
  return rows.map(({ table, column, type }) => ({ table, name: `${table}.${column}`, type }))
}

test('every table is named: as personal, with both answers, or as not personal, with the reason', async () => {
  const tables = new Set((await catalogue()).map(({ table }) => table))
  expect([...tables].filter((table) => !known.some((column) => tableOf(column) === table) && !(table in notPersonal)), 'named nowhere').toEqual([])
  expect(Object.keys(notPersonal).filter((table) => !tables.has(table) || known.some((column) => tableOf(column) === table)), 'named twice, or not there').toEqual([])
  expect(Object.values(notPersonal).filter((reason) => reason.length < 5)).toEqual([])
})

test('every column that is named is there', async () => {
  const columns = new Set((await catalogue()).map(({ name }) => name))
  expect(known.filter((column) => !columns.has(column))).toEqual([])
})

describe('both answers', () => {
  test('what is not in a copy, and what stays, has a reason', () => {
    expect(Object.entries(personalColumns).filter(([, { exported, erased, because }]) => (exported === null || erased === 'kept') && !because)).toEqual([])
  })
  test('every part of a copy is what some column is exported as', () => {
    const exported = new Set([...Object.values(aboutPeople), ...Object.values(personalColumns)].map((answer) => answer.exported))
    expect(partNames.filter((part) => !exported.has(part))).toEqual([])
  })
})

test('no address of a machine is kept: no column is made for one', async () => {
  const made = (await catalogue()).filter(({ name, type }) => /^(inet|cidr|macaddr)/.test(type) || /(^|_)(ip|ip_address|remote_address|user_agent)$/.test(name.split('.')[1]!))
  expect(made.map(({ name }) => name)).toEqual([])
})

test('every voice knows the wording of the clause that is in force when it is given', async () => {
  const columns = await db.execute<{ table: string; standing: string }>(sql`select table_name as table, column_default as standing from information_schema.columns where table_schema = 'public' and column_name = 'clause' order by 1`)
  expect([...columns]).toEqual(['ballots', 'comments', 'proposals', 'reports', 'volunteer_sign_ups'].map((table) => ({ table, standing: `'${clauseInForce}'::text` })))
})
