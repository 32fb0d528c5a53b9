/** What the proxy writes beside a page that says that its link is used or over; pages of Next cannot say 410 themselves. */
export const goneHeader = 'x-glos-gone'

/**
 * Answers such a page with 410, whole and in its own look, and lets nobody see the note.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} next
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown}
 */
export const withGoneStatus = (next) => (request, response) => {
  const writeHead = response.writeHead
  response.writeHead = (status, ...rest) => {
    const gone = response.getHeader(goneHeader) !== undefined
    response.removeHeader(goneHeader)
    return writeHead.call(response, gone && status === 200 ? 410 : status, ...rest)
  }
  return next(request, response)
}
