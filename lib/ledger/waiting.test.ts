import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { readCheckpoint } from '../../scripts/verify-checkpoint'
import { verifying, verifySuccession } from '../../scripts/verify-ledger'
import { db, type Tx } from '../db'
import { events, voteCommitments } from '../events/tables'
import { deleteAccount } from '../privacy/commands'
import { aPerson } from '../testing'
import { castBallot, confirmPaperBatch, enterPaperBatch, withdrawBallot } from '../voting/commands'
import { askQuestion, closeQuestions } from '../voting/steps'
import { makeCheckpoint } from './checkpoint'
import { findCheckpoint, listCheckpoints, readLines } from './queries'
import { sealEvents } from './sealing'

// The whole ledger is looked at, so this file has a database of its own. What is tampered with stays so: each test looks for its own question.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('waiting'))

const allCheckpoints = async () => Promise.all((await listCheckpoints(null)).map(async ({ date }) => readCheckpoint((await findCheckpoint(null, date))!)))
/** What the independent verifier finds wrong in all that is published, about one question. */
async function findings(about: string) {
  const made = await allCheckpoints()
  const reading = verifying(made)
  for (const { hash, line } of await readLines(null, { after: 0, upTo: 1e9 })) reading.take(`{"hash":"${hash}","line":${line}}`)
  return [...verifySuccession(made), ...reading.end().findings].filter((finding) => finding.includes(about))
}
let days = 0
const nextDay = () => new Date(Date.UTC(2100, 0, ++days)).toISOString().slice(0, 10)
const aSecretQuestion = () => db.transaction((tx) => askQuestion(tx, 'opinion', { shown: 'after-closing' }))
const close = (questionId: string) => db.transaction((tx) => closeQuestions(tx, [questionId], 'over'))
/** As somebody would who owns the database, its triggers included. */
const tamper = (change: (tx: Tx) => Promise<unknown>) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await change(tx)
  })
/** A secret vote of three, that a checkpoint is bound to. */
async function waitingVotes() {
  const questionId = await aSecretQuestion()
  for (const choice of ['for', 'against', 'for']) await castBallot(await aPerson(), { questionId, choice })
  await sealEvents()
  const date = nextDay()
  expect(await makeCheckpoint(date)).toBe(true)
  return { questionId, date }
}
const wrong = (openedOn: string, questionId: string, date: string) => `Checkpoint of ${openedOn}: the votes on question ${questionId} that waited on ${date} were not sealed as they were: one was changed, taken out, put in or moved.`

test('secret votes that change, are taken back, come on paper or lose their voter are sealed as each checkpoint saw them', async () => {
  const [questionId, people, clerks] = [await aSecretQuestion(), await Promise.all([1, 2, 3].map(() => aPerson())), await Promise.all([1, 2].map(() => aPerson({ roles: ['official'] })))]
  await makeCheckpoint(nextDay()) // Bound to nobody’s vote.
  for (const person of people) await castBallot(person, { questionId, choice: 'for' })
  await makeCheckpoint(nextDay())
  await castBallot(people[0]!, { questionId, choice: 'against' })
  await withdrawBallot(people[1]!, { questionId })
  await deleteAccount(people[2]!, { sure: 'yes' })
  const cards = { 'k-for': '4' }
  const { id: batchId } = await enterPaperBatch(clerks[0]!, { questionId, receivedOn: '2026-11-01', scan: 'szafa 1', receiptNumber: 'P-1', cards, lines: '' })
  await confirmPaperBatch(clerks[1]!, { batchId, cards, lines: '' })
  await makeCheckpoint(nextDay())
  await castBallot(await aPerson(), { questionId, choice: 'for' }) // Nothing is bound to the last one.
  await close(questionId)
  await sealEvents()
  await makeCheckpoint(nextDay())
  const [last] = await allCheckpoints()
  expect(last!.opened!.map(({ acts }) => acts)).toEqual([0, 3, 6])
  expect(last!.questions.find(({ question }) => question === questionId)).toMatchObject({ total: 7 })
  expect(await findings(questionId)).toEqual([])
  await makeCheckpoint(nextDay())
  expect((await allCheckpoints())[0]!.opened).toBeUndefined()
})

test('a vote that is opened again stays bound to what waited before', async () => {
  const { questionId } = await waitingVotes()
  await db.transaction((tx) => closeQuestions(tx, [questionId], 'withdrawn'))
  await sealEvents()
  await db.execute(sql`update questions set closes_at = null, closed_reason = null where id = ${questionId}`)
  await castBallot(await aPerson(), { questionId, choice: 'abstain' })
  await makeCheckpoint(nextDay())
  await close(questionId)
  await makeCheckpoint(nextDay())
  expect((await allCheckpoints())[0]!.opened!.map(({ acts }) => acts)).toEqual([3, 1])
  expect(await findings(questionId)).toEqual([])
})

test.each([
  ['taken out', (questionId: string) => tamper((tx) => tx.execute(sql`with gone as (delete from events where id = (select min(id) from events where subject = ${questionId}) returning id) delete from unsealed using gone where event_id = gone.id`))],
  ['changed', (questionId: string) => tamper((tx) => tx.execute(sql`update events set attested = jsonb_build_object('vote', repeat('0', 64)) where id = (select max(id) from events where subject = ${questionId})`))],
  ['moved before others', (questionId: string) => tamper((tx) => tx.execute(sql`update unsealed set committed_on = '2000-01-01' where event_id = (select max(id) from events where subject = ${questionId})`))],
])('a secret ballot that is %s between a checkpoint and closing is named', async (_, how) => {
  const { questionId, date } = await waitingVotes()
  await how(questionId)
  await close(questionId)
  const openedOn = nextDay()
  await makeCheckpoint(openedOn)
  expect(await findings(questionId)).toContain(wrong(openedOn, questionId, date))
})

test('the site cannot change what a checkpoint was bound to', async () => {
  const { questionId } = await waitingVotes()
  const of = eq(voteCommitments.questionId, questionId)
  await expect(db.update(voteCommitments).set({ acts: 2 }).where(of)).rejects.toThrow()
  await expect(db.delete(voteCommitments).where(of)).rejects.toThrow()
  await close(questionId)
  await makeCheckpoint(nextDay())
  await expect(db.update(voteCommitments).set({ openedOn: null }).where(of)).rejects.toThrow()
  expect(await db.$count(events, eq(events.subject, questionId))).toBe(3)
})
