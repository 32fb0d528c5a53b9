import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import { appealMonths, canDecideAppeal } from '../../moderation/appealing'
import { tag } from '../../tags'
import { ballotAppealHeld, contestedByVoter } from '../contested'
import { canContest, contestAnswerInput, contestInput } from '../contesting'
import { mailAppellant } from '../letter'
import { countOneAgain } from '../steps'
import { ballotAppeals } from '../tables'

const early = { key: 'integrity.objection.countsAgain' } as const

/** Contests that one's own vote does not count. Its event names the decision, not the appeal, so that it leads to no ballot. */
export const contestInvalidation = command({
  event: 'invalidation.contested',
  input: contestInput,
  limit: { max: 20, minutes: 60 },
  load: contestedByVoter,
  allow: canContest,
  async run({ tx, person, input: { decisionId, text }, subject: { questionId } }) {
    await tx.insert(ballotAppeals).values({ decisionId, appellantId: person.id, text })
    return { id: decisionId, questionId }
  },
  conflicts: { ballot_appeals_once: { key: 'moderation.objection.appealedBefore' }, ballot_appeals_contestable: early, ballot_appeals_in_time: { key: 'moderation.objection.appealLate', values: { months: appealMonths } } },
})

/** Answers it, by somebody who neither proposed nor confirmed the invalidation. Where it is upheld, this one vote counts again; the decision about the others stands. */
export const answerBallotAppeal = command({
  event: 'invalidation-appeal.decided',
  input: contestAnswerInput,
  limit: { max: 100, minutes: 60 },
  load: ballotAppealHeld,
  allow: canDecideAppeal,
  async run({ tx, person, input: { appealId, outcome, reasons }, subject }) {
    await tx.update(ballotAppeals).set({ outcome, reasons, decidedAt: sql`clock_timestamp()`, decidedById: person.id }).where(eq(ballotAppeals.id, appealId))
    if (outcome === 'upheld') await countOneAgain(tx, { ...subject, personId: subject.appellantId! })
    await mailAppellant(tx, { questionId: subject.questionId, appellantId: subject.appellantId!, outcome, reasons })
    return { id: appealId, flagId: subject.flagId }
  },
  touches: ({ subject }) => [tag.question(subject.questionId)],
  conflicts: { ballot_appeals_decided_by_another: { key: 'moderation.objection.anotherModerator' } },
})
