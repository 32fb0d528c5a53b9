import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from './cannot-start.mjs'
import { sharedFolder } from './server-binaries'
import { canWorkIn, type ServerUser, serverUserFor } from './server-user'

/** Where the embedded database of a DATA_DIR lies, and who runs its server (we ourselves without a user). */
export type ClusterPlace = { folder: string; user: ServerUser | undefined }

type Pointer = { note: string; folder: string; dataDir: string }

const pointerOf = (dataDir: string) => join(dataDir, 'postgres-is-elsewhere.json')

/**
 * The place of the database, as it is: nothing is made.
 * @throws {CannotStart} where DATA_DIR is a copy, whose database belongs to the original
 */
export function existingPlace(dataDir: string): string {
  const inside = join(realpathSync(dataDir), 'postgres')
  if (!existsSync(pointerOf(dataDir))) return inside
  const pointer = JSON.parse(readFileSync(pointerOf(dataDir), 'utf8')) as Pointer
  if (pointer.dataDir === realpathSync(dataDir)) return pointer.folder
  if (existsSync(pointerOf(pointer.dataDir)))
    throw new CannotStart(`${dataDir} is a copy of ${pointer.dataDir}, but its database (${pointer.folder}) was not copied with it; set DATA_DIR to the original, or to a new folder.`)
  point(dataDir, pointer.folder) // It was moved.
  return pointer.folder
}

function point(dataDir: string, folder: string) {
  const pointer: Pointer = {
    note: 'PostgreSQL does not run as root, and its own user cannot reach this folder; so the database lies elsewhere. Back it up with this folder.',
    folder,
    dataDir: realpathSync(dataDir),
  }
  writeFileSync(pointerOf(dataDir), JSON.stringify(pointer, null, 2), { mode: 0o644 })
}

/**
 * The place of the database, made ready for its user: DATA_DIR/postgres, or a folder under /var/lib/glos where root
 * starts us and the database's user cannot reach DATA_DIR.
 * @throws {CannotStart} where the data is there, but out of reach
 */
export function prepareClusterPlace(dataDir: string): ClusterPlace {
  const folder = existingPlace(dataDir)
  const user = serverUserFor(folder)
  if (handOver(folder, user)) return { folder, user }
  if (existsSync(join(folder, 'PG_VERSION')) || !user)
    throw new CannotStart(`The database's folder (${folder}) cannot be reached by the user who runs it (${user ? `number ${user.uid}` : 'this one'}); mend its owner and mode, or set DATA_DIR to another folder.`)
  rmdirSync(folder)
  const elsewhere = unusedFolderFor(realpathSync(dataDir))
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 })
  handOver(elsewhere, user)
  point(dataDir, elsewhere)
  return { folder: elsewhere, user }
}

/** Makes a folder that its user can work in. A folder with data is left as it is. */
function handOver(folder: string, user: ServerUser | undefined): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user && !existsSync(join(folder, 'PG_VERSION'))) chownSync(folder, user.uid, user.gid)
  return canWorkIn(folder, user)
}

/** Not the folder of an earlier DATA_DIR of the same name, whose secrets are gone. */
function unusedFolderFor(dataDir: string): string {
  const base = join(sharedFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  for (let turn = 1; ; turn++) {
    const folder = turn === 1 ? base : `${base}-${turn}`
    if (!existsSync(folder)) return join(folder, 'postgres')
  }
}
