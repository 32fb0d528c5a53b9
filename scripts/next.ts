import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from './cannot-start.mjs'
import { run, start } from './run'

const watch = new URL('exit-with-launcher.mjs', import.meta.url).href
const site = fileURLToPath(new URL('site.mjs', import.meta.url))
const next = fileURLToPath(new URL('../node_modules/next/dist/bin/next', import.meta.url))

/** Without npx or a shell between us and its signals; it ends when we do. */
const command = (...args: string[]) => ['--import', watch, next, ...args]

const environment = (kind: 'production' | 'development') => ({ ...process.env, NODE_ENV: kind, GLOS_LAUNCHER_PID: String(process.pid) })

/**
 * Runs one of Next's commands to its end.
 * @throws {Error} with what it wrote
 */
export const runNext = (...args: string[]) => run(process.execPath, command(...args), { env: environment('production') })

const pageCacheMb = () => Number(process.env.PAGE_CACHE_MB ?? 64)

/**
 * Without a bound V8 lets rubbish lie until the heap has the size that the machine's memory suggests: 380 MB under load
 * where 210 do. What is live is some 80 MB, and the kept pages, whose texts may take two bytes a letter.
 */
const memoryOf = (pageCacheMb: number) => ['--max-semi-space-size=8', `--max-old-space-size=${256 + 2 * pageCacheMb}`]

/** Starts Next's server with the settings in `process.env`. */
export function startNext(mode: 'start' | 'dev', port: number): ChildProcess {
  const env = environment(mode === 'dev' ? 'development' : 'production')
  return start(process.execPath, mode === 'start' ? [...memoryOf(pageCacheMb()), '--import', watch, site, String(port)] : command(mode, '-p', String(port)), { env, stdio: ['ignore', 'inherit', 'inherit'] })
}

/** Resolves when the server has ended, or could not be started at all. */
export const siteEnd = (site: ChildProcess) => new Promise<void>((resolve) => void site.once('exit', () => resolve()).once('error', () => resolve()))

/**
 * Waits until the site says that it is well.
 * @throws {CannotStart} when it does not within two minutes
 */
export async function siteAnswers(port: number): Promise<void> {
  const deadline = Date.now() + 120_000
  let answered = 'nothing'
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(20_000) })
      if (answer.ok) return
      answered = `status ${answer.status}`
    } catch {
      // Not listening yet.
    }
    await wait(100)
  }
  throw new CannotStart(`The site is not well: ${answered} from /api/health.`)
}
