import { and, eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { recount } from '../../scripts/recounting'
import { db } from '../db'
import { aPerson } from '../testing'
import { castBallot, confirmPaperBatch, dropPaperBatch, enterPaperBatch } from './commands'
import { enterPaperVoice } from '../discussion/commands/paper'
import { openThread } from '../discussion/steps'
import { getResults, getTally } from './queries'
import { countCast, getPaperBatch, getWaitingBatch, listWaitingBatches } from './queries/paper'
import { askQuestion, closeQuestions, type Asked } from './steps'
import { ballots, paperBatches } from './tables'

const sql = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
afterAll(() => sql.end())
const clerk = () => aPerson({ roles: ['official'] })
const aQuestion = (kind: 'opinion' | 'choice' = 'opinion', asked?: Asked) => db.transaction((tx) => askQuestion(tx, kind, asked))
const paper = () => ({ receivedOn: '2026-11-20', scan: 'Teczka 7', receiptNumber: crypto.randomUUID() })
const cards = { 'k-for': '12', 'k-against': '3', 'k-abstain': '' }

test('cards count once a second clerk has counted the same, apart from other votes', async () => {
  const [first, second, questionId] = [await clerk(), await clerk(), await aQuestion()]
  await castBallot(await aPerson(), { questionId, choice: 'for' })
  const { id: batchId } = await enterPaperBatch(first, { questionId, ...paper(), cards })
  expect(await getTally(null, questionId)).toMatchObject({ total: 1 })
  await confirmPaperBatch(second, { batchId, cards })
  expect(await getTally(null, questionId)).toEqual({ total: 16, choices: { for: 13, against: 3, abstain: 0 } })
  expect((await recount(sql, questionId, null)).differences).toEqual([])
  await db.transaction((tx) => closeQuestions(tx, [questionId], 'over'))
  expect((await getResults(null, questionId))!.strata).toMatchObject([{ strata: ['signed-in', 'paper'], total: 16 }])
  expect((await recount(sql, questionId, null)).differences).toEqual([])
})

test('several choices a card, each on a line', async () => {
  const [first, second, questionId] = [await clerk(), await clerk(), await aQuestion('choice', { labels: ['Ławki', 'Drzewa', 'Światło'], most: 2 })]
  const { id: batchId } = await enterPaperBatch(first, { questionId, ...paper(), lines: '1 3\n3,1\n2\n' })
  await confirmPaperBatch(second, { batchId, lines: '2\n1 3\n1;3' })
  expect(await getTally(null, questionId)).toEqual({ total: 3, choices: { a: 2, b: 1, c: 2 } })
  await expect(enterPaperBatch(first, { questionId, ...paper(), lines: '1 2 3' })).rejects.toMatchObject({ fields: { lines: [{ key: 'office.problem.line', values: { line: '1 2 3' } }] } })
  await expect(enterPaperBatch(first, { questionId, ...paper(), lines: 'pierwsza' })).rejects.toMatchObject({ fields: { lines: [{ key: 'office.problem.line' }] } })
})

test('each refusal says why, and then nothing is counted', async () => {
  const [first, second, questionId] = [await clerk(), await clerk(), await aQuestion()]
  const entered = paper()
  const { id: batchId } = await enterPaperBatch(first, { questionId, ...entered, cards })
  await expect(enterPaperBatch(await aPerson(), { questionId, ...paper(), cards })).rejects.toMatchObject({ objection: { key: 'objection.notTheOffice' } })
  await expect(enterPaperBatch(first, { questionId, ...entered, cards }), 'a form sent twice').rejects.toMatchObject({ objection: { key: 'office.objection.receiptUsed' } })
  await expect(enterPaperBatch(first, { questionId, ...paper(), receivedOn: '2999-01-01', cards })).rejects.toMatchObject({ fields: { receivedOn: [{ key: 'office.problem.day' }] } })
  await expect(enterPaperBatch(first, { questionId, ...paper(), cards: { 'k-for': '0' } })).rejects.toMatchObject({ fields: { 'cards.k-for': [{ key: 'office.problem.cards' }] } })
  await expect(enterPaperBatch(first, { questionId, ...paper(), cards: { 'k-for': '-1' } })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(confirmPaperBatch(first, { batchId, cards })).rejects.toMatchObject({ objection: { key: 'office.objection.ownBatch' } })
  await expect(confirmPaperBatch(second, { batchId, cards: { ...cards, 'k-against': '4' } })).rejects.toMatchObject({ objection: { key: 'office.objection.countsDiffer' } })
  expect(await getTally(null, questionId)).toMatchObject({ total: 0 })
  await dropPaperBatch(second, { batchId })
  await expect(confirmPaperBatch(second, { batchId, cards })).rejects.toMatchObject({ objection: { key: 'office.objection.settled' } })
  const late = await enterPaperBatch(first, { questionId, ...paper(), cards })
  await db.transaction((tx) => closeQuestions(tx, [questionId], 'over'))
  await expect(confirmPaperBatch(second, { batchId: late.id, cards })).rejects.toMatchObject({ objection: { key: 'objection.votingClosed' } })
  await expect(enterPaperBatch(first, { questionId, ...paper(), cards })).rejects.toMatchObject({ objection: { key: 'objection.votingClosed' } })
})

test('two clerks who confirm at once count once', async () => {
  const [first, questionId] = [await clerk(), await aQuestion()]
  const others = await Promise.all([clerk(), clerk(), clerk()])
  const { id: batchId } = await enterPaperBatch(first, { questionId, ...paper(), cards })
  const tries = await Promise.allSettled(others.map((person) => confirmPaperBatch(person, { batchId, cards })))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.$count(ballots, and(eq(ballots.batchId, batchId)))).toBe(15)
  await expect(db.update(paperBatches).set({ confirmedById: first.id }).where(eq(paperBatches.id, batchId))).rejects.toThrow()
})

test('a batch that was set aside gives its receipt number back, and the number tells of the newer one', async () => {
  const [first, second, questionId] = [await clerk(), await clerk(), await aQuestion()]
  const entered = paper()
  const { id: batchId } = await enterPaperBatch(first, { questionId, ...entered, cards })
  await dropPaperBatch(second, { batchId })
  expect(await getPaperBatch(null, entered.receiptNumber)).toMatchObject({ state: 'dropped' })
  await enterPaperBatch(first, { questionId, ...entered, cards })
  expect(await getPaperBatch(null, entered.receiptNumber)).toMatchObject({ state: 'waiting' })
  await expect(enterPaperBatch(second, { questionId, ...entered, cards })).rejects.toMatchObject({ objection: { key: 'office.objection.receiptUsed' } })
})

test('one receipt number is one paper: a voice or a batch, also when both are entered at once', async () => {
  const [first, second, questionId, threadId] = [await clerk(), await clerk(), await aQuestion(), await db.transaction(openThread)]
  const [voice, batch, both] = [paper(), paper(), paper()]
  const used = { objection: { key: 'office.objection.receiptUsed' } }
  await enterPaperVoice(first, { threadId, body: 'Proszę o ławki.', ...voice })
  await expect(enterPaperBatch(first, { questionId, ...voice, cards })).rejects.toMatchObject(used)
  await enterPaperBatch(first, { questionId, ...batch, cards })
  await expect(enterPaperVoice(first, { threadId, body: 'Proszę o światło.', ...batch })).rejects.toMatchObject(used)
  const tries = await Promise.allSettled([enterPaperVoice(first, { threadId, body: 'Proszę o cień.', ...both }), enterPaperBatch(second, { questionId, ...both, cards })])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: used })
})

test('what waits is found until it is settled, however many came after it', async () => {
  const [first, second, questionId] = [await clerk(), await clerk(), await aQuestion()]
  const { id } = await enterPaperBatch(first, { questionId, ...paper(), cards })
  for (let n = 0; n < 51; n++) await enterPaperBatch(first, { questionId, ...paper(), cards })
  const waiting = await listWaitingBatches(second)
  expect(waiting.batches.map((batch) => batch.id)).toContain(id)
  expect(waiting.total).toBeGreaterThanOrEqual(52)
  expect(await getWaitingBatch(second, id)).toMatchObject({ id, own: false })
  expect(await getWaitingBatch(first, id)).toMatchObject({ own: true })
  expect([await getWaitingBatch(await aPerson(), id), (await listWaitingBatches(await aPerson())).total]).toEqual([null, 0])
  await dropPaperBatch(second, { batchId: id })
  expect(await getWaitingBatch(second, id)).toBeNull()
})

test('what nobody counted before the end says so', async () => {
  const [first, questionId, entered] = [await clerk(), await aQuestion(), paper()]
  const { id } = await enterPaperBatch(first, { questionId, ...entered, cards })
  await db.transaction((tx) => closeQuestions(tx, [questionId], 'over'))
  expect(await getPaperBatch(null, entered.receiptNumber)).toMatchObject({ state: 'late' })
  expect(await getWaitingBatch(await clerk(), id)).toMatchObject({ state: 'late' })
})

test('where only residents vote, the clerk says that residence was checked when the cards were given out', async () => {
  const [first, second, questionId] = [await clerk(), await clerk(), await aQuestion('opinion', { voters: 'verified' })]
  const unchecked = { questionId, ...paper(), cards }
  await expect(enterPaperBatch(first, unchecked)).rejects.toMatchObject({ fields: { residenceChecked: [{ key: 'office.problem.residence' }] } })
  await expect(db.insert(paperBatches).values({ questionId, ...paper(), cards: { for: 1 }, enteredById: first.id })).rejects.toMatchObject({ cause: { constraint_name: 'paper_batches_residence_checked' } })
  const { id: batchId } = await enterPaperBatch(first, { ...unchecked, residenceChecked: 'yes' })
  await confirmPaperBatch(second, { batchId, cards })
  expect((await getResults(null, questionId))!.strata).toMatchObject([{ strata: ['paper'], total: 15 }])
})

test('votes are counted by the way they came; those that nobody may know yet are not', async () => {
  const [first, second, open, hidden] = [await clerk(), await clerk(), await aQuestion(), await aQuestion('opinion', { shown: 'after-closing', closesAt: new Date('2999-01-01') })]
  for (const questionId of [open, hidden]) {
    await castBallot(await aPerson({ level: 'verified' }), { questionId, choice: 'for' })
    await castBallot(await aPerson(), { questionId, choice: 'against' })
    const { id: batchId } = await enterPaperBatch(first, { questionId, ...paper(), cards })
    await confirmPaperBatch(second, { batchId, cards })
  }
  expect(await countCast(null, [open, hidden])).toEqual({ verified: 1, 'signed-in': 1, paper: 15 })
})
