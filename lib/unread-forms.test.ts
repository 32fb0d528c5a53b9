import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { formWasRead, withUnreadForms } from './unread-forms.mjs'

/** What is heard from a server that answers like this, by whoever sends a form, or something else. */
async function heard(answer: (response: ServerResponse) => unknown, { path = '/konto', method = 'POST', type = 'multipart/form-data; boundary=x' } = {}) {
  const server = createServer(withUnreadForms((_, response) => answer(response))).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method, headers: { 'content-type': type }, ...(method === 'POST' && { body: 'x' }) })
    return { status: response.status, text: await response.text(), header: response.headers.get('x-of-the-fault') }
  } finally {
    server.close()
  }
}
const failing = [
  (response: ServerResponse) => Object.assign(response, { statusCode: 500 }).end('Internal Server Error'),
  (response: ServerResponse) => response.writeHead(500, { 'x-of-the-fault': 'yes' }).end('Internal Server Error'),
  (response: ServerResponse) => {
    response.statusCode = 500
    response.setHeader('x-of-the-fault', 'yes')
    response.flushHeaders()
    response.write('Internal ')
    setTimeout(() => response.end('Server Error'), 5)
  },
]

test('A59: a form that nothing of ours has read is the sender’s fault, however the server fails, and is told so once', async () => {
  for (const fail of failing) expect(await heard(fail)).toEqual({ status: 400, text: expect.stringMatching(/^Tego formularza nie da się odczytać\..+\nThis form cannot be read\..+\n$/), header: null })
})

test('a fault after the form was read, of a route or of a page stays one; what went well is not touched', async () => {
  for (const fail of failing) {
    expect(await heard((response) => (formWasRead(), fail(response)))).toMatchObject({ status: 500, text: 'Internal Server Error' })
    for (const other of [{ path: '/api/reactions' }, { method: 'GET' }, { type: 'text/plain' }]) expect(await heard(fail, other)).toMatchObject({ status: 500 })
  }
  expect(await heard((response) => response.writeHead(200).end('Dobrze.'))).toMatchObject({ status: 200, text: 'Dobrze.' })
})
