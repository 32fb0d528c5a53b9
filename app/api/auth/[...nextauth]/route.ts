import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { address, languageOf } from '@/lib/addresses'
import { nextAuthOptions } from '@/lib/accounts/next-auth'

type Context = { params: Promise<{ nextauth: string[] }> }
const languageAsked = (request: NextRequest) => languageOf(request.nextUrl.searchParams.get('callbackUrl') ?? '')
const handle = (request: NextRequest, context: Context) => NextAuth(request as never, context as never, nextAuthOptions(languageAsked(request))) as Promise<Response>

/** Only what the sign-in and sign-out forms need is answered; the rest of next-auth's pages are ours. */
export async function GET(request: NextRequest, context: Context) {
  const [what] = (await context.params).nextauth
  return what === 'csrf' ? handle(request, context) : new Response(null, { status: 404 })
}

export async function POST(request: NextRequest, context: Context) {
  const [what, provider] = (await context.params).nextauth
  if (what !== 'callback' || provider !== 'email') return new Response(null, { status: 404 })
  const answer = await handle(request, context)
  // next-auth leads to a page of its own, which we have none of: a link that opens nothing has a page of ours, in the reader's language.
  if (!/\/api\/auth\/error\b/.test(answer.headers.get('location') ?? '')) return answer
  return new Response(null, { status: 303, headers: { location: address(languageAsked(request), 'linkRefused'), 'cache-control': 'private, no-store' } })
}
