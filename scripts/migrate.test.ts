import postgres from 'postgres'
import { expect, it } from 'vitest'
import { migrate } from './migrate'

it('several instances bring an empty database up at once, one after the other', async () => {
  const server = postgres(process.env.DATABASE_URL!, { max: 1 })
  const name = `migrate_${process.pid}_${Date.now()}`
  await server`create database ${server(name)}`
  const url = new URL(process.env.DATABASE_URL!)
  url.pathname = `/${name}`
  let inside = 0
  const alone = async () => {
    expect(++inside).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    inside--
  }
  try {
    await Promise.all([migrate(url.href, alone), migrate(url.href, alone), migrate(url.href, alone)])
    const sql = postgres(url.href, { max: 1 })
    const [row] = await sql`select count(*) = count(distinct hash) as once from drizzle.__drizzle_migrations`
    expect(row).toEqual({ once: true })
    await sql.end()
  } finally {
    await server`drop database ${server(name)} with (force)`
    await server.end()
  }
})
