import { command } from '../../command'
import { closeThreads } from '../../discussion/steps'
import { tag } from '../../tags'
import { closeQuestions } from '../../voting/steps'
import { proposalHeld } from '../held'
import { mayMove } from '../life-cycle'
import { submitInput, withdrawInput } from '../rules'
import { moveProposal } from '../steps'

/** Its organisation takes a proposal back, until a decision about it is published; what was public stays to be read. */
export const withdrawProposal = command({
  event: 'proposal.withdrawn',
  input: withdrawInput,
  load: proposalHeld,
  allow: mayMove('withdraw'),
  async run({ tx, person, input, subject: { threadId, questionId } }) {
    await moveProposal(tx, { id: input.id, move: 'withdraw', person, ...(input.reason && { reason: input.reason }) })
    if (threadId) await closeThreads(tx, [threadId], 'proposalWithdrawn')
    if (questionId) await closeQuestions(tx, [questionId], 'proposalWithdrawn')
    return { id: input.id }
  },
  touches: ({ input, subject: { isPublic, organisationId, threadId, questionId } }) =>
    isPublic ? [tag.proposals, tag.proposal(input.id), tag.organisation(organisationId), tag.thread(threadId!), tag.question(questionId!)] : [],
})

/** Work on an accepted proposal has begun. */
export const beginProposal = command({
  event: 'proposal.begun',
  input: submitInput,
  load: proposalHeld,
  allow: mayMove('begin'),
  async run({ tx, person, input }) {
    await moveProposal(tx, { id: input.id, move: 'begin', person })
    return { id: input.id }
  },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.organisation(subject.organisationId)],
})
