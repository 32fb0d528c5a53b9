import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { react } from '../discussion/commands/reactions'
import { aPerson, aTask } from '../testing'
import { castBallot } from '../voting/commands'
import { getTally } from '../voting/queries'
import { deleteAccount } from './commands'
import { unlinkDisowned } from './unlinking'

// What is nobody's in all of the database is looked at, so this file has one of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('unlinking'))

test('no row that is nobody’s bears the mark of the transaction in which somebody left, and all of a question bear one', async () => {
  const [{ questionId, threadId }, stays, ...leaving] = [await aTask(), await aPerson(), await aPerson(), await aPerson()]
  const { id: commentId } = await postComment(stays, { threadId, body: 'Lipy.' })
  for (const [n, person] of [stays, ...leaving].entries()) await castBallot(person, { questionId, choice: n ? 'for' : 'against' })
  for (const person of leaving) await react(person, { commentId, revision: 1, kind: 'agree' })
  for (const person of leaving) await deleteAccount(person, { sure: 'yes' })
  const linked = () => db.execute<{ place: string; rows: number }>(sql`
    select place, count(*)::int as rows from (
      select 'ballots' as place, xmin from ballots where person_id is null
      union all select 'ballot_history', history.xmin from ballot_history history join ballots on ballots.id = ballot_id where person_id is null
      union all select 'reactions', xmin from reactions where person_id is null
    ) kept where xmin::text in (select xmin::text from events) group by place order by place`)
  expect([...(await linked())]).toEqual([{ place: 'ballot_history', rows: 2 }, { place: 'ballots', rows: 2 }, { place: 'reactions', rows: 2 }])
  await unlinkDisowned()
  expect([...(await linked())]).toEqual([])
  const marks = () => db.execute<{ mark: string }>(sql`select distinct xmin::text as mark from ballots where person_id is null`)
  const [mark] = await marks()
  expect(await marks()).toHaveLength(1)
  await unlinkDisowned()
  expect([...(await marks())]).toEqual([mark]) // Nothing is written where nothing is to be.
  expect(await getTally(null, questionId)).toMatchObject({ total: 3, choices: { for: 2, against: 1 } })
})
