import { keepDraft } from './accounts/commands'
import { currentViewer } from './accounts/session'
import { perform, refusedWith, type Refused, type Sent } from './action'
import { withQuery, type Address } from './addresses'
import type { Command } from './command'
import { readForm } from './form-body'
import { translator } from './messages'
import { isOwnForm, notOurForm } from './own-form'
import { Refusal, retryAfter, statusOf } from './refusal'
import { inUtf8 } from './utf8'

type Chosen<Result> = { command: Command<'person', Result>; input: unknown }
const bytesAtMost = 64 * 1024
const secondsAtMost = 60

/** How much a form with a file may be, beside its other fields, and how long it may take to come. */
type Files = { bytes: number; seconds: number }
type Options<Result> = {
  then: Parameters<typeof perform<Result>>[2]['then']
  draft?: string
  refusedAt: (sent: Sent, fields: FormData) => Address
  files?: Files
}

/**
 * A form that posts to an address instead of a server action: what stands on a page a hundred times costs the page nothing
 * but its buttons, and a form with a file may weigh more than an action. The same rules as `action()`. With
 * `Accept: application/json` it answers with form state and a status that says the refusal, else with 303.
 * @param choose which command the form's fields ask for; null for fields that ask for none (400)
 * @param options `refusedAt`: the page that says a refusal where there is no JavaScript, from `?odmowa=`: a message's key, or,
 *   for forms with files, the key of a draft that holds what was said and typed (app/_components/files/refused.ts).
 *   `files`: for forms with a file; nobody who is not signed in is heard for longer than a form without one.
 */
export function formRoute<Result>(choose: (fields: FormData) => Chosen<Result> | null, { then, draft, refusedAt, files }: Options<Result>) {
  return async (request: Request): Promise<Response> => {
    if (!isOwnForm(request.headers)) return notOurForm()
    const type = request.headers.get('content-type') ?? ''
    if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type) || !inUtf8(type)) return new Response('This is no form.', { status: 415 })
    const viewer = files && (await currentViewer())
    if (viewer && heard >= heardAtMost) return busy()
    const room = bytesAtMost + (files && viewer ? files.bytes : 0)
    heard += viewer ? 1 : 0
    const body = await readForm(request, { bytes: room, seconds: viewer ? files.seconds : secondsAtMost }).finally(() => (heard -= viewer ? 1 : 0))
    const cut = body?.cut && (viewer || !files) ? body.cut : null
    if (cut && !files) return new Response('This is too much at once.', { status: cut === 'too-slow' ? 408 : 413 })
    const chosen = body && choose(body.fields)
    if (!chosen) return new Response('This form cannot be read.', { status: 400 })
    const { fields } = body
    const answer = cut && files ? refusedWith(cutOff(cut, files), fields) : await perform(chosen.command, fields, { then, draft }, chosen.input)
    const asJson = request.headers.get('accept')?.includes('application/json')
    if ('next' in answer) return asJson ? Response.json({ done: answer.next }, { headers }) : seeOther(answer.next)
    if (asJson) return Response.json(answer.refused, { status: statusOf[answer.kind], headers: { ...headers, ...retryAfter(answer) } })
    const { key, values } = answer.objection
    const at = refusedAt(answer.sent, fields)
    return files ? keptRefusal(at, answer) : seeOther(withQuery(at, { odmowa: key, minuty: values?.minutes?.toString() }))
  }
}

/** Forms with files that are coming in: each may hold ten megabytes of memory, four times over. */
let heard = 0
const heardAtMost = 12
const busy = () => {
  const said = (['pl', 'en'] as const).map((language) => translator(language)('file.problem.busy')).join('\n')
  return new Response(`${said}\n`, { status: 503, headers: { ...headers, 'retry-after': '30', 'content-type': 'text/plain; charset=utf-8' } })
}

const headers = { 'cache-control': 'private, no-store' }
const seeOther = (next: Address) => new Response(null, { status: 303, headers: { ...headers, location: next } })

const cutOff = (why: 'too-large' | 'too-slow', { bytes, seconds }: Files) =>
  why === 'too-large' ? new Refusal('too-large', { key: 'file.problem.tooLarge', values: { max: bytes / 1024 / 1024 } }) : new Refusal('too-slow', { key: 'file.problem.tooSlow', values: { minutes: seconds / 60 } })

/** The page that says a refusal, with what was typed: neither stands in an address, which others may log. */
async function keptRefusal(at: Address, { refused, kind, sent }: Refused): Promise<Response> {
  const said = Object.values(refused.fields ?? {}).flat().join(' ') || refused.message!
  const typed = Object.entries(sent.values).filter(([name, text]) => /^\w{1,40}$/.test(name) && text.length <= 4000).slice(0, 10)
  const kept = await keepDraft(null, { form: 'refused', values: { ...Object.fromEntries(typed), _said: said } }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
  if (!kept) return new Response(said, { status: statusOf[kind], headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
  const [path, place] = at.split('#') as [Address, string?]
  return seeOther(`${withQuery(path, { odmowa: kept.key })}${place ? `#${place}` : ''}`)
}
