import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { goneHeader, withGoneStatus } from './gone-status.mjs'

/** What a browser gets where Next would have answered so. */
async function answered(next: RequestListener) {
  const server = createServer(withGoneStatus(next)).listen(0)
  try {
    const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`, { redirect: 'manual' })
    return { status: answer.status, note: answer.headers.get(goneHeader), body: await answer.text() }
  } finally {
    server.close()
  }
}

test('a page with the note is whole, with 410, however its head is written', async () => {
  const ways: RequestListener[] = [(_, response) => response.writeHead(200).end('strona'), (_, response) => response.end('strona'), (_, response) => (response.write('str'), response.end('ona'))]
  for (const way of ways) {
    expect(await answered((request, response) => (response.setHeader(goneHeader, '1'), way(request, response)))).toEqual({ status: 410, note: null, body: 'strona' })
    expect(await answered(way)).toEqual({ status: 200, note: null, body: 'strona' })
  }
})

test('what is something else anyway stays that', async () => {
  expect(await answered((_, response) => (response.setHeader(goneHeader, '1'), response.writeHead(404).end()))).toMatchObject({ status: 404, note: null })
})
