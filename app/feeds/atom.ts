import { say } from '@/app/api/v1/answer'

/**
 * Answers the address of a feed, `NAME.atom`; 404 for every other name.
 * @param find the feed of that name, or null when there is none
 */
export async function feedAnswer(request: Request, file: string, find: (name: string) => Promise<string | null>): Promise<Response> {
  const name = /^(.+)\.atom$/.exec(file)?.[1]
  const feed = name ? await find(name) : null
  if (!feed) return new Response('Nie ma takiego kanału. There is no such feed.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return say(request, feed, 'application/atom+xml; charset=utf-8')
}
