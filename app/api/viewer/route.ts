import type { NextRequest } from 'next/server'
import { currentViewer } from '@/lib/accounts/session'
import { getOwnMarks } from '@/lib/discussion/queries/own'
import type { HeldFor, ReactionKind } from '@/lib/discussion/rules'
import { isUuid } from '@/lib/ids'
import { getReasonsFor } from '@/lib/moderation/queries/reporting'
import { listOwnOrganisations } from '@/lib/organisations/queries'
import { getResults, listOwnBallotsOn } from '@/lib/voting/queries'
import type { Choice, Results } from '@/lib/voting/rules'

/** What belongs to one visitor and fills the places that kept pages reserve. */
export type ViewerAnswer = {
  name: string | null
  /** Answers in the name of the office. */
  isOfficial: boolean
  organisations: { id: string; name: string }[]
  /** By question. */
  ballots: Record<string, { choices: Choice[]; receipt: string }>
  /** By question: what is shown only to those who have voted. */
  results: Record<string, Results>
  /** By comment: where they stand. */
  reactions: Record<string, ReactionKind>
  /** Their own comments that can be changed. */
  own: string[]
  /** Their own comments that others cannot read: hidden, with the moderators' reasons, or waiting for a look. */
  unread: { id: string; state: 'held' | 'hidden'; body: string; heldFor: HeldFor | null; sentence: string }[]
}

const headers = { 'cache-control': 'private, no-store' }
const questionsAtMost = 30

/** `?thread=ID&question=ID&question=ID`; `null` for whoever is not signed in. */
export async function GET(request: NextRequest) {
  const thread = request.nextUrl.searchParams.get('thread')
  const questions = request.nextUrl.searchParams.getAll('question')
  if ((thread !== null && !isUuid(thread)) || !questions.every(isUuid) || questions.length > questionsAtMost) return Response.json({ error: 'invalid id' }, { status: 400, headers })
  const viewer = await currentViewer()
  if (!viewer) return Response.json(null, { headers })
  const [marks, ballots, organisations] = await Promise.all([
    thread ? getOwnMarks(viewer, thread) : { reactions: {}, own: [], unread: [] },
    listOwnBallotsOn(viewer, questions),
    thread ? listOwnOrganisations(viewer) : [],
  ])
  const [reasons, results] = await Promise.all([
    getReasonsFor(viewer, marks.unread.filter(({ state }) => state === 'hidden').map(({ id }) => id)),
    Promise.all(Object.keys(ballots).map(async (id) => [id, await getResults(viewer, id)] as const)),
  ])
  return Response.json(
    {
      name: viewer.name,
      isOfficial: viewer.roles.includes('official'),
      organisations,
      ballots,
      results: Object.fromEntries(results.filter((found): found is [string, Results] => found[1] !== null)),
      reactions: marks.reactions,
      own: marks.own,
      unread: marks.unread.map((comment) => ({ ...comment, sentence: reasons.get(comment.id)?.sentence ?? '' })),
    } satisfies ViewerAnswer,
    { headers },
  )
}
