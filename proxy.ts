import { NextResponse, type NextRequest } from 'next/server'
import { addresses, pageOf } from './lib/addresses'
import { linkIsGone } from './lib/gone-links'
import { goneHeader } from './lib/gone-status.mjs'
import { addressExists } from './lib/known-addresses'
import { countTry, evenUncounted } from './lib/limits'
import { translator } from './lib/messages'
import { isOwnForm, notOurForm } from './lib/own-form'
import { Refusal, retryAfter } from './lib/refusal'
import { inUtf8 } from './lib/utf8'

// Guards nothing (every right is checked by queries and commands). It answers what Next would answer badly: an empty
// page for unknown addresses of kept pages, a 500 for forms from elsewhere or too large. See DECISIONS.md.

const bytesAtMost = 1024 * 1024

export default async function proxy(request: NextRequest) {
  const found = pageOf(request.nextUrl.pathname)
  if (request.method === 'POST') {
    if (!isOwnForm(request.headers)) return notOurForm()
    // What React sends along with a form is one; anything else would only make Next's reader stumble, with a 500.
    if (request.headers.has('next-action') && !request.headers.get('content-type')?.startsWith('multipart/form-data')) return new NextResponse('This is no form.', { status: 415 })
    if (!inUtf8(request.headers.get('content-type'))) return new NextResponse('We read UTF-8 only.', { status: 415 })
    if (Number(request.headers.get('content-length') ?? Infinity) > bytesAtMost) return new NextResponse('This is too much at once.', { status: 413 })
  }
  if (found && addresses[found.page].lives === 'fresh') {
    const gone = request.method !== 'POST' && (await linkIsGone(found, request.nextUrl.searchParams))
    return NextResponse.next({ headers: { 'cache-control': 'private, no-store', ...(gone && { [goneHeader]: '1' }) } })
  }
  if (found && request.method !== 'POST' && !(await addressExists(found))) return (await triedTooOften(found)) ?? NextResponse.rewrite(new URL('/nothing-is-here', request.url))
  return NextResponse.next()
}

/** Whoever tries one address after the other (A21) is told to wait; what is there stays open to them too. */
async function triedTooOften({ page }: NonNullable<ReturnType<typeof pageOf>>): Promise<NextResponse | null> {
  try {
    await evenUncounted(countTry('address.missed', { max: 300, minutes: 10 }, null, page))
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const said = (['pl', 'en'] as const).map((language) => translator(language)(error.objection.key, error.objection.values)).join('\n')
    return new NextResponse(`${said}\n`, { status: 429, headers: { ...retryAfter(error), 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' } })
  }
}

// Every fresh page, every kept page with a parameter (architecture.test.ts compares with lib/addresses.ts), and forms wherever they stand.
export const config = {
  matcher: [
    '/sprawozdania/:path+', '/en/result-reports/:path+',
    '/zadania/:path+', '/en/tasks/:path+', '/propozycje/:path+', '/en/proposals/:path+', '/organizacje/:path+', '/en/organisations/:path+', '/zaproszenie/:path+', '/en/invitation/:path+',
    '/prywatnosc/:path+', '/en/privacy/:path+',
    '/siec/:path+', '/en/network/:path+', '/wolontariat/:path+', '/en/volunteering/:path+',
    '/szukaj', '/en/search', '/logowanie/:path*', '/en/sign-in/:path*', '/witaj', '/en/welcome', '/napisz/:path*', '/en/write/:path*',
    '/moj-glos/:path*', '/en/ballot/:path*', '/glosowania/:path+', '/en/votes/:path+', '/konto/:path*', '/en/account/:path*', '/zglos/:path*', '/en/report/:path*',
    '/zgloszenie/:path*', '/en/report-status/:path*', '/uzasadnienie/:path*', '/en/statement/:path*', '/wypisz/:path*', '/en/unsubscribe/:path*',
    '/urzad/:path*', '/en/office/:path*', '/papier', '/en/paper',
    '/moderacja/:path*', '/en/moderation/:path*', '/przejrzystosc/:path+', '/en/transparency/:path+',
    { source: '/((?!api/|_next/).*)', has: [{ type: 'header', key: 'content-type' }] },
    { source: '/((?!api/|_next/).*)', has: [{ type: 'header', key: 'next-action' }] },
  ],
}
