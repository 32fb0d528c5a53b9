import postgres from 'postgres'
import { migrate } from './migrate'

/** For a test that cannot share: an empty database on the tests' server, before anything of lib/ is imported. */
export async function ownDatabase(name: string) {
  const url = new URL(process.env.DATABASE_URL!)
  const server = postgres(url.href, { max: 1 })
  await server`create database ${server(name)}`
  await server.end()
  url.pathname = `/${name}`
  await migrate(url.href)
  process.env.DATABASE_URL = url.href
}
