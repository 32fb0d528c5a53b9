import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { checkedKey, type FileStore } from './file-store'

export type S3Settings = { bucket: string; region: string; accessKeyId: string; secretAccessKey: string; /** Of a provider other than Amazon. */ endpoint?: string }

const stores = new Map<string, FileStore>()

/** Files in a bucket of an S3-compatible storage; the bucket must not be public. One client for each. */
export function s3Store(settings: S3Settings): FileStore {
  const name = JSON.stringify(settings)
  if (!stores.has(name)) stores.set(name, newStore(settings))
  return stores.get(name)!
}

function newStore({ bucket: Bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Settings): FileStore {
  const client = new S3Client({ region, endpoint, forcePathStyle: !!endpoint, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 3, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' })
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket, Key: checkedKey(key), Body: bytes, ContentType: 'application/octet-stream' }))
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: checkedKey(key) }))
        return Body!.transformToWebStream() as ReadableStream<Uint8Array>
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: checkedKey(key) }))
    },
  }
}
