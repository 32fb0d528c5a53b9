import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Somebody whom the provider knows. */
export type Known = { subject: string; claims?: Record<string, unknown> }
/** How a provider may lie, for tests. */
export type Lie = { nonce?: string; issuer?: string; audience?: string; expired?: true; foreignKey?: true }

/**
 * For tests: an OpenID Connect provider on this machine. At `authorize` it asks nobody anything but sends back whoever
 * `next` says; it checks PKCE, and each code once.
 */
export async function startTestProvider() {
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
      const code = randomBytes(16).toString('hex')
      codes.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), clientId: asked('client_id'), known: provider.next, lie: provider.lie })
      const back = new URL(asked('redirect_uri'))
      back.searchParams.set('code', code)
      back.searchParams.set('state', asked('state'))
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
