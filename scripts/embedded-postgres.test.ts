import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { prepareDataFolder } from './data-folder'
import { startEmbeddedPostgres } from './embedded-postgres'
import { postmasterOn } from './postmaster'
import { temporaryFolder } from './temporary-folder'

const { path: base, remove } = temporaryFolder('embedded')
const dataDir = join(base, 'data')
const folder = join(dataDir, 'postgres')
afterAll(remove)

async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1, onnotice() {} })
  try {
    return (await sql.unsafe(question).values()).flat() as unknown[]
  } finally {
    await sql.end()
  }
}

type Launcher = { child: ChildProcess; url: string; kill(signal: NodeJS.Signals): Promise<number | null> }

/** Another process that starts the database, as the launcher does. */
function launch(dataDir: string, user?: { uid: number; gid: number }): Promise<Launcher> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start-embedded.ts', dataDir], { ...user, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(() => void child.kill())
  return new Promise((resolve, reject) => {
    void gone.then((code) => reject(new Error(`The launcher ended with ${code}.`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const url = /postgres:\S+/.exec(text)?.[0]
      if (url) resolve({ child, url, kill: (signal) => (child.kill(signal), gone) })
    })
  })
}

it('survives a launcher that was killed, and its number given to another program', async () => {
  prepareDataFolder(dataDir)
  const first = await launch(dataDir)
  expect(await ask(first.url, 'show server_encoding; ')).toEqual(['UTF8'])
  await ask(first.url, 'create table voices (id int)')
  await first.kill('SIGKILL')
  const left = postmasterOn(folder)
  expect(left).toMatchObject({ ready: true })

  const second = await startEmbeddedPostgres(dataDir, { durable: false })
  expect(postmasterOn(folder)?.pid).not.toBe(left?.pid)
  expect(await ask(second.url, 'select count(*)::int from voices')).toEqual([0])
  const lockFile = readFileSync(join(folder, 'postmaster.pid'), 'utf8')
  await second.stop()
  expect(postmasterOn(folder)).toBeUndefined()

  // As after a power cut: the file is there, and its number is ours by chance.
  writeFileSync(join(folder, 'postmaster.pid'), lockFile.replace(/^\d+/, String(process.pid)))
  expect(postmasterOn(folder)).toBeUndefined()
  const third = await startEmbeddedPostgres(dataDir, { durable: false })
  expect(await ask(third.url, 'select count(*)::int from voices')).toEqual([0])
  await third.stop()
})

it('stops with its launcher, and keeps its data from other users', async () => {
  const launcher = await launch(dataDir)
  expect(new URL(launcher.url).hostname).toBe('127.0.0.1')
  expect(await launcher.kill('SIGTERM')).toBe(0)
  expect(postmasterOn(folder)).toBeUndefined()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

const nobody = { uid: 65534, gid: 65534 }

function whyNotAsNobody(): string | undefined {
  if (process.getuid?.() !== 0) return 'the tests run as an ordinary user already'
  try {
    execFileSync(process.execPath, ['--import', 'tsx', '-e', ''], { ...nobody, stdio: 'pipe' })
    execFileSync('/bin/ls', ['scripts'], { ...nobody, stdio: 'pipe' })
    return undefined
  } catch {
    return 'user "nobody" cannot reach the project or Node.js'
  }
}
const obstacle = whyNotAsNobody()
if (obstacle) console.log(`Not tried as an ordinary user: ${obstacle}.`)

it.skipIf(obstacle)('runs for an ordinary user, and then for root on the same data', async () => {
  const own = join(base, 'of-nobody')
  mkdirSync(own, { mode: 0o700 })
  chownSync(own, nobody.uid, nobody.gid)
  const launcher = await launch(own, nobody)
  await ask(launcher.url, 'create table voices (id int)')
  expect(await launcher.kill('SIGINT')).toBe(0)
  const server = await startEmbeddedPostgres(own, { durable: false })
  expect(await ask(server.url, 'select count(*)::int from voices')).toEqual([0])
  await server.stop()
})

it.runIf(process.getuid?.() === 0)('moves where root starts it and its user cannot reach the folder', async () => {
  const closed = join(base, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const { stop, url } = await startEmbeddedPostgres(closed, { durable: false })
  const pointer = JSON.parse(readFileSync(join(closed, 'postgres-is-elsewhere.json'), 'utf8')) as { folder: string }
  try {
    expect(await ask(url, 'show data_directory')).toEqual([pointer.folder])
  } finally {
    await stop()
    rmSync(join(pointer.folder, '..'), { recursive: true, force: true })
  }
})
