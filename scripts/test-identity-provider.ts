import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Somebody whom the provider knows. */
export type Known = { subject: string; claims?: Record<string, unknown> }
/** How a provider may lie, or be away when it should say whom it has met, for tests. */
export type Lie = { nonce?: string; issuer?: string; audience?: string; expired?: true; foreignKey?: true; away?: 'silent' | 'broken' }

/**
 * For tests: an OpenID Connect provider on this machine. It checks PKCE, and each code once.
 * @param asks at `authorize` it asks in a page who is there, and whether they agree; else it asks nobody anything but
 *   sends back whoever `next` says
 */
export async function startTestProvider({ asks = false } = {}) {
  const [key, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const jwk = { ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, { challenge: string; nonce: string; clientId: string; known: Known; lie: Lie }>()
  const provider = { issuer: '', next: { subject: 'nobody' } as Known, lie: {} as Lie, stop: () => {} }

  const server = createServer((request, response) => {
    const url = new URL(request.url!, provider.issuer)
    const json = (value: unknown, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration') {
      const at = (path: string) => provider.issuer + path
      return json({ issuer: provider.issuer, authorization_endpoint: at('/authorize'), token_endpoint: at('/token'), jwks_uri: at('/jwks'), response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] })
    }
    if (url.pathname === '/jwks') return json({ keys: [jwk] })
    if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? ''
      if (asks && !asked('answer')) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(question(url.searchParams))
      const code = randomBytes(16).toString('hex')
      const back = new URL(asked('redirect_uri'))
      back.searchParams.set('state', asked('state'))
      if (asked('answer') === 'no') back.searchParams.set('error', 'access_denied')
      else back.searchParams.set('code', code)
      const known = asks ? { subject: asked('subject'), claims: { pesel: asked('pesel'), address: { locality: asked('locality') } } } : provider.next
      codes.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), clientId: asked('client_id'), known, lie: asked('answer') === 'broken' ? { away: 'broken' } : provider.lie })
      return response.writeHead(303, { location: back.href }).end()
    }
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      const form = new URLSearchParams(body)
      const round = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      if (!round || createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') !== round.challenge) return void json({ error: 'invalid_grant' }, 400)
      const { known, lie } = round
      if (lie.away === 'silent') return void request.socket.destroy()
      if (lie.away === 'broken') return void response.writeHead(503).end()
      void new SignJWT({ ...known.claims, nonce: lie.nonce ?? round.nonce })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(lie.issuer ?? provider.issuer)
        .setSubject(known.subject)
        .setAudience(lie.audience ?? round.clientId)
        .setIssuedAt(lie.expired ? Math.floor(Date.now() / 1000) - 7200 : undefined)
        .setExpirationTime(lie.expired ? Math.floor(Date.now() / 1000) - 3600 : '5m')
        .sign((lie.foreignKey ? foreign : key).privateKey)
        .then((idToken) => json({ access_token: 'unused', token_type: 'Bearer', id_token: idToken }))
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.stop = () => void server.close()
  return provider
}

/** The page that asks; whatever came in the address goes on with the answer. */
function question(asked: URLSearchParams) {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const kept = [...asked].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('')
  const field = (name: string, label: string, value: string) => `<p><label>${label} <input name="${name}" value="${value}"></label></p>`
  const button = (value: string, label: string) => `<button name="answer" value="${value}">${label}</button> `
  return `<!doctype html><html lang="pl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Węzeł testowy</title><h1>Węzeł testowy</h1>
    <form>${kept}${field('subject', 'Kto', '')}${field('pesel', 'PESEL', '')}${field('locality', 'Miejscowość', 'Toruń')}
    <p>${button('yes', 'Potwierdzam')}${button('no', 'Odmawiam')}${button('broken', 'Potwierdzam w chwili awarii')}</p></form>`
}
