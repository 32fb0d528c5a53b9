import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { notSuspended } from '../../accounts/rules'
import { command } from '../../command'
import { all } from '../../policy'
import { Refusal } from '../../refusal'
import { tag } from '../../tags'
import { proposalHeld } from '../held'
import { isCoordinator, mayDrop, mayMove, mayPrepare, withinYear, type Move } from '../life-cycle'
import { batchInput, prepareInput, submitInput } from '../rules'
import { moveProposal } from '../steps'
import { proposalDecisions, proposals } from '../tables'

const movesTo = { accepted: 'accept', rejected: 'decline' } as const satisfies Record<'accepted' | 'rejected', Move>
const ofIt = (id: string) => and(eq(proposalDecisions.proposalId, id), isNull(proposalDecisions.publishedAt))

/** Writes down what is to be decided about a proposal, for the office alone; a later preparation takes its place. */
export const prepareDecision = command({
  event: 'proposal.decision-prepared',
  input: prepareInput,
  load: proposalHeld,
  allow: mayPrepare,
  async run({ tx, person, input: { id, version, ...decision }, subject }) {
    if (version !== subject.version) throw new Refusal('conflict', { key: 'proposal.objection.changed' })
    const tooMuch = decision.outcome === 'accepted' && withinYear(person, subject)
    if (tooMuch) throw new Refusal('conflict', tooMuch)
    await tx.delete(proposalDecisions).where(ofIt(id))
    await tx.insert(proposalDecisions).values({ proposalId: id, version, ...decision, preparedById: person.id })
    return { id }
  },
})

/** Takes a prepared decision off the desk. */
export const dropDecision = command({
  event: 'proposal.decision-dropped',
  input: submitInput,
  load: proposalHeld,
  allow: mayDrop,
  async run({ tx, input }) {
    await tx.delete(proposalDecisions).where(ofIt(input.id))
    return { id: input.id }
  },
})

/**
 * Publishes prepared decisions together, at one instant; each organisation is told by mail. Where one of them cannot be
 * published now, none is, and the refusal says which and why.
 */
export const publishDecisions = command({
  event: 'proposal.decisions-published',
  input: batchInput,
  load: async (tx, { proposals: ids }) => tx.select({ id: proposals.id, organisationId: proposals.organisationId, title: sql<string>`${proposals.content} ->> 'title'` }).from(proposals).where(inArray(proposals.id, ids)).orderBy(proposals.id).for('update'),
  allow: all<unknown>(notSuspended, isCoordinator),
  async run({ tx, person, input, subject: held }) {
    const prepared = await tx.select().from(proposalDecisions).where(and(inArray(proposalDecisions.proposalId, input.proposals), isNull(proposalDecisions.publishedAt)))
    if (prepared.length < input.proposals.length) throw new Refusal('conflict', { key: 'life.objection.decisionGone' })
    for (const { id, proposalId, outcome, reason, version } of prepared) {
      const standing = (await proposalHeld(tx, { id: proposalId }, person))!
      const objection = standing.version === version ? mayMove(movesTo[outcome])(person, standing) : ({ key: 'life.objection.changedSince' } as const)
      if (objection) throw new Refusal('conflict', { key: 'life.objection.notTogether', values: { title: held.find((each) => each.id === proposalId)!.title } }, { proposals: [objection] })
      await tx.update(proposalDecisions).set({ publishedAt: sql`now()`, publishedById: person.id }).where(eq(proposalDecisions.id, id))
      await moveProposal(tx, { id: proposalId, move: movesTo[outcome], person, reason, at: sql`now()` })
    }
    return { id: prepared[0]!.id, count: prepared.length }
  },
  touches: ({ subject }) => [tag.proposals, ...subject.flatMap(({ id, organisationId }) => [tag.proposal(id), tag.organisation(organisationId)])],
})
