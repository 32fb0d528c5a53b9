import { followThread } from '@/lib/discussion/live'
import { isUuid } from '@/lib/ids'
import { openStream } from '@/lib/open-streams.mjs'

type Context = { params: Promise<{ id: string }> }

/**
 * How many comments a thread has and which is the newest, as server-sent events: at once, and whenever it changes.
 * 404 for no thread, 503 when too many readers hold a stream open.
 */
export async function GET(request: Request, { params }: Context) {
  const { id } = await params
  if (!isUuid(id)) return new Response('There is no such thread.', { status: 404 })
  const stream = openStream(request.signal)
  if (!stream) return new Response('Too many readers follow at the moment.', { status: 503, headers: { 'retry-after': '60' } })
  const leave = await followThread(id, stream.send).catch(() => undefined)
  if (leave) {
    stream.onEnd(leave)
    return stream.response
  }
  void stream.response.body?.cancel()
  return leave === null ? new Response('There is no such thread.', { status: 404 }) : new Response('The database is away.', { status: 503, headers: { 'retry-after': '10' } })
}
