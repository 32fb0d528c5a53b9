// The bare limit of a page: node:http that answers the same bytes with the same headers from memory.
import { createServer } from 'node:http'

process.once('message', (/** @type {Record<string, { headers: Record<string, string | string[]>, body: string }>} */ pages) => {
  const known = new Map(Object.entries(pages).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]))
  const server = createServer((request, response) => {
    const page = known.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, page.headers).end(page.body)
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
process.once('disconnect', () => process.exit())
