import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { nextAuthOptions } from '@/lib/accounts/next-auth'
import { address, languageOf, withQuery } from '@/lib/addresses'
import { getBanToken } from '@/lib/moderation/queries/statements'

type Context = { params: Promise<{ nextauth: string[] }> }
function handle(request: NextRequest, context: Context): Promise<Response> {
  const language = languageOf(request.nextUrl.searchParams.get('callbackUrl') ?? '')
  /** Whoever is banned reads why, and can appeal, instead: with the mailed link they have shown that they are they. */
  const barred = async (personId: string) => {
    const token = await getBanToken(null, personId)
    return token ? withQuery(address(language, 'statement', { token }), { logowanie: 'nie' }) : null
  }
  return NextAuth(request as never, context as never, nextAuthOptions(language, barred)) as Promise<Response>
}

/** Only what the sign-in and sign-out forms need is answered; the rest of next-auth's pages are ours. */
export async function GET(request: NextRequest, context: Context) {
  const [what] = (await context.params).nextauth
  return what === 'csrf' ? handle(request, context) : new Response(null, { status: 404 })
}

export async function POST(request: NextRequest, context: Context) {
  const [what, provider] = (await context.params).nextauth
  return what === 'callback' && provider === 'email' ? handle(request, context) : new Response(null, { status: 404 })
}
