import { desc, and, eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { tag } from '../../tags'
import { cityDate, cityToday, lastDay } from '../deadlines'
import { proposalHeld } from '../held'
import { tellOrganisation } from '../letter'
import { mayAppeal, mayDecideAppeal, type Appealing } from '../life-cycle'
import { appealDecisionInput, appealInput } from '../rules'
import { moveProposal } from '../steps'
import { proposalAppeals, proposalMoves } from '../tables'

/** The proposal, held, with its rejection and what was said against it. */
async function appealHeld(tx: Tx, { id }: { id: string }, person: Person): Promise<(Appealing & { organisationId: string; againstId: string | null }) | undefined> {
  const held = await proposalHeld(tx, { id }, person)
  if (!held) return undefined
  const [[appeal], [rejection]] = await Promise.all([
    tx.select({ decidedAt: proposalAppeals.decidedAt }).from(proposalAppeals).where(eq(proposalAppeals.proposalId, id)),
    tx.select({ id: proposalMoves.id, at: proposalMoves.at }).from(proposalMoves).where(and(eq(proposalMoves.proposalId, id), eq(proposalMoves.to, 'rejected'))).orderBy(desc(proposalMoves.id)).limit(1),
  ])
  return {
    ...held,
    againstId: rejection?.id ?? null,
    appeal: !appeal ? 'none' : appeal.decidedAt ? 'decided' : 'waiting',
    appealOver: !!rejection && lastDay('appeal', cityDate(rejection.at)) < cityToday(),
  }
}

/** Asks for a rejection to be looked at again, by somebody else. */
export const appealRejection = command({
  event: 'proposal.appealed',
  input: appealInput,
  limit: { max: 20, minutes: 60 },
  load: appealHeld,
  allow: mayAppeal,
  async run({ tx, person, input, subject }) {
    await tx.insert(proposalAppeals).values({ proposalId: input.id, againstId: subject.againstId!, grounds: input.grounds, appealedById: person.id })
    return { id: input.id }
  },
  touches: ({ input }) => [tag.proposal(input.id)],
  conflicts: { proposal_appeals_once: { key: 'life.objection.appealedBefore' } },
})

/** Answers an appeal with reasons: it stays rejected, or goes back into its life. */
export const decideAppeal = command({
  event: 'proposal.appeal-decided',
  input: appealDecisionInput,
  load: appealHeld,
  allow: mayDecideAppeal,
  async run({ tx, person, input: { id, answer, reason } }) {
    await tx
      .update(proposalAppeals)
      .set({ outcome: answer === 'dismiss' ? 'dismissed' : 'upheld', reason, decidedById: person.id, decidedAt: sql`clock_timestamp()` })
      .where(eq(proposalAppeals.proposalId, id))
    if (answer === 'dismiss') await tellOrganisation(tx, id, { what: 'dismiss', reason })
    else await moveProposal(tx, { id, move: answer, person, reason })
    return { id }
  },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.organisation(subject.organisationId)],
  conflicts: { proposal_appeals_decided_by_another: { key: 'proposal.objection.rejectedByYou' } },
})
