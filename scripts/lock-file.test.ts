import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, refuseDataFolderInUse } from './database'
import { holderOf, takeLock } from './lock-file'
import { birthOf } from './processes'
import { readSettings } from './settings'
import { temporaryFolder } from './temporary-folder'

let folder: string
let remove: () => void
let path: string
beforeEach(() => {
  ;({ path: folder, remove } = temporaryFolder('lock'))
  path = join(folder, 'launcher.lock')
})
afterEach(() => remove())

const leave = (pid: number, born: string | undefined) => writeFileSync(path, JSON.stringify({ pid, born, about: 'at http://localhost:3000' }))

/** A process that does nothing, as long as the test runs. */
function anotherProcess() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const kill = () => (child.kill('SIGKILL'), gone)
  onTestFinished(async () => void (await kill()))
  return { pid: child.pid!, kill }
}

describe('a lock', () => {
  it('is taken by one, and given back without a trace', () => {
    const giveBack = takeLock(path, 'first')
    expect(takeLock(path, 'second')).toMatchObject({ pid: process.pid, about: 'first' })
    expect(giveBack).toBeTypeOf('function')
    ;(giveBack as () => void)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('of a living process refuses a second start, naming it', async () => {
    const { pid } = anotherProcess()
    leave(pid, birthOf(pid))
    const settings = readSettings({ DATA_DIR: folder })
    const sentence = `already running on ${folder}: pid ${pid}, at http://localhost:3000.`
    expect(() => refuseDataFolderInUse(settings)).toThrow(sentence)
    await expect(openDatabase(settings, 'at http://localhost:3001')).rejects.toThrow(sentence)
  })

  it('does not count after kill -9', async () => {
    const { pid, kill } = anotherProcess()
    leave(pid, birthOf(pid))
    expect(holderOf(path)?.pid).toBe(pid)
    await kill()
    expect(holderOf(path)).toBeUndefined()
    expect(takeLock(path, 'me')).toBeTypeOf('function')
  })

  it('does not count when its number belongs to another program now', () => {
    leave(anotherProcess().pid, 'long ago')
    expect(holderOf(path)).toBeUndefined()
    expect(takeLock(path, 'me')).toBeTypeOf('function')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, about: 'me' })
  })

  it('does not count when it is garbage', () => {
    writeFileSync(path, '{"pid":')
    expect(takeLock(path, 'me')).toBeTypeOf('function')
  })
})
