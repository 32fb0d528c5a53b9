import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CannotStart } from './cannot-start.mjs'
import { tool } from './steps.mjs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Whether it is there and runs: Ubuntu has a stand-in that only says where to get it.
 * @param {string | undefined} path */
function runs(path) {
  if (!path || !existsSync(path)) return false
  try {
    execFileSync(path, ['--version'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

/** On Debian and its kin, as root. */
function installFromSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium …')
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch {
    // Playwright's own is next.
  }
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  if (!runs(chromium.executablePath())) await tool('playwright', ['install', 'chromium']).catch(() => {})
  return chromium.executablePath()
}

/**
 * A Chromium for the browser tests: the one of PLAYWRIGHT_CHROMIUM, else one of this machine, else a new one.
 * @throws {CannotStart} where none can be had
 */
export async function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named && !runs(named)) throw new CannotStart(`PLAYWRIGHT_CHROMIUM (${named}) does not run.`)
  if (named) return named
  const here = () => usual.find(runs)
  if (!here()) installFromSystem()
  const found = here() ?? (await playwrights())
  if (runs(found)) return found
  throw new CannotStart('The browser tests need Chromium: install it and set PLAYWRIGHT_CHROMIUM to its path.')
}
