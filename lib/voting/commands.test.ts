import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { events } from '../events/tables'
import type { Person } from '../person'
import { aPerson } from '../testing'
import { castBallot, withdrawBallot } from './commands'
import { getOwnChoice, getTally } from './queries'
import { askQuestion, closeQuestions, disownBallots } from './steps'
import { ballots } from './tables'

const aQuestion = (kind: 'opinion' | 'support' = 'opinion') => db.transaction((tx) => askQuestion(tx, kind))
const close = (id: string, reason = 'over') => db.transaction((tx) => closeQuestions(tx, [id], reason))

test('a vote counts once, is changed and taken back', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await castBallot(person, { questionId, choice: 'for' })
  expect(await getTally(null, questionId)).toEqual({ for: 1, against: 0, abstain: 0, total: 1 })
  await castBallot(person, { questionId, choice: 'against' })
  expect(await getTally(null, questionId)).toEqual({ for: 0, against: 1, abstain: 0, total: 1 })
  expect(await getOwnChoice(person, questionId)).toBe('against')
  await withdrawBallot(person, { questionId })
  await withdrawBallot(person, { questionId })
  expect(await getTally(null, questionId)).toMatchObject({ total: 0 })
})

test('100 parallel votes of one person are one ballot', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await Promise.all(Array.from({ length: 100 }, (_, n) => castBallot(person, { questionId, choice: n % 2 ? 'for' : 'against' })))
  expect((await getTally(null, questionId)).total).toBe(1)
})

test('votes against closing: none is counted after', async () => {
  const questionId = await aQuestion()
  const people = await Promise.all(Array.from({ length: 30 }, () => aPerson()))
  const votes = people.map((person) => castBallot(person, { questionId, choice: 'for' }).then(() => true, () => false))
  const closing = close(questionId)
  const accepted = (await Promise.all(votes)).filter(Boolean).length
  await closing
  expect((await getTally(null, questionId)).total).toBe(accepted)
  await expect(castBallot(await aPerson(), { questionId, choice: 'for' })).rejects.toMatchObject({ kind: 'forbidden', objection: { key: 'objection.votingClosed' } })
  const late = await db.execute(sql`select 1 from ballots b join questions q on q.id = b.question_id where q.id = ${questionId} and b.cast_at > q.closes_at`)
  expect(late.length).toBe(0)
})

test('each refusal says why', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  const suspended: Person = { ...person, suspendedUntil: new Date(Date.now() + 1e6) }
  await expect(castBallot(suspended, { questionId, choice: 'for' })).rejects.toMatchObject({ objection: { key: 'objection.suspended' } })
  await expect(castBallot(person, { questionId, choice: 'maybe' })).rejects.toMatchObject({ kind: 'invalid', fields: { choice: [{ key: 'problem.choose' }] } })
  await expect(castBallot(person, { questionId, choice: [] })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(castBallot(person, { questionId, choice: 'for', weight: 9 })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(castBallot(person, { questionId: crypto.randomUUID(), choice: 'for' })).rejects.toMatchObject({ kind: 'missing' })
  await expect(castBallot(person, { questionId: await aQuestion('support'), choice: 'against' })).rejects.toMatchObject({ kind: 'invalid' })
  await close(questionId, 'withdrawn')
  await expect(withdrawBallot(person, { questionId })).rejects.toMatchObject({ objection: { key: 'objection.taskWithdrawn' } })
})

test('an erased person’s ballot stays counted and is nobody’s', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await castBallot(person, { questionId, choice: 'abstain' })
  await db.transaction((tx) => disownBallots(tx, person.id))
  expect(await getTally(null, questionId)).toMatchObject({ abstain: 1 })
  expect(await db.select({ personId: ballots.personId }).from(ballots).where(eq(ballots.questionId, questionId))).toEqual([{ personId: null }])
})

test('the event of a vote does not say how', async () => {
  const [person, questionId] = [await aPerson(), await aQuestion()]
  await castBallot(person, { questionId, choice: 'against' })
  const [event] = await db.select().from(events).where(eq(events.subject, questionId))
  expect(event).toMatchObject({ name: 'ballot.cast', actor: person.ledgerKey })
  expect(JSON.stringify(event)).not.toContain('against')
})
