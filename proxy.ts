import { NextResponse, type NextRequest } from 'next/server'
import { pageOf } from './lib/addresses'
import { addressExists } from './lib/known-addresses'
import { env } from './lib/env'

// Guards nothing (every right is checked by queries and commands). It answers what Next would answer badly: an empty
// page for unknown addresses of kept pages, a 500 for forms from elsewhere or too large. See DECISIONS.md.

const bytesAtMost = 1024 * 1024

export default async function proxy(request: NextRequest) {
  if (request.method === 'POST') {
    if (request.headers.get('origin') !== env.origin) return new NextResponse('This form was sent from another site.', { status: 403 })
    if (Number(request.headers.get('content-length') ?? Infinity) > bytesAtMost) return new NextResponse('This is too much at once.', { status: 413 })
    return NextResponse.next()
  }
  const found = pageOf(request.nextUrl.pathname)
  if (found && !(await addressExists(found))) return NextResponse.rewrite(new URL('/nothing-is-here', request.url))
  return NextResponse.next()
}

export const config = {
  matcher: [
    '/zadania/:code', '/en/tasks/:code', '/zadania/kolejnosc/:order', '/en/tasks/by/:order',
    '/propozycje/:slug', '/en/proposals/:slug', '/organizacje/:slug', '/en/organisations/:slug',
    // Forms, wherever they stand.
    { source: '/((?!api/|_next/).*)', has: [{ type: 'header', key: 'content-type' }] },
  ],
}
