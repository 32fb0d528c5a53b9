import { eq, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { threads } from '../tables'

/** How many comments can be read in a thread, and the key of the newest one. */
export type Pulse = { comments: number; newest: string | null }

/** What tells readers that something new is there; null when there is no such thread. */
export async function getPulse(_viewer: Viewer, threadId: string): Promise<Pulse | null> {
  const [pulse] = await db
    .select({
      comments: sql<number>`(select count(*)::int from comments where comments.thread_id = threads.id and comments.state = 'shown')`,
      newest: sql<string | null>`(select id from comments where comments.thread_id = threads.id and comments.state = 'shown' order by id desc limit 1)`,
    })
    .from(threads)
    .where(eq(threads.id, threadId))
  return pulse ?? null
}
