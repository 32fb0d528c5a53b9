import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { db } from './db'
import { fileStore } from './file-store'
import { files } from './tables'
import { touch } from './tag-clock.mjs'
import { tag } from './tags'
import { hasScanner, scan } from './virus-scan'

/**
 * Takes away files that nothing has held for an hour: of drafts that are gone, of uploads that came to nothing. The bytes
 * first, then the row; several instances share the work.
 * @returns how many
 */
export async function removeUnusedFiles(): Promise<number> {
  const store = await fileStore()
  for (let removed = 0; ; removed++) {
    const found = await db.transaction(async (tx) => {
      const [file] = await tx
        .select({ id: files.id, key: files.key })
        .from(files)
        .where(lt(files.unusedSince, sql`now() - interval '1 hour'`))
        .limit(1)
        .for('update', { skipLocked: true })
      if (!file) return false
      await store.delete(file.key)
      await tx.delete(files).where(eq(files.id, file.id))
      return true
    })
    if (!found) return removed
  }
}

/**
 * Asks the scanner about files of which nothing is known yet, oldest first. What is infected loses its bytes and stays as a
 * row, so that its owners read why. Ends at the first error, so that a scanner that is away is not asked for each file.
 */
export async function scanWaitingFiles(): Promise<void> {
  for (let last: string | undefined; hasScanner(); ) {
    const [file] = await db
      .select({ id: files.id, key: files.key })
      .from(files)
      .where(and(isNull(files.scanResult), last ? gt(files.id, last) : undefined))
      .orderBy(asc(files.id))
      .limit(1)
    if (!file) return
    last = file.id
    const store = await fileStore()
    const stream = await store.get(file.key)
    if (!stream) continue // Just going, or just coming.
    const scanResult = await scan(new Uint8Array(await new Response(stream).arrayBuffer()))
    if (scanResult === 'infected') await store.delete(file.key)
    await db.transaction(async (tx) => {
      await tx.update(files).set({ scanResult, scannedAt: sql`now()` }).where(eq(files.id, file.id))
      await tx.execute(sql`select pg_notify('touched', ${tag.file(file.id)})`)
    })
    touch([tag.file(file.id)])
  }
}

/** Both, each minute. Called once by the server. */
export async function keepLookingAfterFiles(): Promise<void> {
  let running = false
  const look = async () => {
    if (running) return
    running = true
    for (const job of [scanWaitingFiles, removeUnusedFiles]) await job().catch((error: unknown) => console.error('Files could not be looked after; trying again in a minute.', error))
    running = false
  }
  setInterval(look, 60_000).unref()
  void look()
}
