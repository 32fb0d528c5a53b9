import { perform, type Sent } from './action'
import { withQuery, type Address } from './addresses'
import type { Command } from './command'
import { env } from './env'
import { statusOf } from './refusal'
import { inUtf8 } from './utf8'

type Chosen<Result> = { command: Command<'person', Result>; input: unknown }
const bytesAtMost = 64 * 1024

/**
 * A form that posts to an address instead of a server action, for what stands on a page a hundred times: it costs the
 * page nothing but its buttons. The same rules as `action()`. With `Accept: application/json` it answers with form state
 * and a status that says the refusal, else with 303.
 * @param choose which command the form's fields ask for; null for fields that ask for none (400)
 * @param refusedAt the page that says a refusal where there is no JavaScript, from `?odmowa=`
 */
export function formRoute<Result>(
  choose: (fields: FormData) => Chosen<Result> | null,
  { then, draft, refusedAt }: { then: Parameters<typeof perform<Result>>[2]['then']; draft?: string; refusedAt: (sent: Sent, fields: FormData) => Address },
) {
  return async (request: Request): Promise<Response> => {
    const site = request.headers.get('sec-fetch-site') ?? 'same-origin'
    if (request.headers.get('origin') !== env.origin || site !== 'same-origin') return new Response('This form was sent from another site.', { status: 403 })
    const type = request.headers.get('content-type') ?? ''
    if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type) || !inUtf8(type)) return new Response('This is no form.', { status: 415 })
    const fields = await formWithin(request, bytesAtMost)
    if (fields === 'too-large') return new Response('This is too much at once.', { status: 413 })
    const chosen = fields && choose(fields)
    if (!chosen) return new Response('This form cannot be read.', { status: 400 })
    const asJson = request.headers.get('accept')?.includes('application/json')
    const answer = await perform(chosen.command, fields, { then, draft }, chosen.input)
    if ('next' in answer) return asJson ? Response.json({ done: answer.next }, { headers }) : seeOther(answer.next)
    if (asJson) return Response.json(answer.refused, { status: statusOf[answer.kind], headers })
    const { key, values } = answer.objection
    return seeOther(withQuery(refusedAt(answer.sent, fields), { odmowa: key, minuty: values?.minutes?.toString() }))
  }
}

const headers = { 'cache-control': 'private, no-store' }
const seeOther = (next: Address) => new Response(null, { status: 303, headers: { ...headers, location: next } })

/** Counted while it comes in, whatever its header says. @returns null when it cannot be read */
async function formWithin(request: Request, bytes: number): Promise<FormData | 'too-large' | null> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let left = bytes
  if (request.body) {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      left -= part.length
      if (left < 0) return 'too-large'
      parts.push(part)
    }
  }
  return new Response(new Blob(parts), { headers: { 'content-type': request.headers.get('content-type')! } }).formData().catch(() => null)
}
