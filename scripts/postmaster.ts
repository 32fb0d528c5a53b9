import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isServerOf } from './processes'

/** A PostgreSQL server that runs on a data folder. */
export type Postmaster = { pid: number; port: number; ready: boolean }

const fileOf = (folder: string) => join(folder, 'postmaster.pid')

/** The live server on that folder, from PostgreSQL's own lock file; undefined where none runs, whatever the file says. */
export function postmasterOn(folder: string): Postmaster | undefined {
  let lines
  try {
    lines = readFileSync(fileOf(folder), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const pid = Number(lines[0])
  if (!pid || !isServerOf(pid, folder)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Removes the lock file of a server that is gone. PostgreSQL does so itself, except where its number was given to
 * another program of the same user.
 */
export function removeStalePostmasterFile(folder: string) {
  if (!postmasterOn(folder)) rmSync(fileOf(folder), { force: true })
}
