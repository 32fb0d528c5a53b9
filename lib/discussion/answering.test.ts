import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { aPerson } from '../testing'
import { postComment } from './commands/comments'
import { answerOfficially } from './commands/official-answers'
import { react } from './commands/reactions'
import { countUnanswered, listUnanswered } from './queries/unanswered'
import { listComments } from './queries/voices'
import { closeThreads, hideComment, openThread } from './steps'
import { officialAnswers } from './tables'

const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const anOfficial = () => aPerson({ roles: ['official'], name: 'Biuro Dialogu' })

async function aThreadOfQuestions() {
  const threadId = await db.transaction(openThread)
  const ask = async (body: string, stance = 'question') => (await postComment(await aPerson(), { threadId, body, stance })).id
  return { threadId, questions: [await ask('Kiedy?'), await ask('Za ile?')], idea: await ask('Posadźmy lipy.', 'idea') }
}

test('one answer of the office points at all it answers, and they wait no more', async () => {
  const [{ threadId, questions, idea }, official] = [await aThreadOfQuestions(), await anOfficial()]
  await react(await aPerson(), { commentId: idea, revision: 1, kind: 'agree' })
  expect(await listUnanswered(official, threadId)).toMatchObject({ questions: questions.map((id) => ({ id })), agreed: [{ id: idea, agrees: 1 }] })
  expect(await countUnanswered(official, [threadId])).toEqual(new Map([[threadId, 2]]))

  const { id } = await answerOfficially(official, { threadId, answers: [...questions, idea], body: 'W maju, za 40 000 zł.' })
  expect((await db.select({ id: officialAnswers.commentId }).from(officialAnswers).where(eq(officialAnswers.answerId, id))).map(({ id }) => id).sort()).toEqual([...questions, idea].sort())
  expect((await listComments(null, threadId, undefined, 9)).at(-1)).toMatchObject({ id, official: true, parentId: null })
  expect(await listUnanswered(official, threadId)).toEqual({ questions: [], agreed: [] })
  expect(await countUnanswered(official, [threadId])).toEqual(new Map())

  await db.transaction((tx) => hideComment(tx, id, 'off-topic'))
  expect((await listUnanswered(official, threadId)).questions).toHaveLength(2)
})

test('an answer of the office below a question answers it too', async () => {
  const [{ threadId, questions }, official] = [await aThreadOfQuestions(), await anOfficial()]
  await postComment(official, { threadId, parentId: questions[0], speaksAs: 'office', body: 'W maju.' })
  expect((await listUnanswered(official, threadId)).questions.map(({ id }) => id)).toEqual([questions[1]])
})

test('the office’s list is for officials', async () => {
  const { threadId } = await aThreadOfQuestions()
  for (const viewer of [null, await aPerson(), await aPerson({ roles: ['moderator', 'admin'] })]) {
    expect(await listUnanswered(viewer, threadId)).toEqual({ questions: [], agreed: [] })
    expect(await countUnanswered(viewer, [threadId])).toEqual(new Map())
  }
})

test('each refusal says why', async () => {
  const [one, other, official] = [await aThreadOfQuestions(), await aThreadOfQuestions(), await anOfficial()]
  const answer = (more: object = {}, person = official) => refusalOf(answerOfficially(person, { threadId: one.threadId, answers: one.questions, body: 'W maju.', ...more }))
  expect(await answer({}, await aPerson({ roles: ['moderator'] }))).toBe('objection.notTheOffice')
  expect(await answer({ answers: other.questions })).toBe('writing.refused.answeredGone')
  expect(await answer({ answers: [randomUUID()] })).toBe('writing.refused.answeredGone')
  expect(await answer({ answers: [] })).toBe('objection.checkTheForm')
  expect(await answer({ threadId: randomUUID() })).toBe('objection.missing')
  expect(await answer({ body: 'Proszę dzwonić: 600 123 456.' })).toBe('writing.warnedFirst')
  await db.transaction((tx) => hideComment(tx, one.questions[0]!, 'spam'))
  expect(await answer()).toBe('writing.refused.answeredGone')
  await db.transaction((tx) => closeThreads(tx, [one.threadId], 'over'))
  expect(await answer({ answers: [one.questions[1]] })).toBe('objection.threadClosed')
})

test('A43: sent many times, it is one answer', async () => {
  const [{ threadId, questions }, official, formKey] = [await aThreadOfQuestions(), await anOfficial(), randomUUID()]
  const ids = await Promise.all(Array.from({ length: 8 }, () => answerOfficially(official, { threadId, answers: questions, body: 'W maju.', formKey }).then(({ id }) => id)))
  expect(new Set(ids).size).toBe(1)
  expect(await db.$count(officialAnswers, eq(officialAnswers.answerId, ids[0]!))).toBe(2)
})
