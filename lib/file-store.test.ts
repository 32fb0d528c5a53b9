import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestS3 } from '../scripts/test-s3'
import { fileStore, folderStore, newFileKey, type FileStore } from './file-store'
import { s3Store } from './file-store-s3'

const root = mkdtempSync(join(tmpdir(), 'glos-files-'))
const s3 = await startTestS3({ accessKeyId: 'AKIATEST' })
const settings = { bucket: 'pliki', region: 'eu-central-1', endpoint: s3.endpoint, accessKeyId: 'AKIATEST', secretAccessKey: 'a secret of the tests' }
const stores: Record<string, FileStore> = { 'a folder': folderStore(root), 'S3-compatible storage': s3Store(settings) }
afterAll(() => {
  s3.stop()
  rmSync(root, { recursive: true })
})
const read = async (stream: ReadableStream<Uint8Array> | null) => stream && Buffer.from(await new Response(stream).arrayBuffer())

describe.each(Object.entries(stores))('%s', (_, store) => {
  test('gives back what was put in, as a whole, until it is deleted', async () => {
    const [key, bytes] = [newFileKey(), Buffer.from(Array.from({ length: 200_001 }, (_, place) => place % 251))]
    await store.put(key, bytes)
    expect(await read(await store.get(key))).toEqual(bytes)
    await store.delete(key)
    expect(await store.get(key)).toBeNull()
    await store.delete(key)
  })
  test.each(['../../etc/passwd', '..%2f', '/etc/passwd', '', 'a'.repeat(48), `${'0'.repeat(47)}/`, `${'0'.repeat(48)}\n`, 'A'.repeat(48)])('A41: makes no path of %j', async (key) => {
    const isKey = /^[0-9a-f]{48}$/.test(key)
    if (isKey) expect(await store.get(key)).toBeNull()
    else for (const use of [() => store.get(key), () => store.put(key, new Uint8Array(1)), () => store.delete(key)]) await expect(use()).rejects.toThrow('no key')
  })
})

test('keys are random, and a folder holds nothing half written', async () => {
  expect(new Set(Array.from({ length: 1000 }, newFileKey)).size).toBe(1000)
  const key = newFileKey()
  await stores['a folder']!.put(key, new Uint8Array(10))
  expect(readdirSync(join(root, key.slice(0, 2), key.slice(2, 4)))).toEqual([key])
  await expect(stores['a folder']!.put(key, new Uint8Array(1)).then(() => stores['a folder']!.put(key, new Uint8Array(2)))).resolves.toBeUndefined()
})

test('a reader who goes away in the middle is let go', async () => {
  const key = newFileKey()
  await stores['a folder']!.put(key, new Uint8Array(1_000_000))
  const reader = (await stores['a folder']!.get(key))!.getReader()
  expect((await reader.read()).value!.length).toBeGreaterThan(0)
  await expect(reader.cancel()).resolves.toBeUndefined()
})

test('S3-compatible storage is asked by signed requests alone; what it refuses is an error, not an empty file', async () => {
  expect(s3.refused).toEqual([])
  const stranger = s3Store({ ...settings, accessKeyId: 'AKIASOMEBODY' })
  const key = newFileKey()
  await expect(stranger.put(key, new Uint8Array(1))).rejects.toThrow()
  await expect(stranger.get(key)).rejects.toThrow()
  expect(s3.refused.length).toBeGreaterThanOrEqual(2)
  expect([...s3.objects.keys()].filter((path) => path.includes(key))).toEqual([])
})

test('the settings say where files lie', async () => {
  const before = { ...process.env }
  try {
    const key = newFileKey()
    await (await fileStore()).put(key, new Uint8Array(1))
    expect(existsSync(join(process.env.DATA_DIR!, 'files', key.slice(0, 2), key.slice(2, 4), key))).toBe(true)
    Object.assign(process.env, { FILES_S3_BUCKET: 'inne', FILES_S3_ENDPOINT: s3.endpoint, FILES_S3_KEY_ID: 'AKIATEST', FILES_S3_SECRET: 'a secret of the tests' })
    await (await fileStore()).put(key, new Uint8Array(1))
    expect(s3.objects.has(`/inne/${key}`)).toBe(true)
  } finally {
    for (const name of ['FILES_S3_BUCKET', 'FILES_S3_ENDPOINT', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET']) delete process.env[name]
    Object.assign(process.env, before)
  }
})
