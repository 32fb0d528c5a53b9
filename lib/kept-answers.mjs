// What Next answered with a kept page is said again, byte for byte, until a tag of the page is touched: finding the page
// anew costs Next some 3 ms of work each time, saying it again a tenth of one. See DECISIONS.md.
import { AsyncLocalStorage } from 'node:async_hooks'
import { freshSince, now } from './tag-clock.mjs'

/** Through it the page cache tells which kept page a request is answered with. */
export const asking = (globalThis[Symbol.for('glos.asking')] ??= new AsyncLocalStorage())
const room = Number(process.env.PAGE_CACHE_MB ?? 64) * 1024 * 1024
/** Address and encoding → what was answered, the least used first. */
const answers = new Map()
let bytes = 0

/** Headers of requests that want something else than the whole page: parts, comparisons, Next's own. */
const special = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-action', 'range', 'if-none-match', 'if-modified-since', 'x-prerender-revalidate']
const isPlain = ({ method, url, headers }) => method === 'GET' && url.length < 200 && !url.includes('?') && !url.startsWith('/api/') && special.every((name) => headers[name] === undefined)

/** So many requests for one page within half a second are a crowd. */
const crowd = 60
const countedFor = 500
/**
 * How long a crowd goes on reading what it read while voices come in faster than the page can be made, in milliseconds.
 * Without it, every reader would wait for a page of their own (readers keep half their speed under 50 posts a
 * second: `npm run bench`). Nobody else ever reads what is old.
 */
const lagAtMost = 400

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} next
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown}
 *   answers kept pages by itself, and lets Next answer the rest
 */
export const withKeptAnswers = (next) => (request, response) => {
  if (!isPlain(request)) return next(request, response)
  // Two kinds of answer, however browsers put it.
  const encoding = /\bgzip\b(?!\s*;\s*q=0)/.test(request.headers['accept-encoding'] ?? '') ? 'gzip' : 'identity'
  request.headers['accept-encoding'] = encoding
  const name = `${encoding} ${request.url}`
  const known = answers.get(name)
  if (known) {
    const crowded = countReader(known)
    const fresh = isFresh(known.page)
    if (fresh || (crowded && mayLag(known))) return say(known, response, fresh)
  }
  const asked = { page: undefined }
  hearBody(response, (body) => {
    const kept = response.statusCode === 200 && ['HIT', 'MISS'].includes(response.getHeader('x-nextjs-cache')) && !response.hasHeader('set-cookie')
    if (!kept) return forget(name)
    if (asked.page) remember(name, { page: asked.page, body, headers: headersOf(response, body), readers: answers.get(name)?.readers ?? newReaders() })
  })
  return asking.run(asked, () => next(request, response))
}

const isFresh = (page) => !page.dropped && now() < page.until && freshSince(page.tags, page.renderedSince)

function say(known, response, fresh) {
  response.writeHead(200, { ...known.headers, 'x-nextjs-cache': fresh ? 'HIT' : 'STALE' }).end(known.body)
}

const newReaders = () => ({ since: now(), count: 0, crowded: false })

/** Whether there were many of them lately; a server that is busy for a moment does not make them fewer. */
function countReader({ readers }) {
  const at = now()
  if (readers.count >= crowd) readers.crowded = true
  if (at - readers.since > countedFor) {
    readers.crowded = readers.count >= crowd && at - readers.since < 4 * countedFor
    readers.since = at
    readers.count = 0
  }
  readers.count++
  return readers.crowded
}

/** Whether an old answer may be said once more: for a moment, and then while one reader waits for the new one. */
function mayLag(known) {
  const at = now()
  if (at >= known.page.until) return false
  known.oldSince ??= at
  if (at - known.oldSince < lagAtMost) return true
  if (known.beingMade && at - known.beingMade < 1000) return true
  known.beingMade = at
  return false
}

function remember(name, answer) {
  forget(name)
  answers.set(name, answer)
  bytes += answer.body.length
  while (bytes > room) forget(answers.keys().next().value)
}

function forget(name) {
  bytes -= answers.get(name)?.body.length ?? 0
  answers.delete(name)
}

/** Hears the whole body, once it is complete. */
function hearBody(response, hear) {
  const parts = []
  const { write, end } = response
  const keep = (part) => part && typeof part !== 'function' && parts.push(Buffer.from(part))
  response.write = function (part, ...rest) {
    keep(part)
    return write.call(this, part, ...rest)
  }
  response.end = function (part, ...rest) {
    keep(part)
    return end.call(this, part, ...rest)
  }
  response.once('finish', () => hear(Buffer.concat(parts)))
}

function headersOf(response, body) {
  const headers = { ...response.getHeaders(), 'content-length': body.length }
  for (const ofTheConnection of ['transfer-encoding', 'connection', 'keep-alive', 'date']) delete headers[ofTheConnection]
  return headers
}
