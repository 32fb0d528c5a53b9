import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { City } from './city'
import { effort } from './size'
import type { Visitors } from './visitor'

/**
 * Many people post at once while others read. The first request that begins after the renders have ended must show
 * the newest page of the thread and count all; following its pages, every one of the posts must be found.
 * @returns what is wrong; nothing where all is well
 */
export async function missingPosts({ visitors, city, sql }: { visitors: Visitors; city: City; sql: Sql }): Promise<string[]> {
  const [before] = await sql`select count(*)::int as count from comments where thread_id = ${city.threadId} and state = 'shown'`
  const marks = Array.from({ length: effort.concurrentPosts }, () => `znak${[...randomBytes(16)].map((byte) => String.fromCodePoint(97 + (byte % 26))).join('')}`)
  await whileOthersRead(visitors, () => Promise.all(marks.map((mark, turn) => visitors.post(city.residents[turn % city.residents.length]!, `Głos wśród wielu, ${mark}.`))))

  const first = (await visitors.read(visitors.path)).body.toString()
  const newest = await sql`select id from comments where thread_id = ${city.threadId} and parent_id is null order by id desc limit 15`
  const absent = newest.filter(({ id }) => !first.includes(`id="glos-${id}"`)).length
  const counted = Number(/id="komentarze"[^>]*>.*?class="count"[^>]*>(\d+)</s.exec(first)?.[1])
  const expected = before!.count + marks.length
  const read = await wholeThread(visitors, first, marks.length)
  const lost = marks.filter((mark) => !read.includes(mark)).length
  return [
    ...(absent ? [`${absent} of the ${newest.length} newest comments are not on the first page`] : []),
    ...(counted === expected ? [] : [`the page counts ${counted} comments, not ${expected}`]),
    ...(lost ? [`${lost} of ${marks.length} posts are on none of the pages`] : []),
  ]
}

/** Comes back when the work is done and the last reader has the page that was being made. */
async function whileOthersRead({ read, path }: Visitors, work: () => Promise<unknown>) {
  const over = new AbortController()
  const reader = async () => {
    while (!over.signal.aborted) {
      await read(path)
      await wait(20)
    }
  }
  const readers = Promise.all([reader(), reader(), reader()])
  try {
    await work()
  } finally {
    over.abort()
    await readers
  }
}

/** The text of a thread's pages, until it ends or must have shown so many comments. */
async function wholeThread({ read }: Visitors, first: string, comments: number): Promise<string> {
  let [page, all] = [first, first]
  for (let turn = 0; turn < comments / 15 + 2; turn++) {
    const next = /href="(\/zadania\/[^"#]*\/komentarze\?[^"#]*od=[^"#]+)/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    if (!next) break
    page = (await read(next)).body.toString()
    all += page
  }
  return all
}
