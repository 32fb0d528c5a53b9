// A form that Next or React cannot read (no boundary, a cut body, arguments that are none) is answered by Next with 500,
// before any code of ours runs. It is the sender's fault and no one's here, so the answer is 400, in words (security.md A59).
import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of the form that is being answered; one a process, however often this file is bundled. @type {AsyncLocalStorage<{ read: boolean }>} */
const forms = (globalThis[Symbol.for('glos.unreadForms')] ??= new AsyncLocalStorage())

/** To be said by whatever a form is for, first of all: from now on a fault is ours. */
export function formWasRead() {
  const form = forms.getStore()
  if (form) form.read = true
}

const isForm = ({ method, url, headers }) => method === 'POST' && !url.startsWith('/api/') && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

/**
 * Looks at the answer alone, so no body is held for it. Next asks nothing of ours before an action but the proxy, which for
 * forms reads headers only; so whatever failed before an action began was reading the form.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} next
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown}
 */
export const withUnreadForms = (next) => (request, response) => {
  if (!isForm(request)) return next(request, response)
  const form = { read: false }
  const { writeHead, end } = response
  let answered = false
  const refuse = () => {
    answered = true
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    const said = Buffer.from('Tego formularza nie da się odczytać. Wróć na stronę, odśwież ją i wyślij go jeszcze raz.\nThis form cannot be read. Go back to the page, reload it and send the form again.\n')
    writeHead.call(response, 400, { 'content-type': 'text/plain; charset=utf-8', 'content-length': said.length, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" })
    end.call(response, said)
  }
  for (const [way, afterwards] of [['writeHead', response], ['flushHeaders', undefined], ['write', true], ['end', response]]) {
    const usual = response[way]
    response[way] = function (...args) {
      const status = way === 'writeHead' ? args[0] : response.statusCode
      if (!answered && !form.read && status >= 500 && !response.headersSent) refuse()
      return answered ? afterwards : usual.apply(response, args)
    }
  }
  return forms.run(form, () => next(request, response))
}
