import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { aPerson, aTask } from '../testing'
import { castBallot } from '../voting/commands'
import { getQuestion, getTally } from '../voting/queries'
import { askAboutTask } from './commands'
import { getTask, getTaskOfQuestion, listOpenQuestions } from './queries'
import { tasks } from './tables'

let counter = 0
/** A task with a code as tasks have it, apart from those of other tests. */
async function aNumberedTask() {
  const { id } = await aTask()
  const code = `${600 + (process.pid % 90)}.${counter++}.${Math.floor(Math.random() * 900)}`
  await db.update(tasks).set({ code }).where(eq(tasks.id, id))
  return { id, code }
}
const question = { kind: 'choice', prompt: 'Co zrobić najpierw?', labels: 'Ławki\n\n Drzewa \nŚwiatło', most: '2', opensAt: '', closesAt: '', voters: 'signed-in', shown: 'always' }

test('the office asks about a task, and residents answer', async () => {
  const [official, { code }] = [await aPerson({ roles: ['official'] }), await aNumberedTask()]
  const { id } = await askAboutTask(official, { ...question, code, closesAt: '2999-06-01T12:00' })
  expect(await getQuestion(null, id)).toMatchObject({ kind: 'choice', labels: ['Ławki', 'Drzewa', 'Światło'], choices: ['a', 'b', 'c'], most: 2, state: 'open', closesAt: new Date('2999-06-01T10:00:00Z') })
  expect((await getTask(null, 'pl', code))!.questionIds).toEqual([id])
  expect((await getTaskOfQuestion(null, 'pl', id))!.code).toBe(code)
  await castBallot(await aPerson(), { questionId: id, choice: ['a', 'b'] })
  expect(await getTally(null, id)).toMatchObject({ total: 1, choices: { a: 1, b: 1, c: 0 } })
})

test('each refusal says why', async () => {
  const [official, { id, code }] = [await aPerson({ roles: ['official'] }), await aNumberedTask()]
  const refused = (change: object, field: string, key: string) => expect(askAboutTask(official, { ...question, code, ...change })).rejects.toMatchObject({ fields: { [field]: [{ key }] } })
  await expect(askAboutTask(await aPerson({ roles: ['moderator'] }), { ...question, code })).rejects.toMatchObject({ objection: { key: 'objection.notTheOffice' } })
  await refused({ prompt: 'Ławki?' }, 'prompt', 'problem.questionShort')
  await refused({ labels: 'Ławki' }, 'labels', 'problem.choicesAtLeast')
  await refused({ labels: 'Ławki\nŁawki' }, 'labels', 'problem.twice')
  await refused({ most: '4' }, 'most', 'problem.mostTooMany')
  await refused({ closesAt: '2001-01-01T10:00' }, 'closesAt', 'problem.closesBefore')
  await refused({ closesAt: '2027-03-28T02:30' }, 'closesAt', 'problem.timeNever')
  await refused({ opensAt: '2027-10-31T02:30' }, 'opensAt', 'problem.timeTwice')
  await refused({ shown: 'after-closing' }, 'closesAt', 'problem.closesNever')
  await expect(askAboutTask(official, { ...question, code: '999.99.99' })).rejects.toMatchObject({ kind: 'missing' })
  await db.update(tasks).set({ withdrawnAt: new Date() }).where(eq(tasks.id, id))
  await expect(askAboutTask(official, { ...question, code })).rejects.toMatchObject({ objection: { key: 'objection.taskWithdrawn' } })
})

test('everything that the city asks about a task and that takes votes can be chosen, for its cards', async () => {
  const [official, { id, code }] = [await aPerson({ roles: ['official'] }), await aNumberedTask()]
  const { id: asked } = await askAboutTask(official, { ...question, code })
  await askAboutTask(official, { ...question, code, opensAt: '2999-06-01T12:00' })
  const offered = async () => (await listOpenQuestions(official, 'pl')).filter((offered) => offered.code === code).map(({ questionId, prompt }) => ({ questionId, prompt }))
  const { questionId } = (await getTask(null, 'pl', code))!
  expect(await offered()).toEqual([{ questionId, prompt: null }, { questionId: asked, prompt: 'Co zrobić najpierw?' }])
  await db.update(tasks).set({ withdrawnAt: new Date() }).where(eq(tasks.id, id))
  expect(await offered()).toEqual([])
})
