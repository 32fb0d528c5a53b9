import { db } from '../db'
import { askedFrom } from '../client-address.mjs'
import { systemPerson } from '../accounts/people'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { castBallot } from '../voting/commands'
import { ballots } from '../voting/tables'
import { and, eq, inArray } from 'drizzle-orm'
import { raiseFlag } from './commands/flags'
import { contestInvalidation } from './commands/appeals'
import { confirmBallotDecision, proposeInvalidation } from './commands/invalidation'
import type { FlagKind } from './rules'
import { ballotAppeals } from './tables'

export const reason = 'Sześć kont jednej skrzynki zagłosowało w trzy minuty.'

/** For tests: people who vote one after the other, each from where `from` says. */
export async function theyVote(questionId: string, voters: readonly Person[], { choice = () => 'for', from = () => '203.0.113.7' }: { choice?: (n: number) => string; from?: (n: number) => string } = {}): Promise<void> {
  for (const [n, person] of voters.entries()) await askedFrom(from(n), () => castBallot(person, { questionId, choice: choice(n) }))
}

/** For tests: a question with votes, some of which are in a flag, as the server raises them. */
export async function aFlag({ votes = 6, kind = 'network-burst' }: { votes?: number; kind?: FlagKind } = {}) {
  const { questionId } = await aTask()
  const flagged = await Promise.all(Array.from({ length: votes }, () => aPerson()))
  const others = await Promise.all(Array.from({ length: 3 }, () => aPerson()))
  await theyVote(questionId, [...flagged, ...others], { choice: (n) => (n < votes - 1 ? 'for' : 'against') })
  const items = (await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), inArray(ballots.personId, flagged.map(({ id }) => id))))).map(({ id }) => id)
  const { id } = await raiseFlag(await systemPerson(), { kind, questionId, threadId: null, cluster: crypto.randomUUID(), evidence: { items: votes, people: votes, newAccounts: votes }, firstAt: new Date(), lastAt: new Date(), items })
  return { flagId: id, questionId, flagged, others, items }
}

/** For tests: a flag whose votes somebody proposes to invalidate, and somebody else who may agree. */
export async function aProposal(more: Parameters<typeof aFlag>[0] = {}) {
  const [flag, proposer, other] = [await aFlag(more), await aPerson({ roles: ['moderator'] }), await aPerson({ roles: ['moderator'] })]
  const { id } = await proposeInvalidation(proposer, { flagId: flag.flagId, reason })
  return { ...flag, decisionId: id, proposer, other }
}

/** For tests: the same, once somebody else has agreed. */
export async function anInvalidation(more: Parameters<typeof aProposal>[0] = {}) {
  const made = await aProposal(more)
  await confirmBallotDecision(made.other, { decisionId: made.decisionId })
  return made
}

/** For tests: an invalidation that the first of its voters contests. */
export async function aContest() {
  const made = await anInvalidation()
  const [voter] = made.flagged
  await contestInvalidation(voter!, { decisionId: made.decisionId, text: 'To mój jedyny głos, głosuję z biblioteki.' })
  const [appeal] = await db.select({ id: ballotAppeals.id }).from(ballotAppeals).where(eq(ballotAppeals.appellantId, voter!.id))
  return { ...made, voter: voter!, appealId: appeal!.id }
}
