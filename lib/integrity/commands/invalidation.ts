import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import { tag } from '../../tags'
import { decisionHeld, flagHeld } from '../held'
import { mailVoters } from '../letter'
import { canConfirm, canProposeInvalidation, canProposeRestoring, canReject, decisionOnly, flagReasonInput, restoreInput } from '../rules'
import { countAgain, countNoMore } from '../steps'
import { ballotDecisions, flags } from '../tables'

const quicker = { key: 'integrity.objection.proposedBefore' } as const
const limit = { max: 60, minutes: 60 }

/** Proposes that the votes of a flag should not count: all of them, whatever they say. Nothing changes until somebody else agrees. */
export const proposeInvalidation = command({
  event: 'invalidation.proposed',
  input: flagReasonInput,
  limit,
  load: flagHeld,
  allow: canProposeInvalidation,
  async run({ tx, person, input: { flagId, reason }, subject }) {
    const [decision] = await tx
      .insert(ballotDecisions)
      .values({ kind: 'invalidate', questionId: subject.questionId!, flagId, ballots: subject.ballots, reason, proposedById: person.id })
      .returning({ id: ballotDecisions.id })
    return { ...decision!, flagId }
  },
  conflicts: { ballot_decisions_one_a_flag: quicker },
})

/** Proposes that they should count again. */
export const proposeRestoring = command({
  event: 'restoring.proposed',
  input: restoreInput,
  limit,
  load: decisionHeld,
  allow: canProposeRestoring,
  async run({ tx, person, input: { decisionId, reason }, subject }) {
    const [decision] = await tx
      .insert(ballotDecisions)
      .values({ kind: 'restore', questionId: subject.questionId, undoesId: decisionId, ballots: subject.ballots, reason, proposedById: person.id })
      .returning({ id: ballotDecisions.id })
    return { ...decision!, flagId: subject.flagId }
  },
  conflicts: { ballot_decisions_undone_once: quicker },
})

/** Does what somebody else has proposed. Every voter concerned is told, with the reason and where to appeal. */
export const confirmBallotDecision = command({
  event: 'ballots.decided',
  input: decisionOnly,
  limit,
  load: decisionHeld,
  allow: canConfirm,
  async run({ tx, person, input: { decisionId }, subject }) {
    await tx.update(ballotDecisions).set({ confirmedAt: sql`clock_timestamp()`, confirmedById: person.id }).where(eq(ballotDecisions.id, decisionId))
    const ballotIds = subject.kind === 'invalidate' ? await countNoMore(tx, decisionId) : await countAgain(tx, subject.undoesId!)
    if (subject.kind === 'invalidate') await tx.update(flags).set({ settledAt: sql`clock_timestamp()`, settledById: person.id, outcome: 'invalidated', reason: subject.reason }).where(eq(flags.id, subject.flagId))
    await mailVoters(tx, { ...subject, ballotIds })
    return { id: decisionId, flagId: subject.flagId }
  },
  touches: ({ subject }) => [tag.question(subject.questionId)],
})

/** Turns a proposal down, or takes back one's own. */
export const rejectBallotDecision = command({
  event: 'ballot-decision.rejected',
  input: decisionOnly,
  limit,
  load: decisionHeld,
  allow: canReject,
  async run({ tx, person, input: { decisionId }, subject }) {
    await tx.update(ballotDecisions).set({ rejectedAt: sql`clock_timestamp()`, rejectedById: person.id }).where(eq(ballotDecisions.id, decisionId))
    return { id: decisionId, flagId: subject.flagId }
  },
})
