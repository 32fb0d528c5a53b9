import { address, languageOf } from '@/lib/addresses'
import { stopSummary } from '@/lib/moderation/commands/unsubscribing'
import { Refusal, retryAfter } from '@/lib/refusal'

type Context = { params: Promise<{ token: string }> }

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers: { 'cache-control': 'private, no-store', ...headers } })

/** The button of a mail program (RFC 8058): it has no cookie and stands on no page of ours, the link is all that it needs. */
export async function POST(request: Request, { params }: Context) {
  const form = await request.formData().catch(() => null)
  if (form?.get('List-Unsubscribe') !== 'One-Click') return answer(400)
  try {
    await stopSummary(null, { token: (await params).token })
    return answer(200)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answer(error.kind === 'too-many' ? 429 : 404, retryAfter(error))
  }
}

/** Whoever opens it in a browser gets the page with the button; looking changes nothing. */
export async function GET(request: Request, { params }: Context) {
  return answer(303, { location: address(languageOf(new URL(request.url).pathname), 'unsubscribe', { token: (await params).token }) })
}
