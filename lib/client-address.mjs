// Whose request is being answered, as the socket knows it. A header can say anything, so none is read but as many steps of
// X-Forwarded-For as the operator has proxies of their own (ASVS 4.1.3, security.md A60).
import { AsyncLocalStorage } from 'node:async_hooks'
import { isIP } from 'node:net'

const answering = (globalThis[Symbol.for('glos.clientAddress')] ??= new AsyncLocalStorage())
/** What only a proxy may say of a request. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-real-ip']

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} next
 * @param {number} [proxies] how many proxies of the operator's own stand before this server
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown}
 */
export const withClientAddress = (next, proxies = trustedProxies()) => (request, response) => {
  const address = addressOf(request, proxies)
  if (!proxies) for (const header of forwarded) delete request.headers[header]
  // Links and checks know one origin; Next would compare forms with whatever host is said here.
  if (request.headers['x-forwarded-host'] !== ownHost()) delete request.headers['x-forwarded-host']
  return answering.run(address, () => next(request, response))
}

/** The address from which what is being done now was asked for; undefined for jobs and the command line. @returns {string | undefined} */
export const clientAddress = () => answering.getStore()

/** Does something as if it were asked for from an address. @template T @param {string} address @param {() => T} work @returns {T} */
export const askedFrom = (address, work) => answering.run(address, work)

/** Each proxy writes down whom it heard, at the end: the one before our own proxies is the client. */
function addressOf({ headers, socket }, proxies) {
  const steps = [...String(headers['x-forwarded-for'] ?? '').split(',').map((step) => step.trim()), socket.remoteAddress ?? '']
  const named = steps[Math.max(0, steps.length - 1 - proxies)].replace(/^\[(.*)\](:\d+)?$/, '$1')
  const client = isIP(named) ? named : named.replace(/:\d+$/, '')
  return isIP(client) ? client : socket.remoteAddress
}

const ownHost = () => (process.env.NEXTAUTH_URL ? new URL(process.env.NEXTAUTH_URL).host : undefined)

function trustedProxies() {
  const proxies = Number(process.env.TRUSTED_PROXIES ?? 0)
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10) throw new Error('TRUSTED_PROXIES must be a whole number from 0 to 10.')
  return proxies
}
