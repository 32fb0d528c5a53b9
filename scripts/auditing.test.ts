import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '../lib/db'
import { postComment } from '../lib/discussion/commands/comments'
import { sealEvents } from '../lib/ledger/sealing'
import { deleteAccount } from '../lib/privacy/commands'
import { aPerson, aTask } from '../lib/testing'
import { castBallot } from '../lib/voting/commands'
import { auditLedger, sealedVotesThatDiffer } from './auditing'

// The whole ledger is looked at, so this file has a database of its own.
await vi.hoisted(async () => (await import('./own-database')).ownDatabase('auditing'))
const sql = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
afterAll(() => sql.end())

let questionId: string
let commentId: string
beforeAll(async () => {
  const task = await aTask()
  questionId = task.questionId
  const people = await Promise.all([1, 2, 3, 4].map((n) => aPerson({ level: n % 2 ? 'verified' : 'email' })))
  for (const [n, person] of people.entries()) await castBallot(person, { questionId, choice: n < 2 ? 'for' : 'against' })
  await castBallot(people[0]!, { questionId, choice: 'abstain' })
  commentId = (await postComment(people[1]!, { threadId: task.threadId, body: 'Ławki przy Bulwarze.' })).id
  await sealEvents()
  await deleteAccount(people[3]!, { sure: 'yes' })
  await sealEvents()
})

/** What is found after somebody with all rights of the database has changed it, and undone it again. */
async function after(change: string) {
  const undone = new Error('undone')
  let found: string[] = []
  await sql
    .begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      for (const { name, table } of await tx<{ name: string; table: string }[]>`select conname as name, conrelid::regclass::text as table from pg_constraint where conrelid in ('ledger_lines'::regclass) and contype = 'c'`) await tx.unsafe(`alter table ${table} drop constraint ${name}`)
      await tx.unsafe(change)
      found = [...(await auditLedger(tx as unknown as postgres.Sql)), ...(await sealedVotesThatDiffer(tx as unknown as postgres.Sql, questionId))]
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return found
}

test('an honest database agrees with its ledger, also after somebody has left', async () => {
  expect(await db.$count((await import('../lib/events/tables')).ledgerLines)).toBeGreaterThan(6)
  expect(await after('select 1')).toEqual([])
})

test('whatever is changed behind the ledger is found', async () => {
  expect(await after(`update ledger_lines set line = replace(line, 'ballot.cast', 'ballot.lost') where seq = 2`)).toEqual(['line 2 does not follow from the line before it', 'line 2 does not say what its event says'])
  expect(await after(`update events set name = 'comment.withdrawn' where name = 'comment.posted'`)).toContainEqual(expect.stringMatching(/^line \d+ does not say what its event says$/))
  expect(await after(`update events set actor = gen_random_uuid() where name = 'comment.posted'`)).toContainEqual(expect.stringMatching(/^line \d+ does not refer to whom and what its event names$/))
  expect(await after(`insert into events (name, subject) values ('test.hidden', 'x')`)).toContainEqual(expect.stringMatching(/^event \d+ is not in the ledger/))
  expect(await after(`update comments set body = 'Nic nie mówię.'`)).toEqual([`comment ${commentId} reads otherwise than when it was last written`])
})

test('votes are counted anew from what the ledger holds', async () => {
  // A ballot that was changed together with its history, which no other comparison can see.
  const [ballot] = await sql`select id from ballots where question_id = ${questionId} and choices = '{for}' limit 1`
  const both = (set: string) => `update ballots set ${set} where id = '${ballot!.id}'; update ballot_history set ${set} where ballot_id = '${ballot!.id}'`
  expect(await after(both(`choices = '{against}'`))).toEqual([expect.stringMatching(/^event \d+ holds a vote that no ballot of this question ever said$/), '2 ballots are explained by no act in the ledger, but only 1 acts cannot be opened'])
  expect(await after(`with added as (insert into ballots (id, question_id, choices) values (gen_random_uuid(), '${questionId}', '{for}') returning id) insert into ballot_history (ballot_id, choices, stratum) select id, '{for}', 'signed-in' from added`)).toEqual(['2 ballots are explained by no act in the ledger, but only 1 acts cannot be opened'])
})
