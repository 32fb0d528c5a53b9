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

/** The page that says so, with the status that says so too. */
async function gone(language: Language): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' }
  const page = await (pages.get(language) ?? askForPage(language))
  return page === null ? new Response(null, { status: 303, headers: { ...headers, location: address(language, 'linkRefused') } }) : new Response(page, { status: 410, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

/** The same for everybody as long as the server runs, so it is asked for once, however many press at once. */
const pages = new Map<Language, Promise<string | null>>()

/** A route cannot make a page, so it asks this very server for it. @returns null where it does not answer in time: it is asked anew the next time */
function askForPage(language: Language): Promise<string | null> {
  const page = fetch(`http://localhost:${process.env.PORT}${address(language, 'linkRefused')}`, { signal: AbortSignal.timeout(10_000) })
    .then((answer) => (answer.ok ? answer.text() : null))
    .catch(() => null)
    .then((text) => {
      if (text === null) pages.delete(language)
      return text
    })
  pages.set(language, page)
  return page
}

/** Whoever is banned reads why, and can appeal, instead: with the mailed link they have shown that they are they. */
const barredIn = (language: Language) => async (personId: string) => {
  const token = await getBanToken(null, personId)
  return token ? withQuery(address(language, 'statement', { token }), { logowanie: 'nie' }) : null
}
