import { and, eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { recount } from '../../scripts/recounting'
import { db } from '../db'
import { aPerson } from '../testing'
import { castBallot, confirmPaperBatch, dropPaperBatch, enterPaperBatch } from './commands'
import { getResults, getTally } from './queries'
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
  await expect(enterPaperBatch(first, { questionId, ...entered, cards })).rejects.toMatchObject({ objection: { key: 'office.objection.receiptUsed' } })
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
