import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { db } from '../lib/db'
import { listResults } from '../lib/opendata/queries'
import { aPerson } from '../lib/testing'
import { castBallot, withdrawBallot } from '../lib/voting/commands'
import { askQuestion, closeQuestions, disownBallots } from '../lib/voting/steps'
import { recount, type Published } from './recounting'

const sql = postgres(process.env.DATABASE_URL!, { max: 1, onnotice() {} })
afterAll(() => sql.end())

/** Twelve people voted, one changed their mind, one took it back, one left. */
async function anHonestQuestion() {
  const questionId = await db.transaction((tx) => askQuestion(tx, 'opinion'))
  const people = await Promise.all(Array.from({ length: 12 }, (_, n) => aPerson({ level: n < 6 ? 'verified' : 'email' })))
  for (const [n, person] of people.entries()) await castBallot(person, { questionId, choice: n % 3 ? 'for' : 'against' })
  await castBallot(people[0]!, { questionId, choice: 'abstain' })
  await withdrawBallot(people[11]!, { questionId })
  await db.transaction((tx) => disownBallots(tx, people[5]!))
  return questionId
}
const published = async (questionId: string): Promise<Published> => {
  const found: Published = new Map()
  for (const { group, choice, votes, voters } of (await listResults(null, questionId))!.items) found.set(group, { total: voters, choices: { ...found.get(group)?.choices, [choice]: votes } })
  return found
}
const close = (id: string) => db.transaction((tx) => closeQuestions(tx, [id], 'over'))
const differences = async (questionId: string, site: Published | null = null) => (await recount(sql, questionId, site)).differences
const oneMoreInTheLedger = expect.stringMatching(/^the ledger holds 1 more votes „(signed-in|verified) for” than there are ballots$/) as string
/** Somebody with all rights of the database, who knows of the triggers. */
const tamper = (change: (tx: postgres.TransactionSql) => Promise<unknown>) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await change(tx)
  })

test('an honest question agrees, while it is open and when it has closed', async () => {
  const questionId = await anHonestQuestion()
  expect(await recount(sql, questionId, await published(questionId))).toMatchObject({ counted: { total: 11, choices: { for: 7, against: 3, abstain: 1 } }, differences: [] })
  await close(questionId)
  const { differences, checked } = await recount(sql, questionId, await published(questionId))
  expect(differences).toEqual([])
  expect(checked).toHaveLength(7)
})

test('a changed ballot is found', async () => {
  const questionId = await anHonestQuestion()
  await sql`update ballots set choices = '{against}' where id = (select id from ballots where question_id = ${questionId} and choices = '{for}' limit 1)`
  expect(await differences(questionId)).toEqual([expect.stringMatching(/^ballot [0-9A-F]{12} says against, its history for$/), oneMoreInTheLedger])
})

test('an added ballot is found, without a history and with a made-up one', async () => {
  const [bare, dressed] = [await anHonestQuestion(), await anHonestQuestion()]
  await sql`insert into ballots (id, question_id, choices) values (gen_random_uuid(), ${bare}, '{for}')`
  expect(await differences(bare)).toEqual([expect.stringContaining('its history nothing'), '11 people have a vote by the recorded acts, but there are 12 ballots of people'])
  await sql`with added as (insert into ballots (id, question_id, choices) values (gen_random_uuid(), ${dressed}, '{for}') returning id) insert into ballot_history (ballot_id, choices, stratum) select id, '{for}', 'signed-in' from added`
  expect(await differences(dressed)).toEqual(['11 people have a vote by the recorded acts, but there are 12 ballots of people', '1 ballots are explained by no act in the ledger, but only 0 acts cannot be opened'])
})

test('a missing ballot is found', async () => {
  const questionId = await anHonestQuestion()
  await tamper(async (tx) => {
    const [ballot] = await tx`select id from ballots where question_id = ${questionId} and choices = '{for}' limit 1`
    await tx`delete from ballot_history where ballot_id = ${ballot!.id as string}`
    await tx`delete from ballots where id = ${ballot!.id as string}`
  })
  expect(await differences(questionId)).toEqual(['11 people have a vote by the recorded acts, but there are 10 ballots of people', oneMoreInTheLedger])
})

test('whatever is changed after closing differs from what was recorded', async () => {
  const questionId = await anHonestQuestion()
  await close(questionId)
  await tamper(async (tx) => {
    const [ballot] = await tx`select id from ballots where question_id = ${questionId} and choices = '{for}' limit 1`
    await tx`update ballots set choices = '{against}' where id = ${ballot!.id as string}`
    await tx`insert into ballot_history (ballot_id, choices, stratum) select id, choices, stratum from ballots where id = ${ballot!.id as string}`
  })
  expect(await differences(questionId)).toEqual(expect.arrayContaining(['recorded at closing, all: 7 for for, counted 6', 'recorded at closing, all: 3 for against, counted 4']))
})

test('a changed record, a swapped receipt and a number that the site makes up are found', async () => {
  const questionId = await anHonestQuestion()
  await close(questionId)
  const site = await published(questionId)
  site.get('all')!.choices.for!++
  expect(await differences(questionId, site)).toEqual(['published, all: 8 for for, counted 7'])
  await tamper((tx) => tx`update question_results set results = jsonb_set(results, '{choices,for}', '8') where question_id = ${questionId}`)
  expect(await differences(questionId)).toEqual(['recorded at closing, all: 8 for for, counted 7'])
  await tamper((tx) => tx`update question_results set results = jsonb_set(results, '{choices,for}', '7') where question_id = ${questionId}`)
  await tamper((tx) => tx`update ballots set receipt = 'AAAAAAAAAAA1' where id = (select id from ballots where question_id = ${questionId} and choices <> '{}' limit 1)`)
  expect(await differences(questionId)).toEqual([expect.stringContaining('the receipts recorded at closing')])
})
