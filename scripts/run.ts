import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { whenEnding } from './shutdown'

/** How a process wants to be stopped: politely first, by force when it takes too long (in ms). */
export type Ending = { signal: NodeJS.Signals; patience: number }

const politely: Ending = { signal: 'SIGTERM', patience: 8000 }

/** Ends a process and those it started. Resolves when it is gone. */
export async function end(child: ChildProcess, { signal, patience }: Ending = politely) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  signalGroup(child, signal)
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), patience)
  await gone
  clearTimeout(force)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid!, signal)
  } catch {
    // It went by itself.
  }
}

/**
 * Starts a process in a group of its own, so that Ctrl+C reaches only us and we stop things in order; it is
 * stopped when we are.
 */
export function start(file: string, args: string[], options: SpawnOptions, ending = politely): ChildProcess {
  const child = spawn(file, args, { ...options, detached: process.platform !== 'win32', windowsHide: true })
  const forget = whenEnding(() => end(child, ending))
  child.once('exit', forget).once('error', forget)
  return child
}

/**
 * Runs a program to its end.
 * @returns what it wrote
 * @throws {Error} with what it wrote, where it fails or cannot be started
 */
export function run(file: string, args: string[], options: SpawnOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = start(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output.trim() || `${file} ended with ${code}`))))
  })
}
