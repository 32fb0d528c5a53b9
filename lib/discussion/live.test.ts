import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { GET } from '@/app/api/threads/[id]/live/route'
import { db } from '../db'
import { endStreams, openStream, openStreams, streamsAtMost } from '../open-streams.mjs'
import { touch } from '../tag-clock.mjs'
import { tag } from '../tags'
import { aPerson } from '../testing'
import { postComment } from './commands/comments'
import { followThread } from './live'
import type { Pulse } from './queries/pulse'
import { hideComment, openThread } from './steps'
import { comments } from './tables'

const aThread = () => db.transaction(openThread)
const opened = (id: string, signal = new AbortController().signal) => GET(new Request(`http://localhost/api/threads/${id}/live`, { signal }), { params: Promise.resolve({ id }) })

test('readers are told how a thread grows, and of nothing else', async () => {
  const [ala, threadId, other] = [await aPerson(), await aThread(), await aThread()]
  const [told, toldOther]: [Pulse[], Pulse[]] = [[], []]
  const leave = (await followThread(threadId, (pulse) => told.push(pulse)))!
  const leaveOther = (await followThread(other, (pulse) => toldOther.push(pulse)))!
  expect(told).toEqual([{ comments: 0, newest: null }])
  const { id } = await postComment(ala, { threadId, body: 'Nowe.' })
  await expect.poll(() => told.at(-1)).toEqual({ comments: 1, newest: id })
  await db.transaction((tx) => hideComment(tx, id, 'spam'))
  touch([tag.thread(threadId)])
  await expect.poll(() => told.at(-1)).toEqual({ comments: 0, newest: null })
  leave()
  touch([tag.thread(threadId)])
  await postComment(ala, { threadId, body: 'Nikt nie słucha.' })
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect([told.length, toldOther.length]).toEqual([3, 1])
  leaveOther()
})

test('many changes at once are one question to the database, whoever follows', async () => {
  const threadId = await aThread()
  const told: Pulse[][] = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const heard: Pulse[] = []
      await followThread(threadId, (pulse) => heard.push(pulse))
      return heard
    }),
  )
  const ala = await aPerson()
  await Promise.all(Array.from({ length: 5 }, (_, n) => postComment(ala, { threadId, body: `Głos ${n}` })))
  await expect.poll(() => told.every((heard) => heard.at(-1)?.comments === 5)).toBe(true)
  expect(Math.max(...told.map(({ length }) => length))).toBeLessThanOrEqual(3)
  expect(await db.$count(comments, eq(comments.threadId, threadId))).toBe(5)
})

test('a stream says the count, ends with its reader, and begins only for a thread', async () => {
  const threadId = await aThread()
  const reader = new AbortController()
  const before = openStreams()
  const answer = await opened(threadId, reader.signal)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const text = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('data:')) heard += (await text.read()).value
  expect(heard).toMatch(/^retry: \d+\n\ndata: {"comments":0,"newest":null}\n\n$/)
  expect(openStreams()).toBe(before + 1)
  reader.abort()
  expect(openStreams()).toBe(before)
  expect((await opened('nic')).status).toBe(404)
  expect((await opened(crypto.randomUUID())).status).toBe(404)
  expect(openStreams()).toBe(before)
})

test('too many readers are asked to come back later, and all of them leave when the server does', async () => {
  const readers = Array.from({ length: streamsAtMost - openStreams() }, () => openStream(new AbortController().signal))
  expect(readers.every((reader) => reader)).toBe(true)
  const refused = await opened(await aThread())
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
  endStreams()
  expect(openStreams()).toBe(0)
})
