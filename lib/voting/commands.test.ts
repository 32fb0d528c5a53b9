import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyResidence } from '../accounts/commands'
import { keyedHash } from '../accounts/secrets'
import { identities } from '../accounts/tables'
import { newKey } from '../columns'
import { db } from '../db'
import { events } from '../events/tables'
import type { Person } from '../person'
import { systemPerson } from '../accounts/people'
import { aPerson } from '../testing'
import { countDueQuestions } from './closing'
import { castBallot, countQuestion, withdrawBallot } from './commands'
import { getOwnBallot, getResults, getTally, isCounted, listOwnBallots, listQuestions, listReceipts } from './queries'
import type { QuestionKind } from './rules'
import { askQuestion, closeQuestions, disownBallots, reopenQuestions, type Asked } from './steps'
import { ballotHistory, ballots, barredVoters, questionResults, questions } from './tables'

const aQuestion = (kind: QuestionKind = 'opinion', asked?: Asked) => db.transaction((tx) => askQuestion(tx, kind, asked))
const close = (id: string, reason = 'over') => db.transaction((tx) => closeQuestions(tx, [id], reason))
const historyOf = (questionId: string) =>
  db.select({ choices: ballotHistory.choices }).from(ballotHistory).innerJoin(ballots, eq(ballots.id, ballotHistory.ballotId)).where(eq(ballots.questionId, questionId)).orderBy(ballotHistory.id)

test('a vote counts once, is changed and taken back, and all that it said is kept', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  const first = await castBallot(person, { questionId, choice: 'for' })
  expect(await getTally(null, questionId)).toEqual({ total: 1, choices: { for: 1, against: 0, abstain: 0 } })
  const second = await castBallot(person, { questionId, choice: 'against' })
  expect(await getTally(null, questionId)).toEqual({ total: 1, choices: { for: 0, against: 1, abstain: 0 } })
  expect(second.receipt).toBe(first.receipt)
  expect(await getOwnBallot(person, questionId)).toEqual({ choices: ['against'], receipt: first.receipt })
  await withdrawBallot(person, { questionId })
  await withdrawBallot(person, { questionId })
  expect(await getTally(null, questionId)).toMatchObject({ total: 0 })
  expect(await getOwnBallot(person, questionId)).toBeNull()
  expect(await historyOf(questionId)).toEqual([{ choices: ['for'] }, { choices: ['against'] }, { choices: [] }])
})

test('A46: every kind of question takes its own answers and no others', async () => {
  const person = await aPerson()
  const [score, choose] = [await aQuestion('score'), await aQuestion('choice', { prompt: 'Co najpierw?', labels: ['Ławki', 'Drzewa', 'Światło'], most: 2 })]
  await castBallot(person, { questionId: score, choice: '4' })
  await castBallot(person, { questionId: choose, choice: ['a', 'c'] })
  expect(await getTally(null, score)).toMatchObject({ total: 1, choices: { 4: 1 } })
  expect(await getTally(null, choose)).toEqual({ total: 1, choices: { a: 1, b: 0, c: 1 } })
  expect((await listQuestions(null, [score, choose])).find(({ question }) => question.id === choose)).toMatchObject({ question: { labels: ['Ławki', 'Drzewa', 'Światło'], most: 2 }, tally: { total: 1, choices: { a: 1, b: 0, c: 1 } } })
  expect((await listOwnBallots(person)).find(({ questionId }) => questionId === choose)).toMatchObject({ choices: ['a', 'c'], labels: ['Ławki', 'Światło'] })
  const refused = { kind: 'conflict', objection: { key: 'problem.choose' } }
  await expect(castBallot(person, { questionId: score, choice: '6' })).rejects.toMatchObject(refused)
  await expect(castBallot(person, { questionId: score, choice: ['1', '2'] })).rejects.toMatchObject(refused)
  await expect(castBallot(person, { questionId: choose, choice: ['a', 'b', 'c'] })).rejects.toMatchObject(refused)
  await expect(castBallot(person, { questionId: choose, choice: ['a', 'a'] })).rejects.toMatchObject(refused)
  await expect(castBallot(person, { questionId: await aQuestion('support'), choice: 'against' })).rejects.toMatchObject(refused)
  for (const choice of [[], '', 'x'.repeat(21), ['for', 1], { 0: 'for' }, undefined]) {
    await expect(castBallot(person, { questionId: score, choice })).rejects.toMatchObject({ kind: 'invalid', fields: { choice: [{ key: 'problem.choose' }] } })
  }
})

test('A42: 200 parallel votes of one person are one ballot', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await Promise.all(Array.from({ length: 100 }, (_, n) => castBallot(person, { questionId, choice: n % 2 ? 'for' : 'against' })))
  const more = await Promise.allSettled(Array.from({ length: 100 }, () => castBallot(person, { questionId, choice: 'for' })))
  expect((await getTally(null, questionId))!.total).toBe(1)
  const [newest] = await db.select({ choices: ballotHistory.choices }).from(ballotHistory).innerJoin(ballots, eq(ballots.id, ballotHistory.ballotId)).where(eq(ballots.questionId, questionId)).orderBy(sql`${ballotHistory.id} desc`).limit(1)
  expect((await getOwnBallot(person, questionId))!.choices).toEqual(newest!.choices)
  expect(await historyOf(questionId)).toHaveLength(100 + more.filter(({ status }) => status === 'fulfilled').length)
})

test('A44: votes against closing: none is counted after', async () => {
  const questionId = await aQuestion()
  const people = await Promise.all(Array.from({ length: 30 }, () => aPerson()))
  const votes = people.map((person) => castBallot(person, { questionId, choice: 'for' }).then(() => true, () => false))
  const closing = close(questionId)
  const accepted = (await Promise.all(votes)).filter(Boolean).length
  await closing
  expect(await getTally(null, questionId)).toMatchObject({ total: accepted })
  expect((await getResults(null, questionId))!.total).toBe(accepted)
  await expect(castBallot(await aPerson(), { questionId, choice: 'for' })).rejects.toMatchObject({ kind: 'forbidden', objection: { key: 'objection.votingClosed' } })
  const late = await db.execute(sql`select 1 from events e join questions q on q.id::text = e.subject where q.id = ${questionId} and e.name = 'ballot.cast' and e.at > q.closes_at`)
  expect(late.length).toBe(0)
})

test('after closing the database itself changes nothing, neither by this nor by another way in', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await castBallot(person, { questionId, choice: 'for' })
  await close(questionId)
  const refused = (change: Promise<unknown>) => expect(change).rejects.toThrow()
  await refused(db.update(ballots).set({ choices: ['against'] }).where(eq(ballots.questionId, questionId)))
  await refused(db.insert(ballots).values({ questionId, choices: ['for'] }))
  await refused(db.delete(ballots).where(eq(ballots.questionId, questionId)))
  await refused(db.update(ballotHistory).set({ choices: ['against'] }))
  await refused(db.update(questionResults).set({ receiptsHash: '' }).where(eq(questionResults.questionId, questionId)))
  expect(await getTally(null, questionId)).toMatchObject({ choices: { for: 1 } })
})

test('A47: each refusal says why', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  const suspended: Person = { ...person, suspendedUntil: new Date(Date.now() + 1e6) }
  await expect(castBallot(suspended, { questionId, choice: 'for' })).rejects.toMatchObject({ objection: { key: 'objection.suspended' } })
  await expect(castBallot(person, { questionId, choice: 'for', weight: 9 })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(castBallot(person, { questionId: crypto.randomUUID(), choice: 'for' })).rejects.toMatchObject({ kind: 'missing' })
  const later = await aQuestion('opinion', { opensAt: new Date(Date.now() + 1e6) })
  await expect(castBallot(person, { questionId: later, choice: 'for' })).rejects.toMatchObject({ objection: { key: 'objection.votingNotYet' } })
  const verifiedOnly = await aQuestion('opinion', { voters: 'verified' })
  await expect(castBallot(await aPerson({ level: 'declared' }), { questionId: verifiedOnly, choice: 'for' })).rejects.toMatchObject({ objection: { key: 'objection.verifiedOnly' } })
  await castBallot(await aPerson({ level: 'verified' }), { questionId: verifiedOnly, choice: 'for' })
  await close(questionId, 'withdrawn')
  await expect(withdrawBallot(person, { questionId })).rejects.toMatchObject({ objection: { key: 'objection.taskWithdrawn' } })
  await db.transaction((tx) => reopenQuestions(tx, [questionId]))
  await castBallot(person, { questionId, choice: 'for' })
  await expect(countQuestion(person, { questionId })).rejects.toMatchObject({ objection: { key: 'objection.notYours' } })
  await expect(countQuestion(await systemPerson(), { questionId })).rejects.toMatchObject({ objection: { key: 'objection.votingOpen' } })
})

test('numbers that may not be known yet are told to nobody', async () => {
  const [voter, other] = [await aPerson(), await aPerson()]
  for (const shown of ['after-vote', 'after-closing'] as const) {
    const questionId = await aQuestion('opinion', { shown })
    await castBallot(voter, { questionId, choice: 'for' })
    expect(await getTally(null, questionId)).toBeNull()
    expect(await listQuestions(voter, [questionId])).toMatchObject([{ tally: null }])
    expect(await getResults(other, questionId)).toBeNull()
    expect(await listReceipts(null, questionId)).toEqual([])
    expect((await getResults(voter, questionId))?.total).toBe(shown === 'after-vote' ? 1 : undefined)
    await close(questionId)
    expect(await getResults(null, questionId)).toMatchObject({ total: 1 })
    expect(await getTally(null, questionId)).toMatchObject({ total: 1 })
  }
})

test('strata stand side by side; each counted ballot has its receipt in the list', async () => {
  const questionId = await aQuestion()
  const verified = await Promise.all(Array.from({ length: 5 }, () => aPerson({ level: 'verified' })))
  const others = await Promise.all(Array.from({ length: 6 }, () => aPerson()))
  for (const person of verified) await castBallot(person, { questionId, choice: 'for' })
  for (const person of others) await castBallot(person, { questionId, choice: 'against' })
  await withdrawBallot(others[0]!, { questionId })
  const { receipt } = (await getOwnBallot(verified[0]!, questionId))!
  expect(await isCounted(null, questionId, receipt)).toBe(false)
  await close(questionId)
  expect(await getResults(null, questionId)).toMatchObject({
    total: 10,
    strata: [{ strata: ['verified'], total: 5, choices: { for: 5 } }, { strata: ['signed-in'], total: 5, choices: { against: 5 } }],
    days: [{ votes: 10 }],
  })
  const receipts = await listReceipts(null, questionId)
  expect(receipts).toHaveLength(10)
  expect(receipts).toEqual([...receipts].sort())
  expect(await isCounted(null, questionId, receipt)).toBe(true)
  expect(await listReceipts(null, questionId, { after: receipts[3]!, limit: 2 })).toEqual(receipts.slice(4, 6))
})

test('an erased person’s ballot stays counted, is nobody’s, and bars a second one until closing', async () => {
  const [person, questionId, voted] = [await aPerson(), await aQuestion(), await aQuestion()]
  await castBallot(person, { questionId, choice: 'abstain' })
  await castBallot(person, { questionId: voted, choice: 'for' })
  await close(voted)
  await db.transaction((tx) => disownBallots(tx, person))
  expect(await getTally(null, questionId)).toMatchObject({ choices: { abstain: 1 } })
  expect(await db.select({ personId: ballots.personId }).from(ballots).where(eq(ballots.questionId, questionId))).toEqual([{ personId: null }])
  // The same mailbox joins again.
  const again: Person = { ...(await aPerson()), addressKey: keyedHash('address', person.email) }
  await expect(castBallot(again, { questionId, choice: 'for' })).rejects.toMatchObject({ objection: { key: 'objection.votedBefore' } })
  const bars = (id: string) => db.$count(barredVoters, eq(barredVoters.questionId, id))
  expect([await bars(questionId), await bars(voted)]).toEqual([1, 0])
  await close(questionId)
  expect(await bars(questionId)).toBe(0)
})

test('an erased account bars whom it was verified to be, whatever their next address', async () => {
  const identity = (subject: string) => ({ issuer: 'https://id.example.org', subject, nationalKey: null })
  const [person, again, another, questionId] = [await aPerson(), await aPerson(), await aPerson(), await aQuestion()]
  const who = newKey()
  await verifyResidence(person, identity(who))
  await castBallot(person, { questionId, choice: 'for' })
  await db.transaction(async (tx) => {
    await disownBallots(tx, person)
    await tx.delete(identities).where(eq(identities.personId, person.id))
  })
  await castBallot(again, { questionId, choice: 'for' })
  await verifyResidence(again, identity(who))
  await expect(castBallot(again, { questionId, choice: 'against' })).rejects.toMatchObject({ objection: { key: 'objection.votedBefore' } })
  await verifyResidence(another, identity(newKey()))
  await castBallot(another, { questionId, choice: 'for' })
})

test('the database takes nobody’s ballot but a verified resident’s where only they vote', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion('opinion', { voters: 'verified' })]
  const cast = (stratum: 'verified' | 'signed-in') => db.insert(ballots).values({ questionId, personId: person.id, choices: ['for'], stratum })
  await expect(cast('signed-in')).rejects.toMatchObject({ cause: { constraint_name: 'ballots_of_residents' } })
  await cast('verified')
})

test('what its time has closed is counted once, however many look', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion('opinion', { closesAt: new Date(Date.now() + 250) })]
  await castBallot(person, { questionId, choice: 'for' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await expect(castBallot(person, { questionId, choice: 'against' })).rejects.toMatchObject({ objection: { key: 'objection.votingClosed' } })
  await Promise.all([countDueQuestions(), countDueQuestions(), countDueQuestions()])
  const recorded = await db.select().from(questionResults).where(eq(questionResults.questionId, questionId))
  expect(recorded).toMatchObject([{ results: { total: 1 }, receiptsHash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(await db.select().from(events).where(and(eq(events.subject, questionId), eq(events.name, 'question.counted')))).toHaveLength(1)
  await db.transaction((tx) => reopenQuestions(tx, [questionId]))
  expect(await db.select({ closesAt: questions.closesAt }).from(questions).where(eq(questions.id, questionId))).toMatchObject([{ closesAt: expect.any(Date) }])
})

test('the event of a vote does not say how', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await castBallot(person, { questionId, choice: 'against' })
  const [event] = await db.select().from(events).where(eq(events.subject, questionId))
  expect(event).toMatchObject({ name: 'ballot.cast', actor: person.ledgerKey })
  expect(JSON.stringify(event)).not.toContain('against')
})
