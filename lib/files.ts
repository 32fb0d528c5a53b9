import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { db } from './db'
import type { CheckedFile } from './file-checks'
import { fileStore, newFileKey } from './file-store'
import type { ScanState } from './file-types'
import type { Person } from './person'
import { Refusal } from './refusal'
import { files } from './tables'
import { hasScanner, scan } from './virus-scan'

/** What one person may upload in a day, in bytes. */
export const dailyBytesAtMost = 150 * 1024 * 1024

/**
 * Keeps a file that has been checked, and lets the scanner look at it. Until something holds it (a row that names it; see the
 * triggers) it is nobody's, and goes after an hour. The row is written before the bytes, so that no bytes are forgotten.
 * @returns the file's id
 * @throws Refusal when a virus was found, or somebody has uploaded too much today
 */
export async function keepFile(person: Person, { name, type, bytes }: CheckedFile): Promise<string> {
  const file = { key: newFileKey(), name, type, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), uploadedById: person.id }
  const id = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`files ${person.id}`}))`)
    const [today] = await tx.select({ bytes: sql<number>`coalesce(sum(${files.bytes}), 0)::float8` }).from(files).where(sql`${files.uploadedById} = ${person.id} and ${files.at} > now() - interval '1 day'`)
    if (today!.bytes + bytes.length > dailyBytesAtMost) throw new Refusal('too-many', { key: 'file.problem.today', values: { max: dailyBytesAtMost / 1024 / 1024 } })
    const [row] = await tx.insert(files).values(file).returning({ id: files.id })
    return row!.id
  })
  const store = await fileStore()
  await store.put(file.key, bytes)
  if (!hasScanner()) return id
  // Where the scanner does not answer nothing is known: the file waits, and is asked about again (file-jobs.ts).
  const result = await scan(bytes).catch((error: unknown) => void console.error('A file could not be scanned; trying again in a minute.', error))
  if (result === 'infected') {
    await store.delete(file.key)
    await db.delete(files).where(eq(files.id, id))
    throw new Refusal('invalid', { key: 'file.problem.infected' })
  }
  if (result) await db.update(files).set({ scanResult: result, scannedAt: sql`now()` }).where(eq(files.id, id))
  return id
}

/** What may be said of a file's scan. Without a scanner nothing waits for one. */
export const scanStateOf = ({ scanResult }: { scanResult: 'clean' | 'infected' | null }): ScanState => scanResult ?? (hasScanner() ? 'waiting' : 'notScanned')

/** Whether anybody may have the file: fails closed. */
export const mayBeServed = (state: ScanState): boolean => state === 'clean' || state === 'notScanned'
