import { timingSafeEqual } from 'node:crypto'
import { custom, errors, generators, Issuer, type Client } from 'openid-client'
import { env } from '../env'
import type { Language } from '../language'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { keyedHash } from './secrets'

// How an OpenID Connect provider vouches for somebody who is signed in already (authorization code flow with PKCE, state
// and nonce). It signs nobody in and makes no account, so the worst that a broken provider can do is a wrong badge.

const roundMinutes = 10
custom.setHttpOptionsDefaults({ timeout: 5000 })

const redirectUri = () => `${env.origin}/api/identity/callback`
const objected = (which: 'refused' | 'declined' | 'notReached') => new Refusal('invalid', { key: `residency.objection.${which}` })

/** For so long a provider is taken to be where it was found; nobody is sent to one that is away. */
const foundForMs = 60_000
let known: { issuer: string; until: number; client: Promise<Client> } | undefined

/** @throws Refusal when the provider is not reached */
async function theClient(): Promise<Client> {
  const oidc = env.oidc
  if (!oidc) throw objected('notReached')
  if (known?.issuer !== oidc.issuer || known.until < Date.now()) {
    const client = Issuer.discover(oidc.issuer).then((issuer) => new issuer.Client({ client_id: oidc.clientId, client_secret: oidc.clientSecret, redirect_uris: [redirectUri()], response_types: ['code'] }))
    known = { issuer: oidc.issuer, until: Date.now() + foundForMs, client }
    client.catch(() => (known = undefined)) // Asked anew the next time.
  }
  return known.client.catch(() => {
    throw objected('notReached')
  })
}

/** Why a provider's answer vouches for nobody. */
function refusalOf(error: unknown): Refusal {
  const { OPError, RPError } = errors
  if (!(error instanceof OPError || error instanceof RPError)) return objected('notReached')
  if (error instanceof OPError && error.error === 'access_denied') return objected('declined')
  const away = (error.response?.statusCode ?? 0) >= 500 || /timed out/.test(error.message) || (error instanceof OPError && /^(server_error|temporarily_unavailable)$/.test(error.error ?? ''))
  return objected(away ? 'notReached' : 'refused')
}

type Round = { personId: string; language: Language; state: string; nonce: string; verifier: string; until: number }

/**
 * Begins a round with the provider.
 * @param language the one they read, to come back in
 * @returns where to send the person, and what their browser keeps meanwhile, sealed, in a cookie that scripts cannot read
 * @throws Refusal when the provider is not reached
 */
export async function beginVerification(person: Person, language: Language): Promise<{ url: string; sealed: string }> {
  const client = await theClient()
  const round: Round = { personId: person.id, language, state: generators.state(), nonce: generators.nonce(), verifier: generators.codeVerifier(), until: Date.now() + roundMinutes * 60_000 }
  const url = client.authorizationUrl({ scope: 'openid', state: round.state, nonce: round.nonce, code_challenge: generators.codeChallenge(round.verifier), code_challenge_method: 'S256', ui_locales: language })
  return { url, sealed: seal(round) }
}

/** The language that a round was begun in; Polish where there is none. */
export const languageOfRound = (sealed: string | undefined): Language => unseal(sealed)?.language ?? 'pl'

export type Identity = { issuer: string; subject: string; nationalKey: string | null }

/**
 * Ends a round: state, nonce, issuer, audience, signature and time are checked, and that it is the person who began it.
 * @param answer the query with which the provider sent them back
 * @throws Refusal for everything that is not right
 */
export async function endVerification(person: Person, sealed: string | undefined, answer: URLSearchParams): Promise<Identity> {
  const round = unseal(sealed)
  if (!round || round.personId !== person.id || round.until < Date.now()) throw objected('refused')
  const client = await theClient()
  const tokens = await client
    .callback(redirectUri(), Object.fromEntries(answer), { state: round.state, nonce: round.nonce, code_verifier: round.verifier, response_type: 'code' })
    .catch((error: unknown) => {
      throw refusalOf(error)
    })
  const claims = tokens.claims()
  const { nationalNumberClaim, residentClaim, residentValue } = env.oidc!
  if (residentClaim && String(claimOf(claims, residentClaim)) !== residentValue) throw new Refusal('forbidden', { key: 'residency.objection.notResident' })
  const national = nationalNumberClaim ? claimOf(claims, nationalNumberClaim) : undefined
  return { issuer: claims.iss, subject: claims.sub, nationalKey: national ? keyedHash('national-number', String(national)) : null }
}

/** `address.locality` is the locality in the address. */
const claimOf = (claims: object, path: string): unknown => path.split('.').reduce<unknown>((branch, name) => (branch as Record<string, unknown> | undefined)?.[name], claims)

function seal(round: Round): string {
  const payload = Buffer.from(JSON.stringify(round)).toString('base64url')
  return `${payload}.${keyedHash('identity-round', payload)}`
}

function unseal(sealed: string | undefined): Round | null {
  const [payload, mark] = sealed?.split('.') ?? []
  if (!payload || !mark) return null
  const [given, made] = [Buffer.from(mark), Buffer.from(keyedHash('identity-round', payload))]
  if (given.length !== made.length || !timingSafeEqual(given, made)) return null
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Round
}
