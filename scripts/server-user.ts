import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.mjs'

/** Who runs PostgreSQL where we are root, since it refuses to run as root. */
export type ServerUser = { uid: number; gid: number }

const numberOf = (option: '-u' | '-g', name: string) => Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }))

function findUser(name: string): ServerUser | undefined {
  try {
    return { uid: numberOf('-u', name), gid: numberOf('-g', name) }
  } catch {
    return undefined
  }
}

function makeUser(name: string): ServerUser | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name], { stdio: 'pipe' })
  } catch {
    return undefined
  }
  return findUser(name)
}

/**
 * The user for a server on that folder: the one who owns its data, else `postgres`, made where it is missing.
 * @returns undefined where we are not root and run it ourselves
 * @throws {CannotStart} where no such user can be made
 */
export function serverUserFor(folder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(join(folder, 'PG_VERSION'))) {
    const { uid, gid } = statSync(folder)
    if (uid !== 0) return { uid, gid }
  }
  const user = findUser('postgres') ?? makeUser('postgres')
  if (user) return user
  throw new CannotStart('PostgreSQL does not run as root, and no user "postgres" could be made for it: start as another user, or set DATABASE_URL.')
}

/** Whether that user (or we, without one) can enter a folder and write in it. */
export function canWorkIn(folder: string, user: ServerUser | undefined): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'cd -- "$1" && test -w .', 'sh', folder], { ...user, cwd: '/', stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
