import { randomUUID } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, expect, test, vi } from 'vitest'
import { keyedHash } from './accounts/secrets'
import { db } from './db'
import { deliverDueMail, queueMail } from './outbox'
import { mailBounces, outbox } from './tables'

afterEach(() => vi.unstubAllEnvs())

const queue = async (to = `${randomUUID()}@example.org`, more = {}) => {
  await db.transaction((tx) => queueMail(tx, { to, subject: 'Zażółć gęślą jaźń', body: 'Dzień dobry', ...more }))
  return to
}
const waiting = (to: string) => db.select().from(outbox).where(eq(outbox.recipient, to))
const filesTo = async (to: string) => {
  const folder = join(process.env.DATA_DIR!, 'mail')
  const files = await Promise.all((await readdir(folder)).filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')))
  return files.filter((mail) => mail.includes(to))
}

test('A62: without a mail server a mail is a file, once, and its row is gone', async () => {
  const to = await queue()
  await Promise.all([deliverDueMail(), deliverDueMail(), deliverDueMail()])
  await deliverDueMail()
  expect(await filesTo(to)).toHaveLength(1)
  expect(await waiting(to)).toEqual([])
})

test('a mail of what did not happen is never sent', async () => {
  const to = `${randomUUID()}@example.org`
  await db
    .transaction(async (tx) => {
      await queueMail(tx, { to, subject: 's', body: 'b' })
      throw new Error('taken back')
    })
    .catch(() => undefined)
  await deliverDueMail()
  expect(await waiting(to)).toEqual([])
})

test('A31, A33: nothing in a subject or an address makes another header or another recipient, and no holiday notice answers', async () => {
  const to = await queue(undefined, { subject: 'Temat\r\nBcc: zly@example.org\r\n\r\nTreść' })
  await deliverDueMail()
  const [mail] = await filesTo(to)
  const head = mail!.split(/\r?\n\r?\n/)[0]!
  expect(head).not.toMatch(/^bcc:/im)
  expect(head.match(/^to:/gim)).toHaveLength(1)
  expect(head).toMatch(/^auto-submitted: auto-generated/im)
  expect(head).toMatch(/^x-auto-response-suppress: all/im)
  expect(head.match(/^[\w-]+(?=:)/gm)!.map((name) => name.toLowerCase()).sort()).toEqual(['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to', 'x-auto-response-suppress'])
})

test('A31: what comes again and again names the address that stops it, and nothing gets in by it', async () => {
  const link = `https://glos.example/api/unsubscribe/01890000-0000-7000-8000-000000000000~${'x'.repeat(43)}`
  const to = await queue(undefined, { unsubscribe: link })
  await deliverDueMail()
  const head = (await filesTo(to))[0]!.split(/\r?\n\r?\n/)[0]!
  expect(head).toMatch(new RegExp(`^list-unsubscribe: <${link}>\\r?$`, 'im'))
  expect(head).toMatch(/^list-unsubscribe-post: List-Unsubscribe=One-Click\r?$/im)
  const wrong = await queue(undefined, { unsubscribe: 'https://glos.example/x>\r\nBcc: zly@example.org' })
  await deliverDueMail()
  expect((await filesTo(wrong))[0]!.split(/\r?\n\r?\n/)[0]!).not.toMatch(/^bcc:/im)
})

test('a mail server that refuses is tried again later, not at once, and the reason is kept', async () => {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.end('421 try later\r\n')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(server.address() as { port: number }).port}`)
  const to = await queue()
  await deliverDueMail()
  await deliverDueMail()
  const [mail] = await waiting(to)
  expect(mail).toMatchObject({ attempts: 1, lastError: expect.stringContaining('421') })
  expect(mail!.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000)
  vi.unstubAllEnvs()
  await db.update(outbox).set({ dueAt: new Date() }).where(eq(outbox.recipient, to))
  await deliverDueMail()
  expect(await filesTo(to)).toHaveLength(1)
  server.close()
})

/** A mail server that takes a conversation and refuses whoever is written to. */
async function aServerThatRefuses(reply: string) {
  const asked: string[] = []
  const server = createServer((socket) => {
    socket.write('220 here\r\n')
    socket.setEncoding('utf8').on('data', (said: string) => {
      for (const line of said.split('\r\n').filter(Boolean)) {
        if (/^RCPT/i.test(line)) asked.push(line)
        socket.write(/^RCPT/i.test(line) ? `${reply}\r\n` : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(server.address() as { port: number }).port}`)
  return { asked, stop: () => server.close() }
}

test('A33: a mailbox that refuses for good is tried no more after three times, for thirty days', async () => {
  const { asked, stop } = await aServerThatRefuses('550 5.1.1 no such user')
  const to = `${randomUUID()}@example.org`
  for (let n = 0; n < 5; n++) {
    await queue(to)
    await deliverDueMail()
  }
  expect(asked.filter((line) => line.includes(to))).toHaveLength(3)
  expect(await waiting(to)).toEqual([])
  await db.update(mailBounces).set({ lastAt: new Date(Date.now() - 31 * 86_400_000) }).where(eq(mailBounces.addressKey, keyedHash('address', to)))
  await queue(to)
  await deliverDueMail()
  expect(asked.filter((line) => line.includes(to))).toHaveLength(4)
  stop()
})

test('A33: „try later” is no refusal for good', async () => {
  const { stop } = await aServerThatRefuses('450 mailbox busy')
  const to = await queue()
  await deliverDueMail()
  expect(await waiting(to)).toMatchObject([{ attempts: 1 }])
  expect(await db.$count(mailBounces, eq(mailBounces.addressKey, keyedHash('address', to)))).toBe(0)
  await db.delete(outbox).where(eq(outbox.recipient, to))
  stop()
})

test('A62: a worker that dies with a mail in its hands leaves it to the next one', async () => {
  const to = await queue()
  const worker = postgres(process.env.DATABASE_URL!, { max: 1 })
  const working = worker.begin(async (tx) => {
    await tx`select 1 from outbox where recipient = ${to} for update`
    await deliverDueMail()
    expect(await filesTo(to)).toHaveLength(0)
    throw new Error('died')
  })
  await expect(working).rejects.toThrow('died')
  await worker.end()
  await deliverDueMail()
  expect(await filesTo(to)).toHaveLength(1)
  expect(await waiting(to)).toEqual([])
})

test('A62: a mail that cannot be sent stops nobody else’s, and after eight tries stays to be looked at', async () => {
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
  const to = await queue()
  await db.update(outbox).set({ attempts: 7 }).where(eq(outbox.recipient, to))
  await deliverDueMail()
  expect(await waiting(to)).toEqual([expect.objectContaining({ attempts: 8, lastError: expect.stringContaining('ECONNREFUSED') })])
  vi.unstubAllEnvs()
  await db.update(outbox).set({ dueAt: new Date(0) }).where(eq(outbox.recipient, to))
  const other = await queue()
  await deliverDueMail()
  expect([await filesTo(other), await filesTo(to)].map(({ length }) => length)).toEqual([1, 0])
  expect(await waiting(to)).toHaveLength(1)
})
