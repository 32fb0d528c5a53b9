import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { castBallot, withdrawBallot } from './commands'
import { getOwnBallot, getResults, getTally, listReceipts } from './queries'
import { askQuestion, closeQuestions, disownBallots } from './steps'
import { ballotHistory, ballots } from './tables'

/** What a vote is, in as few lines as can be: mailboxes with at most one choice each, some of them without a person. */
type Model = { open: boolean; choices: Map<string, string>; leftWith: Map<string, boolean>; acts: number }
type Real = { questionId: string; people: Map<string, Person> }
type Act = fc.AsyncCommand<Model, Real>

const mailboxes = ['ala', 'jan', 'ola', 'ewa'] as const
const allowed = (act: Promise<unknown>) => act.then(() => null, (error: unknown) => (error instanceof Refusal ? error.objection.key : Promise.reject(error as Error)))

/** Everything that anybody can see says the same as the model. */
async function agree(model: Model, { questionId, people }: Real) {
  const votes = [...model.choices.values()]
  const expected = { total: votes.length, choices: Object.fromEntries(['for', 'against', 'abstain'].map((choice) => [choice, votes.filter((vote) => vote === choice).length])) }
  expect(await getTally(null, questionId)).toEqual(expected)
  expect(await getResults(null, questionId)).toMatchObject(expected)
  expect(await listReceipts(null, questionId)).toHaveLength(model.open ? 0 : votes.length)
  for (const mailbox of mailboxes) {
    const own = await getOwnBallot(people.get(mailbox)!, questionId)
    expect(own?.choices ?? null).toEqual(model.leftWith.get(mailbox) || !model.choices.has(mailbox) ? null : [model.choices.get(mailbox)])
  }
  const said = await db.select({ id: ballotHistory.id }).from(ballotHistory).innerJoin(ballots, eq(ballots.id, ballotHistory.ballotId)).where(eq(ballots.questionId, questionId))
  expect(said).toHaveLength(model.acts)
}

const vote = (mailbox: string, choice: string): Act => ({
  check: () => true,
  toString: () => `${mailbox} votes ${choice}`,
  async run(model, real) {
    const refusal = await allowed(castBallot(real.people.get(mailbox)!, { questionId: real.questionId, choice }))
    expect(refusal).toBe(!model.open ? 'objection.votingClosed' : model.leftWith.get(mailbox) ? 'objection.votedBefore' : null)
    if (!refusal) {
      model.choices.set(mailbox, choice)
      model.acts++
    }
    await agree(model, real)
  },
})

const takeBack = (mailbox: string): Act => ({
  check: () => true,
  toString: () => `${mailbox} takes it back`,
  async run(model, real) {
    const refusal = await allowed(withdrawBallot(real.people.get(mailbox)!, { questionId: real.questionId }))
    expect(refusal).toBe(model.open ? null : 'objection.votingClosed')
    if (!refusal && !model.leftWith.get(mailbox) && model.choices.delete(mailbox)) model.acts++
    await agree(model, real)
  },
})

/** Deletes the account and joins again by the same address. */
const leaveAndReturn = (mailbox: string): Act => ({
  check: () => true,
  toString: () => `${mailbox} leaves and comes back`,
  async run(model, real) {
    const person = real.people.get(mailbox)!
    const hadBallot = (await db.select({ id: ballots.id }).from(ballots).where(eq(ballots.personId, person.id))).length > 0
    await db.transaction((tx) => disownBallots(tx, person))
    real.people.set(mailbox, { ...(await aPerson()), addressKey: person.addressKey })
    if (hadBallot) model.leftWith.set(mailbox, true)
    await agree(model, real)
  },
})

const close: Act = {
  check: ({ open }) => open,
  toString: () => 'closing',
  async run(model, real) {
    await db.transaction((tx) => closeQuestions(tx, [real.questionId], 'over'))
    model.open = false
    await agree(model, real)
  },
}

test('whatever people do in whatever order, a mailbox has one vote and every number tells the same', async () => {
  const mailbox = fc.constantFrom(...mailboxes)
  const acts = [
    fc.tuple(mailbox, fc.constantFrom('for', 'against', 'abstain')).map(([who, choice]) => vote(who, choice)),
    fc.tuple(mailbox, fc.constantFrom('for', 'against', 'abstain')).map(([who, choice]) => vote(who, choice)),
    mailbox.map(takeBack),
    mailbox.map(leaveAndReturn),
    fc.constant(close),
  ]
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 25 }), async (commands) => {
      const people = new Map(await Promise.all(mailboxes.map(async (name) => [name, await aPerson()] as [string, Person])))
      const questionId = await db.transaction((tx) => askQuestion(tx, 'opinion'))
      await fc.asyncModelRun(() => ({ model: { open: true, choices: new Map(), leftWith: new Map(), acts: 0 }, real: { questionId, people } }), commands)
    }),
    { numRuns: 25 },
  )
}, 60_000)
