import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from './env'

/** Where the bytes of files lie, under random keys that say nothing about them. */
export type FileStore = {
  /** Once it resolves the bytes are there as a whole; before, nobody can get a part of them. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** @returns null when there are none */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
}

/** 192 random bits. */
export const newFileKey = (): string => randomBytes(24).toString('hex')

/** @throws for anything that `newFileKey` would not make, so that no path is ever made of it */
export function checkedKey(key: string): string {
  if (!/^[0-9a-f]{48}$/.test(key)) throw new Error('This is no key of a file.')
  return key
}

/** Files in a folder, spread over sub-folders by the beginning of their keys. */
export function folderStore(root: string): FileStore {
  const pathOf = (key: string) => join(root, checkedKey(key).slice(0, 2), key.slice(2, 4), key)
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(`${path}.new`, bytes, { mode: 0o600, flag: 'wx', flush: true })
      await rename(`${path}.new`, path)
    },
    async get(key) {
      const path = pathOf(key)
      return (await stat(path).catch(absent)) && streamOf(path)
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
      await rm(`${pathOf(key)}.new`, { force: true })
    },
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

const partBytes = 64 * 1024

/** Opened when somebody reads, read as it is asked for, closed at its end or when nobody wants the rest. */
function streamOf(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        file ??= await open(path)
        const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes), 0, partBytes)
        if (bytesRead) return controller.enqueue(new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead))
        await file.close()
        controller.close()
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 0 },
  )
}

/** The store of this installation: S3-compatible where FILES_S3_BUCKET is set, else a folder in DATA_DIR. */
export async function fileStore(): Promise<FileStore> {
  const { filesS3 } = env
  return filesS3 ? (await import('./file-store-s3')).s3Store(filesS3) : folderStore(join(env.dataDir, 'files'))
}
