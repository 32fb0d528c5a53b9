import { and, eq, isNull } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { tag } from '../../tags'
import { contentOf } from '../contents'
import { answerReports } from '../effects'
import { newestAbout } from '../held'
import { tellReporters } from '../letter'
import { isAbout, judge, publicationOf, whatHidesIt } from '../publications'
import { canDecide, publicationInput, type Ground, type Judged, type PublicationMove } from '../rules'
import { reports } from '../tables'

type Asked = { proposalId?: string | undefined; organisationId?: string | undefined; kind: PublicationMove; seen: string | null }

/** The publication, locked until it is decided about: two moderators do so one after the other. */
async function publicationLocked(tx: Tx, { kind, seen, ...ids }: Asked, person: Person) {
  const publication = await publicationOf(tx, contentOf(ids)!, person.id, 'update')
  if (!publication) return undefined
  const waiting = await tx.$count(reports, and(eq(reports.contentId, publication.id), isNull(reports.decisionId)))
  return { ...publication, kind, seen, waiting, newest: await newestAbout(tx, isAbout(publication)) } satisfies Judged
}

/**
 * Hides what an organisation publishes, a proposal or its profile, keeps it, or shows it again, and answers every report of it
 * that waits. Those who answer for the organisation are told why, and how to appeal; those who reported are told the outcome.
 */
export const decideOnPublication = command({
  event: 'publication.judged',
  input: publicationInput,
  limit: { max: 300, minutes: 60 },
  load: publicationLocked,
  allow: canDecide,
  async run({ tx, person, input, subject }) {
    const { kind, sentence } = input
    const [ground, law] = input.kind === 'hide' ? [input.ground as Ground, input.law] : ['none' as const, null]
    const undoesId = kind === 'restore' ? (await whatHidesIt(tx, subject))?.id : undefined
    const decision = await judge(tx, subject, { kind, ground, law, sentence, moderatorId: person.id, origin: subject.waiting ? 'report' : 'own', undoesId })
    await tellReporters(tx, await answerReports(tx, subject.id, decision.id), decision)
    return { id: decision.id, kind, about: subject.about }
  },
  touches: ({ input, subject }) => [tag.ledger, ...(input.kind === 'keep' ? [] : subject.tags)],
  conflicts: {
    decisions_by_claimer: { key: 'desk.objection.claimed' },
    decisions_by_outsiders: { key: 'moderation.objection.own' },
    decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' },
    decisions_undone_once: { key: 'moderation.objection.alreadyDecided' },
  },
})
