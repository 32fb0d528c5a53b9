import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestClamd } from '../scripts/test-clamd'
import { erase } from './privacy/erasure'
import { db } from './db'
import { checkAttachment } from './file-checks'
import { fileStore } from './file-store'
import { keepFile, mayBeServed, scanStateOf } from './files'
import { removeUnusedFiles, scanWaitingFiles } from './file-jobs'
import { organisations } from './organisations/tables'
import { attachFile } from './proposals/commands/attachments'
import { startProposal } from './proposals/commands'
import { aMember } from './proposals/testing'
import { getAttachment, listAttachments } from './proposals/queries/attachments'
import { Refusal } from './refusal'
import { aFile, aPdf, eicar } from './sample-files'
import { files } from './tables'
import { hearTouches } from './tag-clock.mjs'
import { aPerson } from './testing'

// Jobs look at every file, so this file has a database of its own.
await vi.hoisted(async () => (await import('../scripts/own-database')).ownDatabase('files'))

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).objection.key
}
const pdf = (more = '') => checkAttachment(aFile('a.pdf', aPdf(more)))
const rowOf = async (id: string) => (await db.select().from(files).where(eq(files.id, id)))[0]
const stored = async (key: string) => {
  const stream = await (await fileStore()).get(key)
  await stream?.cancel()
  return !!stream
}
const aDraft = async () => {
  const { member, organisationId } = await aMember()
  const { id } = await startProposal(member, { organisationId })
  const attach = (more = '') => attachFile(member, { id, description: 'Statut', file: aFile('a.pdf', aPdf(more)) })
  return { member, organisationId, id, attach }
}

describe('A40: with a scanner', () => {
  let scanner: Awaited<ReturnType<typeof startTestClamd>>
  beforeEach(async () => {
    await db.update(files).set({ scanResult: 'clean', scannedAt: new Date() }).where(sql`scan_result is null`)
    scanner = await startTestClamd()
    process.env.CLAMD_HOST = scanner.host
    vi.spyOn(console, 'error').mockImplementation(() => {})
    return () => vi.restoreAllMocks()
  })
  afterEach(() => {
    scanner.stop()
    delete process.env.CLAMD_HOST
  })

  test('A40: a clean file is clean at once, one with a virus is not kept', async () => {
    const { member, id, attach } = await aDraft()
    await attach()
    expect((await listAttachments(member, id)).map(({ scan }) => scan)).toEqual(['clean'])
    expect(await refusal(attach(eicar))).toBe('file.problem.infected')
    expect(await listAttachments(member, id)).toHaveLength(1)
    expect(await db.$count(files, eq(files.uploadedById, member.id))).toBe(1)
  })

  test.each(['error', 'hangs-up', 'nonsense', 'gone'] as const)('A40: where it does not say yes (%s), nobody has the file until it does', async (mood) => {
    const { member, id, attach } = await aDraft()
    if (mood === 'gone') process.env.CLAMD_HOST = '127.0.0.1:1'
    else scanner.mood = mood
    const { fileId } = await attach()
    expect((await listAttachments(member, id)).map(({ scan }) => scan)).toEqual(['waiting'])
    expect(mayBeServed((await getAttachment(member, fileId))!.scan)).toBe(false)
    await expect(scanWaitingFiles()).rejects.toThrow()
    expect((await getAttachment(member, fileId))!.scan).toBe('waiting')
    scanner.mood = 'honest'
    process.env.CLAMD_HOST = scanner.host
    const touched: string[] = []
    const stop = hearTouches((tags) => touched.push(...(tags ?? [])))
    await scanWaitingFiles()
    stop()
    expect((await getAttachment(member, fileId))!.scan).toBe('clean')
    expect(touched).toContain(`file:${fileId}`)
  })

  test('A40: a virus that is found later is removed, and said', async () => {
    const { member, attach } = await aDraft()
    scanner.mood = 'error'
    const { fileId } = await attach(eicar)
    const { key } = (await getAttachment(member, fileId))!
    scanner.mood = 'honest'
    await scanWaitingFiles()
    expect((await getAttachment(member, fileId))!.scan).toBe('infected')
    expect(await stored(key)).toBe(false)
  })

  test('A40: what was kept before there was a scanner waits for it, and is looked at', async () => {
    delete process.env.CLAMD_HOST
    const { member, attach } = await aDraft()
    const { fileId } = await attach()
    const state = async () => (await getAttachment(member, fileId))!.scan
    expect([await state(), mayBeServed(await state())]).toEqual(['notScanned', true])
    process.env.CLAMD_HOST = scanner.host
    expect([await state(), mayBeServed(await state())]).toEqual(['waiting', false])
    await scanWaitingFiles()
    expect(await state()).toBe('clean')
    expect(scanStateOf({ scanResult: 'infected' })).toBe('infected')
  })

  test('A40: a file of ten megabytes goes through whole', async () => {
    const { member, attach } = await aDraft()
    const { fileId } = await attach('0'.repeat(10_000_000))
    expect((await getAttachment(member, fileId))!.scan).toBe('clean')
    expect(scanner.asked).toBe(1)
  })
})

describe('files that nothing holds', () => {
  const anHourAgo = sql`now() - interval '61 minutes'`
  test('go after an hour, bytes and row; others stay', async () => {
    const person = await aPerson()
    const [old, young] = [await keepFile(person, await pdf()), await keepFile(person, await pdf())]
    const { fileId: attached } = await (await aDraft()).attach()
    await db.update(files).set({ unusedSince: anHourAgo }).where(eq(files.id, old))
    const { key } = (await rowOf(old))!
    expect(await removeUnusedFiles()).toBe(1)
    expect([await rowOf(old), await stored(key)]).toEqual([undefined, false])
    for (const id of [young, attached]) expect(await stored((await rowOf(id))!.key)).toBe(true)
  })
  test('what is held is kept by the database, whoever wants it gone', async () => {
    const { fileId } = await (await aDraft()).attach()
    expect((await rowOf(fileId))!.unusedSince).toBeNull()
    await expect(db.delete(files).where(eq(files.id, fileId))).rejects.toThrow()
  })
  test('where the store fails, the row stays, so that it is tried again', async () => {
    const id = await keepFile(await aPerson(), await pdf())
    await db.update(files).set({ unusedSince: anHourAgo }).where(eq(files.id, id))
    Object.assign(process.env, { FILES_S3_BUCKET: 'b', FILES_S3_ENDPOINT: 'http://127.0.0.1:1', FILES_S3_KEY_ID: 'a', FILES_S3_SECRET: 'b' })
    await expect(removeUnusedFiles()).rejects.toThrow()
    for (const name of ['FILES_S3_BUCKET', 'FILES_S3_ENDPOINT', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET']) delete process.env[name]
    expect(await rowOf(id)).toBeDefined()
    expect(await removeUnusedFiles()).toBe(1)
  })
  test('two instances share the work', async () => {
    const person = await aPerson()
    for (let each = 0; each < 5; each++) await keepFile(person, await pdf())
    await db.update(files).set({ unusedSince: anHourAgo }).where(eq(files.uploadedById, person.id))
    expect((await Promise.all([removeUnusedFiles(), removeUnusedFiles()])).reduce((sum, count) => sum + count, 0)).toBe(5)
  })
})

test('whoever deletes their account leaves the organisation its files; with its last member its drafts and their files go', async () => {
  const { member, organisationId, id, attach } = await aDraft()
  const colleague = await aPerson()
  await db.execute(sql`insert into organisation_members (organisation_id, person_id) values (${organisationId}, ${colleague.id})`)
  const { fileId } = await attach()
  const leave = async ({ id, email }: { id: string; email: string | null }) => db.transaction((tx) => erase(tx, { id, name: null, email, emailCanonical: email, addressKey: null }))
  await leave({ id: member.id, email: null })
  expect((await listAttachments(colleague, id)).map(({ id }) => id)).toEqual([fileId])
  await leave(colleague)
  expect((await rowOf(fileId))!.unusedSince).toBeInstanceOf(Date)
  expect(await db.$count(organisations, eq(organisations.id, organisationId))).toBe(1)
})
