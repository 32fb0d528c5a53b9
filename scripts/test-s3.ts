import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** For tests: an S3-compatible storage on a free port of this machine, that takes only signed requests. */
export async function startTestS3({ accessKeyId }: { accessKeyId: string }) {
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://s3').pathname
    const signed = new RegExp(`^AWS4-HMAC-SHA256 Credential=${accessKeyId}/\\d{8}/[\\w-]+/s3/aws4_request, ?SignedHeaders=[^,]*host[^,]*, ?Signature=[0-9a-f]{64}$`)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    if (!signed.test(request.headers.authorization ?? '')) {
      refused.push(`${request.method} ${path}`)
      return response.writeHead(403, { 'content-type': 'application/xml' }).end('<Error><Code>AccessDenied</Code></Error>')
    }
    if (request.method === 'PUT') {
      objects.set(path, Buffer.concat(parts))
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(path)
      return response.writeHead(204).end()
    }
    const found = objects.get(path)
    if (!found) return response.writeHead(404, { 'content-type': 'application/xml' }).end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>')
    return response.writeHead(200, { 'content-length': found.length }).end(found)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects, refused, stop: () => void server.close() }
}
