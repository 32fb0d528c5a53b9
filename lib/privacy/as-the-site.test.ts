import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { people } from '../accounts/tables'
import { db } from '../db'
import { editComment, postComment } from '../discussion/commands/comments'
import { react } from '../discussion/commands/reactions'
import { commentRevisions } from '../discussion/tables'
import { answerBallotAppeal, contestInvalidation } from '../integrity/commands/appeals'
import { anInvalidation } from '../integrity/testing'
import { ballotAppeals } from '../integrity/tables'
import { aComment, aModerator, decide } from '../moderation/testing'
import { aPerson, aTask } from '../testing'
import { castBallot } from '../voting/commands'
import { getTally } from '../voting/queries'
import { deleteAccount } from './commands'
import { takenOut } from './own-data'
import { unlinkDisowned } from './unlinking'

// What writes anew in tables that only grow, done by the role that the site has (scripts/site-role.ts), not by their owner.
await vi.hoisted(async () => {
  const { ownDatabase } = await import('../../scripts/own-database')
  await ownDatabase('site')
  const { makeSiteRole } = await import('../../scripts/site-role')
  process.env.DATABASE_URL = (await makeSiteRole(process.env.DATABASE_URL!, 'a secret of thirty-two characters'))!
})
const sure = { sure: 'yes' }

test('the site itself may erase somebody who voted, changed a comment and appealed, and unlink what they leave', async () => {
  const [role] = await db.execute<{ user: string }>(sql`select current_user as user`)
  expect(role!.user).toMatch(/_app$/)
  const [{ questionId, threadId }, person] = [await aTask(), await aPerson()]
  for (const choice of ['for', 'against']) await castBallot(person, { questionId, choice })
  const { id } = await postComment(person, { threadId, body: `Piszcie do mnie: ${person.email}`, goesOn: 'yes' })
  await db.execute(sql`update comments set held_at = null, held_for = null where id = ${id}`)
  await react(await aPerson(), { commentId: id, revision: 1, kind: 'agree' })
  await editComment(person, { commentId: id, revision: 1, body: 'Lipy.' })
  await deleteAccount(person, sure)
  expect(await db.select({ body: commentRevisions.body }).from(commentRevisions).where(eq(commentRevisions.commentId, id))).toEqual([{ body: `Piszcie do mnie: ${takenOut}` }])

  const { decisionId, flagged: [voter, other] } = await anInvalidation()
  for (const each of [voter!, other!]) await contestInvalidation(each, { decisionId, text: 'To mój jedyny głos.' })
  const [appeal] = await db.select({ id: ballotAppeals.id }).from(ballotAppeals).where(eq(ballotAppeals.appellantId, voter!.id))
  await answerBallotAppeal(await aPerson({ roles: ['moderator'] }), { appealId: appeal!.id, outcome: 'upheld', reasons: 'Biblioteka ma jedno łącze.' })
  for (const each of [voter!, other!]) await deleteAccount(each, sure)
  await unlinkDisowned()
  expect(await getTally(null, questionId)).toMatchObject({ total: 1, choices: { against: 1 } })
  expect(await db.$count(people, sql`erased_at is not null`)).toBe(3)
})

test('the site itself may take words out of a comment that was changed', async () => {
  const { id, author } = await aComment({ body: 'Sąsiadka Qwertycka z trzeciego.' })
  await react(await aPerson(), { commentId: id, revision: 1, kind: 'agree' })
  await editComment(author, { commentId: id, revision: 1, body: 'Sąsiadka Qwertycka z czwartego.' })
  await decide(await aModerator(), id, 'redact', { passage: 'Qwertycka' })
  expect((await db.select({ body: commentRevisions.body }).from(commentRevisions).where(eq(commentRevisions.commentId, id))).map(({ body }) => body)).toEqual([`Sąsiadka ${takenOut} z trzeciego.`])
})
