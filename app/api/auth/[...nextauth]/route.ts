import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { nextAuthOptions } from '@/lib/accounts/next-auth'
import { address, languageOf, ownAddress, withQuery } from '@/lib/addresses'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { inheritSanctions } from '@/lib/moderation/bars'
import { getBanToken } from '@/lib/moderation/queries/statements'
import { isOwnForm, notOurForm } from '@/lib/own-form'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * The button behind a mailed link; the rest of next-auth is ours. Pressed by a page of somebody else's, it would sign a
 * visitor in as that somebody. A link that is used up or too old is answered with the page that says so.
 */
export async function POST(request: NextRequest, context: Context) {
  const [what, provider] = (await context.params).nextauth
  if (what !== 'callback' || provider !== 'email') return new Response(null, { status: 404 })
  if (!isOwnForm(request.headers)) return notOurForm()
  const asked = request.nextUrl.clone()
  const language = languageOf(asked.searchParams.get('callbackUrl') ?? '')
  // next-auth answers 500 to an address that is none.
  asked.searchParams.set('callbackUrl', ownAddress(asked.searchParams.get('callbackUrl')) ?? address(language, 'home'))
  const answer = (await NextAuth(new NextRequest(asked, { method: 'POST', headers: request.headers }) as never, context as never, nextAuthOptions(language, { joined: inheritSanctions, barred: barredIn(language) }))) as Response
  const refused = new URL(answer.headers.get('location') ?? '/', env.origin).pathname === '/api/auth/error'
  return refused ? gone(language) : answer
}

/** The page that says so, with the status that says so too; a route cannot make a page, so it asks this server for it. */
async function gone(language: Language): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' }
  const path = address(language, 'linkRefused')
  const page = await fetch(`http://localhost:${process.env.PORT}${path}`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
  if (!page?.ok) return new Response(null, { status: 303, headers: { ...headers, location: path } })
  return new Response(page.body, { status: 410, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

/** Whoever is banned reads why, and can appeal, instead: with the mailed link they have shown that they are they. */
const barredIn = (language: Language) => async (personId: string) => {
  const token = await getBanToken(null, personId)
  return token ? withQuery(address(language, 'statement', { token }), { logowanie: 'nie' }) : null
}
