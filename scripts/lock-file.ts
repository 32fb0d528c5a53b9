import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { birthOf } from './processes'

/** Who holds a lock, and what it tells others about itself. */
export type Holder = { pid: number; born: string | undefined; about: string }

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

const lives = (holder: Holder | undefined): holder is Holder => holder?.born !== undefined && birthOf(holder.pid) === holder.born

/** The living process that holds a lock. Files left by one that was killed, or whose number another program got, do not count. */
export function holderOf(path: string): Holder | undefined {
  const holder = read(path)
  return lives(holder) ? holder : undefined
}

/**
 * Takes a lock for as long as this process lives.
 * @param about what others are told
 * @returns a function that gives it back, or the holder where somebody else has it
 */
export function takeLock(path: string, about: string): (() => void) | Holder {
  const own = `${path}.${process.pid}`
  const me: Holder = { pid: process.pid, born: birthOf(process.pid), about }
  writeFileSync(own, JSON.stringify(me), { mode: 0o644 })
  try {
    for (;;) {
      try {
        linkSync(own, path) // All or nothing, with its content; fails where the name is taken.
        return () => {
          if (read(path)?.pid === process.pid) rmSync(path, { force: true })
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = holderOf(path)
      if (holder) return holder
      setAside(path)
    }
  } finally {
    rmSync(own, { force: true })
  }
}

/** Removes a lock whose holder is gone, but not one that somebody else took since we looked. */
function setAside(path: string) {
  const aside = `${path}.${process.pid}.old`
  try {
    renameSync(path, aside)
    if (lives(read(aside))) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
