import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { postmasterOn } from './postmaster'
import { birthOf } from './processes'
import { temporaryFolder } from './temporary-folder'

const prefix = 'glos-test-'
const ownerOf = (folder: string) => join(folder, 'owner')

/** Vitest's global set-up: a database for all tests, and the settings that lib/ reads. */
export default async function setUp() {
  removeLeftOver()
  const { path: dataDir, remove } = temporaryFolder('test')
  writeFileSync(ownerOf(dataDir), `${process.pid} ${birthOf(process.pid)}`)
  const server = await startEmbeddedPostgres(dataDir, { durable: false })
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a secret of the tests, known to everybody',
  })
  for (const name of ['SMTP_URL', 'ADMIN_EMAIL', 'GLOS_DEMO', 'CLAMD_HOST', 'FILES_S3_BUCKET']) delete process.env[name]
  await migrate(server.url)
  return async () => {
    await server.stop()
    remove()
  }
}

/** What an earlier run could not take away, since it was killed. */
function removeLeftOver() {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      const [pid, ...born] = readFileSync(ownerOf(folder), 'utf8').split(' ')
      if (birthOf(Number(pid)) === born.join(' ')) continue
      const server = postmasterOn(join(folder, 'postgres'))
      if (server) process.kill(server.pid, 'SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody else's, or gone by now.
    }
  }
}
