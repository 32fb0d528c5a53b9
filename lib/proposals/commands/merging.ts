import { eq } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { closeThreads, reopenThreads } from '../../discussion/steps'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { tag } from '../../tags'
import { closeQuestions, reopenQuestions } from '../../voting/steps'
import { proposalHeld } from '../held'
import { mayMove } from '../life-cycle'
import { mergeInput, reasonedInput } from '../rules'
import { moveProposal } from '../steps'
import { proposals } from '../tables'

/**
 * Joins a proposal to another one that says the same: both keep their pages and their supports, each leads to the other,
 * and the joined one takes no more votes and comments. Can be undone.
 */
export const mergeProposal = command({
  event: 'proposal.merged',
  input: mergeInput,
  load: proposalHeld,
  allow: mayMove('merge'),
  async run({ tx, person, input: { id, reason, into }, subject: { threadId, questionId } }) {
    const otherId = await mergeTarget(tx, id, into, person)
    if (await tx.$count(proposals, eq(proposals.mergedIntoId, id))) throw new Refusal('conflict', { key: 'life.objection.othersMergedHere' })
    await moveProposal(tx, { id, move: 'merge', person, reason, otherId })
    await closeThreads(tx, [threadId!], 'proposalMerged')
    await closeQuestions(tx, [questionId!], 'merged')
    return { id, otherId }
  },
  touches: ({ input, subject, result }) => [tag.proposals, tag.proposal(input.id), tag.proposal(result.otherId), tag.thread(subject.threadId!), tag.question(subject.questionId!)],
})

async function mergeTarget(tx: Tx, id: string, slug: string, person: Person): Promise<string> {
  const refuse = (key: 'life.problem.into' | 'life.problem.intoItself' | 'life.problem.intoState' | 'proposal.objection.own') => new Refusal('invalid', { key: 'objection.checkTheForm' }, { into: [{ key }] })
  const [found] = await tx.select({ id: proposals.id }).from(proposals).where(eq(proposals.slug, slug))
  if (!found) throw refuse('life.problem.into')
  if (found.id === id) throw refuse('life.problem.intoItself')
  const other = (await proposalHeld(tx, found, person))!
  if (other.isOwn) throw refuse('proposal.objection.own')
  if (!['published', 'accepted', 'inProgress'].includes(other.state)) throw refuse('life.problem.intoState')
  return found.id
}

/** Takes two proposals apart again. */
export const unmergeProposal = command({
  event: 'proposal.unmerged',
  input: reasonedInput,
  load: proposalHeld,
  allow: mayMove('unmerge'),
  async run({ tx, person, input: { id, reason }, subject: { threadId, questionId, mergedIntoId } }) {
    await moveProposal(tx, { id, move: 'unmerge', person, reason, otherId: mergedIntoId! })
    await reopenThreads(tx, [threadId!])
    await reopenQuestions(tx, [questionId!])
    return { id }
  },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.proposal(subject.mergedIntoId!), tag.thread(subject.threadId!), tag.question(subject.questionId!)],
})
