import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { CannotStart } from './cannot-start.mjs'
import { refuseBusyPort } from './port.mjs'

/**
 * The same check that `engines` in package.json describes, as a sentence.
 * @throws {CannotStart}
 */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new CannotStart(`Głos needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`)
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }} Locked */

/**
 * @param {string} path
 * @returns {Record<string, Locked>}
 */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * Whether node_modules holds what package-lock.json says. npm writes node_modules/.package-lock.json last,
 * so an installation that was interrupted does not count.
 * @param {string} root the project
 * @param {{ development: boolean }} options whether the tools for development must be there too
 */
export function isInstalled(root, { development }) {
  const wanted = packagesIn(`${root}/package-lock.json`)
  let present
  try {
    present = packagesIn(`${root}/node_modules/.package-lock.json`)
  } catch {
    return false
  }
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, dev }]) => {
    if (path === '') return true
    const found = present[path]
    if (found) return found.version === version && found.integrity === integrity
    return optional || devOptional || (dev && !development)
  })
}

/**
 * Installs the packages of package-lock.json where they are missing or others.
 * @param {{ development?: boolean, port?: number }} [options] `port` must be free before the long work
 * @throws {CannotStart} when npm fails
 */
export async function installPackages({ development = false, port } = {}) {
  if (isInstalled('.', { development })) return
  if (port) await refuseBusyPort(port)
  console.log('Installing packages …')
  const npm = process.env.npm_execpath
  // Not `npm ci`: it refuses a lock file that lacks packages for other systems, as one is that was written where
  // those packages could not be had. This takes the locked versions too, and leaves the lock file as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', ...(development ? ['--include=dev'] : [])]
  const child = npm
    ? spawn(process.execPath, [npm, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
    : spawn('npm', args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
  const interrupt = () => child.kill('SIGTERM')
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  if (code !== 0) throw new CannotStart('The packages could not be installed; npm says why above.')
}
