import type { NextRequest } from 'next/server'
import { currentViewer } from '@/lib/accounts/session'
import { getOwnMarks } from '@/lib/discussion/queries/own'
import { isUuid } from '@/lib/ids'
import { getReasonsFor } from '@/lib/moderation/queries/reporting'
import { listOwnOrganisations } from '@/lib/organisations/queries'
import { getOwnChoice } from '@/lib/voting/queries'
import type { Choice } from '@/lib/voting/rules'

/** What belongs to one visitor and fills the places that kept pages reserve. */
export type ViewerAnswer = {
  name: string | null
  organisations: { id: string; name: string }[]
  choice: Choice | null
  supported: string[]
  /** Their own comments that moderators hid, and the moderators' reasons. */
  hidden: { id: string; body: string; sentence: string }[]
}


const headers = { 'cache-control': 'private, no-store' }

/** `?thread=ID&question=ID`; `null` for whoever is not signed in. */
export async function GET(request: NextRequest) {
  const thread = request.nextUrl.searchParams.get('thread')
  const question = request.nextUrl.searchParams.get('question')
  if ([thread, question].some((id) => id !== null && !isUuid(id))) return Response.json({ error: 'invalid id' }, { status: 400, headers })
  const viewer = await currentViewer()
  if (!viewer) return Response.json(null, { headers })
  const [marks, choice, organisations] = await Promise.all([
    thread ? getOwnMarks(viewer, thread) : { supported: [], hidden: [] },
    question ? getOwnChoice(viewer, question) : null,
    thread ? listOwnOrganisations(viewer) : [],
  ])
  const reasons = await getReasonsFor(viewer, marks.hidden.map(({ id }) => id))
  const hidden = marks.hidden.map((comment) => ({ ...comment, sentence: reasons.get(comment.id)?.sentence ?? '' }))
  return Response.json({ name: viewer.name, organisations, choice, supported: marks.supported, hidden } satisfies ViewerAnswer, { headers })
}
