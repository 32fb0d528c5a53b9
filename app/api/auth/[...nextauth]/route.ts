import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { languageOf } from '@/lib/addresses'
import { nextAuthOptions } from '@/lib/accounts/next-auth'

type Context = { params: Promise<{ nextauth: string[] }> }
const handle = (request: NextRequest, context: Context) => 
  NextAuth(request as never, context as never, nextAuthOptions(languageOf(request.nextUrl.searchParams.get('callbackUrl') ?? ''))) as Promise<Response>

/** Only what the sign-in and sign-out forms need is answered; the rest of next-auth's pages are ours. */
export async function GET(request: NextRequest, context: Context) {
  const [what] = (await context.params).nextauth
  return what === 'csrf' ? handle(request, context) : new Response(null, { status: 404 })
}

export async function POST(request: NextRequest, context: Context) {
  const [what, provider] = (await context.params).nextauth
  return what === 'callback' && provider === 'email' ? handle(request, context) : new Response(null, { status: 404 })
}
