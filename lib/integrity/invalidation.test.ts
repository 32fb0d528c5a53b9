import { and, eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { recount, type Published } from '../../scripts/recounting'
import { db } from '../db'
import { listResults } from '../opendata/queries'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { castBallot, withdrawBallot } from '../voting/commands'
import { getResults, getTally, isCounted, listReceipts } from '../voting/queries'
import { closeQuestions } from '../voting/steps'
import { ballots } from '../voting/tables'
import { systemPerson } from '../accounts/people'
import { dismissFlag, raiseFlag } from './commands/flags'
import { confirmBallotDecision, proposeInvalidation, proposeRestoring, rejectBallotDecision } from './commands/invalidation'
import { getOwnInvalidation } from './queries/appeals'
import { isInvalidated, listBallotDecisions } from './queries/decisions'
import { ballotDecisions, flags } from './tables'
import { aFlag, aProposal, reason } from './testing'

const connection = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
afterAll(() => connection.end())

const close = (id: string) => db.transaction((tx) => closeQuestions(tx, [id], 'over'))
const stateOf = (questionId: string) => db.select().from(ballots).where(eq(ballots.questionId, questionId)).orderBy(ballots.id)
const mailsTo = async (email: string) => (await db.select().from(outbox).where(eq(outbox.recipient, email))).map(({ subject }) => subject)
async function differences(questionId: string) {
  const published: Published = new Map()
  for (const { group, choice, votes, voters } of (await listResults(null, questionId))!.items) published.set(group, { total: voters, choices: { ...published.get(group)?.choices, [choice]: votes } })
  return (await recount(connection, questionId, published)).differences
}
async function restored(decisionId: string) {
  const [proposer, other] = [await aPerson({ roles: ['moderator'] }), await aPerson({ roles: ['admin'] })]
  const { id } = await proposeRestoring(proposer, { decisionId, reason })
  await confirmBallotDecision(other, { decisionId: id })
}

test('A48: an invalidation takes two people, publishes both totals, tells the voters why, and undoing restores exactly', async () => {
  const { questionId, decisionId, flagId, proposer, other, flagged, others } = await aProposal()
  const before = await stateOf(questionId)
  expect(await getResults(null, questionId)).toMatchObject({ total: 9, choices: { for: 5, against: 4 } }) // Proposed is not decided.
  await confirmBallotDecision(other, { decisionId })
  expect(await getResults(null, questionId)).toMatchObject({ total: 3, choices: { for: 0, against: 3 }, invalidated: { votes: 6, withThem: { total: 9, choices: { for: 5, against: 4 } } } })
  expect(await getTally(null, questionId)).toMatchObject({ total: 3 })
  expect(await differences(questionId)).toEqual([])
  for (const { email } of flagged) expect(await mailsTo(email)).toEqual([expect.stringMatching(/unieważniony$/)])
  for (const { email } of [...others, proposer]) expect(await mailsTo(email)).toEqual([])
  const [letter] = await db.select({ body: outbox.body }).from(outbox).where(eq(outbox.recipient, flagged[0]!.email))
  expect(letter!.body).toContain(reason)
  expect(letter!.body).toContain(`możesz się odwołać do`)
  expect(letter!.body).toContain(`/moj-glos/${questionId}`)
  expect(await getOwnInvalidation(flagged[0]!, questionId)).toMatchObject({ reason })
  expect(await getOwnInvalidation(others[0]!, questionId)).toBeNull()
  expect(await db.select({ outcome: flags.outcome }).from(flags).where(eq(flags.id, flagId))).toEqual([{ outcome: 'invalidated' }])

  await restored(decisionId)
  expect(await stateOf(questionId)).toEqual(before)
  expect(await getResults(null, questionId)).toMatchObject({ total: 9, choices: { for: 5, against: 4 } })
  expect(await getResults(null, questionId)).not.toHaveProperty('invalidated')
  expect(await differences(questionId)).toEqual([])
  expect(await mailsTo(flagged[0]!.email)).toHaveLength(2)
  expect(await listBallotDecisions(null, questionId)).toMatchObject([{ kind: 'invalidate', ballots: 6, reason }, { kind: 'restore', ballots: 6 }])
  await expect(proposeRestoring(proposer, { decisionId, reason })).rejects.toMatchObject({ objection: { key: 'integrity.objection.notInForce' } })
})

test('a vote that was invalidated stays so, whatever its voter changes it to, also when it was taken back meanwhile', async () => {
  const { questionId, decisionId, other, flagged } = await aProposal({ votes: 8 })
  await withdrawBallot(flagged[0]!, { questionId })
  await confirmBallotDecision(other, { decisionId })
  await castBallot(flagged[0]!, { questionId, choice: 'against' })
  await castBallot(flagged[1]!, { questionId, choice: 'against' })
  expect(await getTally(null, questionId)).toMatchObject({ total: 3 })
  expect((await getResults(null, questionId))!.invalidated).toMatchObject({ votes: 8, withThem: { total: 11 } })
  expect(await differences(questionId)).toEqual([])
})

test('the total with the invalidated votes is not told when they have become fewer than five', async () => {
  const { questionId, decisionId, other, flagged } = await aProposal()
  await confirmBallotDecision(other, { decisionId })
  await withdrawBallot(flagged[0]!, { questionId })
  await withdrawBallot(flagged[1]!, { questionId })
  expect((await getResults(null, questionId))!.invalidated).toEqual({ votes: 4, withThem: null })
  expect(await differences(questionId)).toEqual([])
})

describe('of a question that has closed', () => {
  test('what was decided before is in the recorded result, and receipts say it', async () => {
    const { questionId, decisionId, other, flagged, others } = await aProposal()
    await confirmBallotDecision(other, { decisionId })
    await close(questionId)
    expect(await getResults(null, questionId)).toMatchObject({ total: 3, invalidated: { votes: 6 } })
    expect(await listReceipts(null, questionId)).toHaveLength(3)
    const receiptOf = async (personId: string) => (await db.select({ receipt: ballots.receipt }).from(ballots).where(and(eq(ballots.questionId, questionId), eq(ballots.personId, personId))))[0]!.receipt
    expect([await isCounted(null, questionId, await receiptOf(flagged[0]!.id)), await isInvalidated(null, questionId, await receiptOf(flagged[0]!.id))]).toEqual([false, true])
    expect([await isCounted(null, questionId, await receiptOf(others[0]!.id)), await isInvalidated(null, questionId, await receiptOf(others[0]!.id))]).toEqual([true, false])
    expect(await differences(questionId)).toEqual([])
  })

  test('what is decided afterwards changes the published result, not the recorded one, and is undone exactly', async () => {
    const { questionId, decisionId, other } = await aProposal()
    await close(questionId)
    const recorded = await getResults(null, questionId)
    await confirmBallotDecision(other, { decisionId })
    expect(await getResults(null, questionId)).toMatchObject({ total: 3, invalidated: { votes: 6, withThem: { total: 9 } } })
    expect(await differences(questionId)).toEqual([])
    await restored(decisionId)
    expect(await getResults(null, questionId)).toEqual(recorded)
    expect(await differences(questionId)).toEqual([])
  })
})

test('a vote of two invalidations counts again only when both are undone', async () => {
  const first = await aProposal()
  const { id: flagId } = await raiseFlag(await systemPerson(), { kind: 'aliases', questionId: first.questionId, threadId: null, cluster: 'x', evidence: { items: 6, people: 6, newAccounts: 0 }, firstAt: new Date(), lastAt: new Date(), items: first.items })
  const { id: second } = await proposeInvalidation(first.proposer, { flagId, reason })
  await confirmBallotDecision(first.other, { decisionId: first.decisionId })
  await confirmBallotDecision(first.other, { decisionId: second })
  await restored(first.decisionId)
  expect(await getTally(null, first.questionId)).toMatchObject({ total: 3 })
  expect(await differences(first.questionId)).toEqual([])
  await restored(second)
  expect(await getTally(null, first.questionId)).toMatchObject({ total: 9 })
  expect(await differences(first.questionId)).toEqual([])
})

test('the database itself asks for two people, for five votes, and for a decision', async () => {
  const { questionId, decisionId, flagId, proposer, other, items } = await aProposal()
  const refused = (change: Promise<unknown>) => expect(change).rejects.toThrow()
  await refused(db.update(ballotDecisions).set({ confirmedById: proposer.id, confirmedAt: new Date() }).where(eq(ballotDecisions.id, decisionId)))
  await refused(db.update(ballotDecisions).set({ reason: 'Inaczej niż było powiedziane' }).where(eq(ballotDecisions.id, decisionId)))
  await refused(db.delete(ballotDecisions).where(eq(ballotDecisions.id, decisionId)))
  await refused(db.update(ballots).set({ invalidatedBy: decisionId }).where(eq(ballots.id, items[0]!))) // Not confirmed.
  await refused(db.insert(ballotDecisions).values({ questionId, kind: 'invalidate', flagId, ballots: 6, reason, proposedById: other.id })) // One is proposed already.
  const { flagId: small, questionId: about } = await aFlag()
  await refused(db.insert(ballotDecisions).values({ questionId: about, kind: 'invalidate', flagId: small, ballots: 4, reason, proposedById: other.id }))
  await refused(db.insert(ballotDecisions).values({ questionId, kind: 'invalidate', flagId: small, ballots: 6, reason, proposedById: other.id })) // Of another question.
  await confirmBallotDecision(other, { decisionId })
  await refused(db.update(ballots).set({ invalidatedBy: null }).where(eq(ballots.questionId, questionId)))
  const [outside] = await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), sql`${ballots.invalidatedBy} is null`)).limit(1)
  await refused(db.update(ballots).set({ invalidatedBy: decisionId }).where(eq(ballots.id, outside!.id)))
})

test('a mark that no decision explains is found by the recount, and a missing one too', async () => {
  const { questionId, decisionId, other, items } = await aProposal()
  await confirmBallotDecision(other, { decisionId })
  await connection.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update ballots set invalidated_by = null where id = ${items[0]!}`
    await tx`update ballots set invalidated_by = ${decisionId} where id = (select id from ballots where question_id = ${questionId} and invalidated_by is null and id <> ${items[0]!} limit 1)`
  })
  expect(await differences(questionId)).toEqual(expect.arrayContaining([expect.stringMatching(/^ballot [0-9A-F]{12} does not count, but no decision says so$/), expect.stringMatching(/^ballot [0-9A-F]{12} counts, but a decision says that it does not$/)]))
})

test('of two who confirm and reject at once one is heard, and each refusal says why', async () => {
  const { decisionId, flagId, proposer, other, questionId } = await aProposal()
  await expect(confirmBallotDecision(proposer, { decisionId })).rejects.toMatchObject({ objection: { key: 'integrity.objection.fourEyes' } })
  await expect(dismissFlag(other, { flagId, reason })).rejects.toMatchObject({ objection: { key: 'integrity.objection.proposedBefore' } })
  const outcomes = await Promise.allSettled([confirmBallotDecision(other, { decisionId }), rejectBallotDecision(await aPerson({ roles: ['admin'] }), { decisionId }), confirmBallotDecision(await aPerson({ roles: ['moderator'] }), { decisionId })])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await differences(questionId)).toEqual([])
  await expect(rejectBallotDecision(other, { decisionId })).rejects.toMatchObject({ objection: { key: 'integrity.objection.decided' } })
})

test('a proposal that was turned down changes nothing, and another may follow it', async () => {
  const { decisionId, flagId, proposer, other, questionId } = await aProposal()
  await rejectBallotDecision(proposer, { decisionId })
  expect(await getTally(null, questionId)).toMatchObject({ total: 9 })
  const { id } = await proposeInvalidation(other, { flagId, reason })
  await confirmBallotDecision(proposer, { decisionId: id })
  expect(await getTally(null, questionId)).toMatchObject({ total: 3 })
})

test('nobody decides about a flag that their own vote is in, and fewer than five votes are decided about by nobody', async () => {
  const { flagId, flagged } = await aFlag()
  await expect(dismissFlag({ ...flagged[0]!, roles: ['moderator'] }, { flagId, reason })).rejects.toMatchObject({ objection: { key: 'integrity.objection.own' } })
  const few = await aFlag({ votes: 4 })
  await expect(proposeInvalidation(await aPerson({ roles: ['moderator'] }), { flagId: few.flagId, reason })).rejects.toMatchObject({ objection: { key: 'integrity.objection.tooFew' } })
})
