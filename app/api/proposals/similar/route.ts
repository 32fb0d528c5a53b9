import { currentViewer } from '@/lib/accounts/session'
import { address, type Address } from '@/lib/addresses'
import { countTowards, evenUncounted } from '@/lib/limits'
import { Refusal, retryAfter } from '@/lib/refusal'
import { search } from '@/lib/search/queries'
import { questionOf } from '@/lib/search/rules'
import { canonLine } from '@/lib/text'
import { inUtf8 } from '@/lib/utf8'

/** A published proposal that is about something like what is being written. */
export type SimilarProposal = { title: string; organisation: string | null; address: Address }

const headers = { 'cache-control': 'private, no-store' }
const bytesAtMost = 4_000

/** The title that is being written is the body, so that it stays out of everybody's logs. @returns up to three proposals */
export async function POST(request: Request) {
  if (!(Number(request.headers.get('content-length') ?? Infinity) <= bytesAtMost)) return Response.json({ items: [] }, { status: 413, headers })
  if (!inUtf8(request.headers.get('content-type'))) return Response.json({ items: [] }, { status: 415, headers })
  const viewer = await currentViewer()
  if (!viewer) return Response.json({ items: [] }, { status: 401, headers })
  try {
    await evenUncounted(countTowards('similarProposals', viewer.id, { max: 120, minutes: 10 }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ items: [] }, { status: 429, headers: { ...headers, ...retryAfter(error) } })
  }
  const language = request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'pl'
  const { found } = await search(viewer, language, questionOf(canonLine((await request.text()).slice(0, 300))))
  const items = found.filter(({ kind }) => kind === 'proposal').slice(0, 3).map(({ id, title, note }): SimilarProposal => ({ title, organisation: note, address: address(language, 'proposal', { slug: id }) }))
  return Response.json({ items }, { headers })
}
