import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from './cannot-start.mjs'

/**
 * Makes DATA_DIR where it is missing. Others may pass through it (PostgreSQL has a user of its own when root
 * starts us), but not look around: mails hold sign-in links.
 * @throws {CannotStart} when it cannot be made or written
 */
export function prepareDataFolder(dataDir: string) {
  try {
    makeFolder(dataDir, 0o711)
    makeFolder(join(dataDir, 'mail'), 0o700)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CannotStart(`The folder DATA_DIR (${dataDir}) cannot be written by this user (${code}); give it to them, or set DATA_DIR to another one.`)
  }
}

/** Node's own `recursive` never comes back from places like /proc, where nothing can be made. */
function makeFolder(path: string, mode: number) {
  if (existsSync(path)) return
  makeFolder(dirname(path), 0o755)
  mkdirSync(path, { mode })
}
