import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import Task from '@/app/kept/[language]/tasks/[code]/page'
import { db } from '@/lib/db'
import { tasks } from '@/lib/strategy/tables'
import { touch } from '@/lib/tag-clock.mjs'
import { tag } from '@/lib/tags'
import { aTask } from '@/lib/testing'

const said = vi.hoisted(() => [] as string[])
vi.mock('postgres', async (original) => {
  const { default: postgres } = await original<{ default: (url: string, options: object) => unknown }>()
  return { default: (url: string, options: object) => postgres(url, { ...options, debug: (_: number, query: string) => said.push(query) }) }
})
vi.mock('next/cache', () => ({ cacheTag() {}, cacheLife() {} }))

test('making the page of a task asks the database at most six times, again after each voice', async () => {
  const { id, threadId } = await aTask()
  const code = `${500 + (process.pid % 90)}.${Date.now() % 900}.1`
  await db.update(tasks).set({ code }).where(eq(tasks.id, id))
  const make = async () => {
    said.length = 0
    await Task({ params: Promise.resolve({ language: 'pl', code }) })
    return said.filter((query) => /^\s*(with|select)/i.test(query)).length
  }
  await make()
  touch([tag.thread(threadId)])
  const asked = await make()
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThanOrEqual(6)
})
