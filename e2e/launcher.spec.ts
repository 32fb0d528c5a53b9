import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { freePort } from '../scripts/port.mjs'
import { temporaryFolder } from '../scripts/temporary-folder'

/** `npm start` on the build that is there, with what it wrote so far. */
function start(settings: Record<string, string>) {
  const env = { ...process.env, DATABASE_URL: '', NEXTAUTH_URL: '', NEXTAUTH_SECRET: '', ...settings }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const site = { child, said: '', ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) }
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (site.said += text))
  return site
}

const answers = (port: string) => fetch(`http://127.0.0.1:${port}/api/health`).then(({ ok }) => ok, () => false)

test('a second start on the same data says where the first one runs', async () => {
  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.said).toMatch(new RegExp(`already running on .*: pid \\d+, at ${process.env.GLOS_TEST_SITE}\\.`))
})

test('killed, the launcher leaves no site behind, and the next start works; asked to stop, it stops everything', async () => {
  const { path: DATA_DIR, remove } = temporaryFolder('launcher')
  const settings = { DATA_DIR, PORT: String(await freePort()) }
  const first = start(settings)
  await expect.poll(() => first.said, { timeout: 20_000 }).toContain('is running at')
  first.child.kill('SIGKILL')
  await expect.poll(() => answers(settings.PORT)).toBe(false)

  const second = start(settings)
  await expect.poll(() => second.said, { timeout: 20_000 }).toContain('is running at')
  expect(second.said).toContain('an earlier start left behind')
  expect(second.said).not.toContain('Building')
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(await answers(settings.PORT)).toBe(false)
  remove()
})
