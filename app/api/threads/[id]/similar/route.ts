import { currentViewer } from '@/lib/accounts/session'
import type { Address } from '@/lib/addresses'
import { listOthersVoices } from '@/lib/discussion/queries/voices'
import { isUuid } from '@/lib/ids'
import { countTry, evenUncounted } from '@/lib/limits'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { Refusal, retryAfter } from '@/lib/refusal'
import { similarComments } from '@/lib/search/comments'
import { canonLine } from '@/lib/text'
import { inUtf8 } from '@/lib/utf8'

/** A voice that says something like what is being written: enough to agree with it. */
export type SimilarVoice = { id: string; revision: number; name: string; excerpt: string; address: Address }

type Context = { params: Promise<{ id: string }> }
const headers = { 'cache-control': 'private, no-store' }
const bytesAtMost = 10_000

/** `?text=…`: up to three voices of the thread that say something like it. */
export const GET = async (request: Request, { params }: Context) => answer(request, (await params).id, new URL(request.url).searchParams.get('text') ?? '')

/** The same with the text as the body: what is not published yet stays out of everybody's logs. */
export async function POST(request: Request, { params }: Context) {
  if (!(Number(request.headers.get('content-length') ?? Infinity) <= bytesAtMost)) return Response.json({ items: [] }, { status: 413, headers })
  if (!inUtf8(request.headers.get('content-type'))) return Response.json({ items: [] }, { status: 415, headers })
  return answer(request, (await params).id, await request.text())
}

async function answer(request: Request, threadId: string, text: string): Promise<Response> {
  if (!isUuid(threadId)) return Response.json({ items: [] }, { status: 404, headers })
  const viewer = await currentViewer()
  try {
    await evenUncounted(countTry('similar', { max: 120, minutes: 10, network: { max: 1200, minutes: 10 } }, viewer?.id ?? null, {}))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ items: [] }, { status: 429, headers: { ...headers, ...retryAfter(error) } })
  }
  const language = request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'pl'
  const alike = await similarComments(viewer, threadId, canonLine(text.slice(0, 4000)), 6)
  const [voices, subjects] = await Promise.all([listOthersVoices(viewer, threadId, alike.map(({ id }) => id)), getSubjects(viewer, language, [threadId])])
  const subject = subjects.get(threadId)
  const items = voices.slice(0, 3).map(({ id, revision, name, body }): SimilarVoice => ({ id, revision, name: name ?? '', excerpt: excerpt(body), address: subject?.comment(id) ?? '/' }))
  return Response.json({ items }, { headers })
}

const excerpt = (body: string) => {
  const line = canonLine(body)
  return line.length <= 200 ? line : `${line.slice(0, line.lastIndexOf(' ', 200) > 140 ? line.lastIndexOf(' ', 200) : 200)}…`
}
