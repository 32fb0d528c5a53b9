import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { toCsv } from '@/lib/opendata/csv'
import { endpoints, type EndpointName } from '@/lib/opendata/endpoints'
import { records, type PageOf } from '@/lib/opendata/records'
import { countTry, evenUncounted } from '@/lib/limits'
import type { MessageKey, MessageValues } from '@/lib/messages'
import { translator } from '@/lib/messages'
import { Refusal, retryAfter } from '@/lib/refusal'

type Query<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['query']>

/**
 * Answers one address of the API: reads what is asked, asks `find` as nobody in particular, and gives it as JSON, or
 * as CSV where it is a list, or as the file that `find` makes. What cannot be answered is a `{ code, message }` with 400 or 404.
 * @param find what was found; a Response of its own for a file; null when there is no such thing
 */
export async function answer<Name extends EndpointName>(request: Request, name: Name, find: (query: Query<Name>) => Promise<object | null>): Promise<Response> {
  const busy = await askedTooOften(request)
  if (busy) return busy
  const { dataset, gives, query } = endpoints[name]
  const parameters = new URL(request.url).searchParams
  const [twice] = [...parameters.keys()].filter((name, place, names) => names.indexOf(name) !== place)
  if (twice !== undefined) return refuse(request, 400, 'bad-request', 'openData.problem.badParameter', { name: twice })
  const asked = query.safeParse(Object.fromEntries(parameters))
  if (!asked.success) return badRequest(request, asked.error)
  const found = await find(asked.data as Query<Name>)
  if (!found) return notFound(request)
  if (found instanceof Response) return found
  if (gives === 'one') return say(request, JSON.stringify(found), 'application/json')
  const { items, next } = found as PageOf<object>
  const link = next && `<${nextAddress(request, next)}>; rel="next"`
  const { format, separator } = asked.data as { format: string; separator: ',' | ';' }
  if (format === 'csv') return say(request, toCsv(records[dataset], items, separator), 'text/csv; charset=utf-8; header=present', { link })
  return say(request, JSON.stringify({ items, next }), 'application/json', { link })
}

/** Ten a second, for ten minutes, from one network; whoever needs more has the files of whole lists. */
async function askedTooOften(request: Request): Promise<Response | null> {
  try {
    await evenUncounted(countTry('api', { max: 6000, minutes: 10 }, null, null))
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(request, 429, 'too-many', error.objection.key, error.objection.values, retryAfter(error))
  }
}

/** The answer to an address that leads nowhere. */
export const notFound = (request: Request): Response => refuse(request, 404, 'not-found', 'openData.problem.notFound')

/** A body, a file where it has a name, that may be read from any site, and asked for again cheaply: 304 while it is the same. */
export function say(request: Request, body: string | Uint8Array<ArrayBuffer>, type: string, { link, name }: { link?: string | null; name?: string } = {}): Response {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ...open, etag, ...(link && { link }), ...(name && { 'content-disposition': `attachment; filename="${name}"` }) }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': type } })
}

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'link, etag', 'cache-control': 'no-cache' }

function badRequest(request: Request, { issues }: z.ZodError): Response {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') return refuse(request, 400, 'bad-request', 'openData.problem.unknownParameter', { name: issue.keys.join(', ') })
  return refuse(request, 400, 'bad-request', 'openData.problem.badParameter', { name: String(issue?.path[0]) })
}

/** In English, unless the one who asks reads Polish first. */
function refuse(request: Request, status: 400 | 404 | 429, code: 'bad-request' | 'not-found' | 'too-many', key: MessageKey, values?: MessageValues, more?: Record<string, string>): Response {
  const message = translator(request.headers.get('accept-language')?.startsWith('pl') ? 'pl' : 'en')(key, values)
  return Response.json({ code, message }, { status, headers: { ...open, ...more, vary: 'accept-language' } })
}

/** Relative to the address that was asked, so that no header can lead elsewhere. */
function nextAddress(request: Request, cursor: string): string {
  const query = new URL(request.url).searchParams
  query.set('cursor', cursor)
  return `?${query}`
}
