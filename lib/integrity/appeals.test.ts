import { and, eq, isNotNull, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { recount, type Published } from '../../scripts/recounting'
import { db } from '../db'
import { events } from '../events/tables'
import { listResults } from '../opendata/queries'
import { deleteAccount } from '../privacy/commands'
import type { Person } from '../person'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { withdrawBallot } from '../voting/commands'
import { getResults, getTally, listReceipts } from '../voting/queries'
import { closeQuestions } from '../voting/steps'
import { ballots } from '../voting/tables'
import { raiseFlag } from './commands/flags'
import { answerBallotAppeal, contestInvalidation } from './commands/appeals'
import { confirmBallotDecision, proposeInvalidation, proposeRestoring } from './commands/invalidation'
import { getOwnInvalidation, listAppealsOfFlag, listOpenBallotAppeals } from './queries/appeals'
import { listBallotDecisions } from './queries/decisions'
import { ballotAppeals, ballotDecisions, restoredBallots } from './tables'
import { remindOfBallotAppeals } from './reminding'
import { anInvalidation, reason } from './testing'
import { systemPerson } from '../accounts/people'

const connection = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
afterAll(() => connection.end())

const text = 'To mój jedyny głos, głosuję z biblioteki.'
const reasons = 'W bibliotece głosowało tego dnia wiele osób.'
const moderator = () => aPerson({ roles: ['moderator'] })
const close = (id: string) => db.transaction((tx) => closeQuestions(tx, [id], 'over'))
const appealOf = async ({ id }: Person) => (await db.select().from(ballotAppeals).where(eq(ballotAppeals.appellantId, id)))[0]!
async function upheld(voter: Person, decisionId: string, by?: Person) {
  await contestInvalidation(voter, { decisionId, text })
  await answerBallotAppeal(by ?? (await moderator()), { appealId: (await appealOf(voter)).id, outcome: 'upheld', reasons })
}
async function differences(questionId: string) {
  const published: Published = new Map()
  for (const { group, choice, votes, voters } of (await listResults(null, questionId))!.items) published.set(group, { total: voters, choices: { ...published.get(group)?.choices, [choice]: votes } })
  return (await recount(connection, questionId, published)).differences
}
const key = (objection: string) => ({ objection: { key: objection } })

test('whoever’s vote was taken out reads why, contests it once, and has it back from somebody who had no part in it', async () => {
  const { questionId, decisionId, flagId, flagged: [voter, neighbour], others, proposer, other } = await anInvalidation()
  expect(await getOwnInvalidation(voter!, questionId)).toMatchObject({ decisionId, reason, inTime: true, counts: false, appeal: null })
  expect(await getOwnInvalidation(others[0]!, questionId)).toBeNull()
  await expect(contestInvalidation(others[0]!, { decisionId, text })).rejects.toMatchObject({ kind: 'missing' })
  await expect(contestInvalidation(voter!, { decisionId, text: 'a'.repeat(2001) })).rejects.toMatchObject({ kind: 'invalid' })
  await contestInvalidation({ ...voter!, suspendedUntil: new Date(Date.now() + 60_000) }, { decisionId, text })
  await expect(contestInvalidation(voter!, { decisionId, text })).rejects.toMatchObject(key('moderation.objection.appealedBefore'))

  const { id: appealId, at, dueAt } = await appealOf(voter!)
  expect(Math.round((dueAt.getTime() - at.getTime()) / 86_400_000)).toBe(14)
  for (const decider of [proposer, other]) await expect(answerBallotAppeal(decider, { appealId, outcome: 'upheld', reasons })).rejects.toMatchObject(key('moderation.objection.anotherModerator'))
  await expect(answerBallotAppeal({ ...neighbour!, roles: ['moderator'] }, { appealId, outcome: 'upheld', reasons })).rejects.toMatchObject(key('moderation.objection.own'))
  const third = await moderator()
  expect((await listOpenBallotAppeals(third)).find(({ id }) => id === appealId)).toMatchObject({ flagId, involved: false, own: false, text, late: false })
  expect((await listAppealsOfFlag(proposer, flagId))).toMatchObject([{ involved: true }])
  expect(await listOpenBallotAppeals(voter!)).toEqual([])

  await answerBallotAppeal(third, { appealId, outcome: 'upheld', reasons })
  expect(await getResults(null, questionId)).toMatchObject({ total: 4, choices: { for: 1, against: 3 }, invalidated: { votes: 5, withThem: { total: 9, choices: { for: 5, against: 4 } } } })
  expect(await getOwnInvalidation(voter!, questionId)).toMatchObject({ counts: true, appeal: { outcome: 'upheld', reasons } })
  expect(await getOwnInvalidation(neighbour!, questionId)).toMatchObject({ counts: false, appeal: null })
  expect(await listBallotDecisions(null, questionId)).toMatchObject([{ kind: 'invalidate', ballots: 6, restored: 1 }])
  expect(await differences(questionId)).toEqual([])
  const mails = await db.select().from(outbox).where(eq(outbox.recipient, voter!.email)).orderBy(outbox.id)
  expect(mails.at(-1)).toMatchObject({ subject: expect.stringContaining('znów się liczy'), body: expect.stringContaining(reasons) })
  await expect(answerBallotAppeal(await moderator(), { appealId, outcome: 'rejected', reasons })).rejects.toMatchObject(key('moderation.objection.appealDecided'))
})

test('a rejected appeal changes nothing, and is final', async () => {
  const { questionId, decisionId, flagged: [voter] } = await anInvalidation()
  await contestInvalidation(voter!, { decisionId, text })
  await answerBallotAppeal(await moderator(), { appealId: (await appealOf(voter!)).id, outcome: 'rejected', reasons })
  expect(await getTally(null, questionId)).toMatchObject({ total: 3 })
  expect(await getOwnInvalidation(voter!, questionId)).toMatchObject({ counts: false, appeal: { outcome: 'rejected' } })
  await expect(contestInvalidation(voter!, { decisionId, text })).rejects.toMatchObject(key('moderation.objection.appealedBefore'))
})

test('after closing the published result follows, the recorded one stays, and both can be counted anew', async () => {
  const { questionId, decisionId, flagged: [before, after] } = await anInvalidation({ votes: 8 })
  await upheld(before!, decisionId)
  await close(questionId)
  expect(await getResults(null, questionId)).toMatchObject({ total: 4 })
  expect(await differences(questionId)).toEqual([])
  await upheld(after!, decisionId)
  expect(await getResults(null, questionId)).toMatchObject({ total: 5, invalidated: { votes: 6 } })
  expect(await listReceipts(null, questionId)).toHaveLength(5)
  expect(await differences(questionId)).toEqual([])
})

test('a vote that an appeal gave back stays so when the others come back and go, and goes out again by another decision alone', async () => {
  const { questionId, decisionId, flagged: [voter], proposer, other, items } = await anInvalidation()
  const { id: flagId } = await raiseFlag(await systemPerson(), { kind: 'aliases', questionId, threadId: null, cluster: crypto.randomUUID(), evidence: { items: 6, people: 6, newAccounts: 0 }, firstAt: new Date(), lastAt: new Date(), items })
  await upheld(voter!, decisionId)
  const { id: undoing } = await proposeRestoring(proposer, { decisionId, reason })
  await confirmBallotDecision(other, { decisionId: undoing })
  expect(await getTally(null, questionId)).toMatchObject({ total: 9 })
  const { id: second } = await proposeInvalidation(proposer, { flagId, reason })
  await confirmBallotDecision(other, { decisionId: second })
  expect(await getTally(null, questionId)).toMatchObject({ total: 3 })
  expect(await getOwnInvalidation(voter!, questionId)).toMatchObject({ decisionId: second, counts: false, appeal: null })
  expect(await differences(questionId)).toEqual([])
  await expect(contestInvalidation(voter!, { decisionId, text })).rejects.toMatchObject(key('moderation.objection.appealedBefore'))
})

test('of two moderators who answer at once one is heard; whoever has no vote left is answered all the same', async () => {
  const { questionId, decisionId, flagged: [voter] } = await anInvalidation()
  await withdrawBallot(voter!, { questionId })
  await contestInvalidation(voter!, { decisionId, text })
  const { id: appealId } = await appealOf(voter!)
  const answers = await Promise.allSettled(['upheld', 'rejected', 'upheld'].map(async (outcome) => answerBallotAppeal(await moderator(), { appealId, outcome, reasons })))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await differences(questionId)).toEqual([])
})

test('whoever leaves takes their appeal along: what was answered is nobody’s, the vote stays as it was decided', async () => {
  const { questionId, decisionId, flagged: [first, second], flagId } = await anInvalidation()
  await upheld(first!, decisionId)
  await contestInvalidation(second!, { decisionId, text })
  for (const voter of [first!, second!]) await deleteAccount(voter, { sure: 'yes' })
  expect(await db.select({ appellantId: ballotAppeals.appellantId, text: ballotAppeals.text, outcome: ballotAppeals.outcome }).from(ballotAppeals).where(eq(ballotAppeals.decisionId, decisionId))).toEqual([{ appellantId: null, text: '–', outcome: 'upheld' }])
  expect(await listAppealsOfFlag(await moderator(), flagId)).toMatchObject([{ appellant: null, outcome: 'upheld' }])
  expect(await getTally(null, questionId)).toMatchObject({ total: 4 })
  expect(await differences(questionId)).toEqual([])
  const appealIds = (await db.select({ id: ballotAppeals.id }).from(ballotAppeals).where(eq(ballotAppeals.decisionId, decisionId))).map(({ id }) => id)
  expect((await db.select({ subject: events.subject }).from(events).where(eq(events.actor, first!.ledgerKey))).map(({ subject }) => subject)).not.toContain(appealIds[0])
})

test('the database itself wants an own vote, six months, another moderator, and an upheld appeal', async () => {
  const { questionId, decisionId, flagged, others, proposer, other, items } = await anInvalidation()
  const refused = (change: Promise<unknown>) => expect(change).rejects.toThrow()
  await refused(db.insert(ballotAppeals).values({ decisionId, appellantId: others[0]!.id, text }))
  await refused(db.insert(ballotAppeals).values({ decisionId, appellantId: flagged[0]!.id, text, at: sql`now() + interval '7 months'` }))
  await refused(db.insert(ballotAppeals).values({ decisionId, appellantId: flagged[0]!.id, text, outcome: 'upheld', reasons, decidedAt: new Date(), decidedById: other.id }))
  await contestInvalidation(flagged[0]!, { decisionId, text })
  const { id } = await appealOf(flagged[0]!)
  const of = eq(ballotAppeals.id, id)
  for (const decider of [proposer, other, flagged[0]!]) await refused(db.update(ballotAppeals).set({ outcome: 'upheld', reasons, decidedAt: new Date(), decidedById: decider.id }).where(of))
  for (const change of [{ text: 'Inaczej.' }, { appellantId: null }, { dueAt: new Date() }]) await refused(db.update(ballotAppeals).set(change).where(of))
  await refused(db.delete(ballotAppeals).where(of))
  await refused(db.insert(restoredBallots).values({ decisionId, ballotId: items[0]!, afterCounting: false })) // Nobody has answered.
  await answerBallotAppeal(await moderator(), { appealId: id, outcome: 'rejected', reasons })
  const [own] = await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), eq(ballots.personId, flagged[0]!.id)))
  await refused(db.insert(restoredBallots).values({ decisionId, ballotId: own!.id, afterCounting: false })) // Rejected.
  await refused(db.update(ballots).set({ invalidatedBy: null }).where(eq(ballots.id, own!.id)))
  await upheld(flagged[1]!, decisionId)
  await refused(db.delete(restoredBallots).where(eq(restoredBallots.decisionId, decisionId)))
  await refused(db.update(ballots).set({ invalidatedBy: decisionId }).where(eq(ballots.personId, flagged[1]!.id)))
  expect(await db.$count(ballots, and(eq(ballots.questionId, questionId), isNotNull(ballots.invalidatedBy)))).toBe(5)
  expect(await db.$count(ballotDecisions, eq(ballotDecisions.questionId, questionId))).toBe(1)
})

test('moderators who may answer are told at once, and again each day from three days before it is due', async () => {
  const { decisionId, flagged: [voter], proposer, other, flagId } = await anInvalidation()
  const third = await moderator()
  await contestInvalidation(voter!, { decisionId, text })
  const mailsTo = async ({ email }: { email: string }) => (await db.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(outbox.id)).filter(({ body }) => body.includes(`${flagId}#odwolania`)).map(({ subject }) => subject)
  const reminded = eq(ballotAppeals.decisionId, decisionId)
  await Promise.all([remindOfBallotAppeals(), remindOfBallotAppeals()])
  await db.update(ballotAppeals).set({ remindedAt: sql`now() - interval '2 days'` }).where(reminded)
  await remindOfBallotAppeals() // Nothing presses yet.
  expect(await mailsTo(third)).toEqual(['Odwołanie czeka na decyzję: unieważniony głos'])
  for (const involved of [proposer, other, voter!]) expect(await mailsTo(involved)).toEqual([])
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`) // As if fifteen days had gone by.
    await tx.update(ballotAppeals).set({ dueAt: sql`now() - interval '1 day'` }).where(reminded)
  })
  await remindOfBallotAppeals()
  await remindOfBallotAppeals()
  expect(await mailsTo(third)).toEqual(['Odwołanie czeka na decyzję: unieważniony głos', 'Odwołanie po terminie: unieważniony głos'])
})
