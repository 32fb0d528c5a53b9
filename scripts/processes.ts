import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

const onLinux = process.platform === 'linux'

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim() || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * When a process began, as a text that is only good for comparing: two processes that have the same number one
 * after the other differ in it.
 * @returns undefined where no such process runs (one that has ended but was not collected counts as ended)
 */
export function birthOf(pid: number): string | undefined {
  if (!onLinux) return isAlive(pid) ? (ps(pid, 'lstart') ?? 'unknown') : undefined
  try {
    // The name in parentheses may hold blanks; the state is the field after it, the start (in ticks since boot) the 20th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return undefined
  }
}

/** Whether this process is a PostgreSQL server on that folder, and not another program that got its number. */
export function isServerOf(pid: number, folder: string): boolean {
  if (birthOf(pid) === undefined) return false
  if (process.platform === 'win32') return true
  const command = onLinux ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : (ps(pid, 'command') ?? '')
  if (!command.includes('postgres')) return false
  try {
    // The server works in its folder, also where that was renamed under it.
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return command.includes(`-D ${folder} `)
  }
}
