/**
 * Answers 400 to a path that is no text (`%ff`, `%`, an overlong slash), which Next answers with 500 (security.md A04).
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} next
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown}
 */
export const withReadableAddresses = (next) => (request, response) => {
  if (isText(request.url.split('?', 1)[0])) return next(request, response)
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" })
  return response.end('Tego adresu nie da się odczytać. This address cannot be read.\n')
}

function isText(path) {
  try {
    return decodeURIComponent(path) !== undefined
  } catch {
    return false
  }
}
