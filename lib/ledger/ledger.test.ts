import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { verifying, verifySuccession } from '../../scripts/verify-ledger'
import { readCheckpoint } from '../../scripts/verify-checkpoint'
import { db } from '../db'
import { recordEvent } from '../events/recording'
import { reference } from '../events/references'
import { checkpoints, events, eventSalts, ledgerLines, unsealed } from '../events/tables'
import { editComment, postComment } from '../discussion/commands/comments'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { deleteAccount } from '../privacy/commands'
import { castBallot, confirmPaperBatch, enterPaperBatch, withdrawBallot } from '../voting/commands'
import { askQuestion, closeQuestions } from '../voting/steps'
import { makeCheckpoint } from './checkpoint'
import { checkpointWithReceipts, countLines, findCheckpoint, listCheckpoints, readLines, secondsUnsealed } from './queries'
import { sealEvents } from './sealing'

// The whole ledger is looked at, so this file has a database of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('ledger'))

/** What is published, as it is published. */
const published = async () => (await readLines(null, { after: 0, upTo: 1e9 })).map(({ hash, line }) => `{"hash":"${hash}","line":${line}}`)
const allCheckpoints = async () => Promise.all((await listCheckpoints(null)).map(async ({ date }) => readCheckpoint((await findCheckpoint(null, date))!)))
/** What the independent verifier finds wrong in all that is published. */
async function findings() {
  const made = await allCheckpoints()
  const reading = verifying(made)
  for (const line of await published()) reading.take(line)
  return [...verifySuccession(made), ...reading.end().findings]
}
const lineOfEvent = async (name: string, nth = -1) => {
  const rows = await db.select({ line: ledgerLines.line, eventId: ledgerLines.eventId }).from(ledgerLines).innerJoin(events, eq(events.id, ledgerLines.eventId)).where(eq(events.name, name)).orderBy(ledgerLines.seq)
  const { line, eventId } = rows.at(nth)!
  return { ...(JSON.parse(line) as { seq: number; name: string }), eventId }
}
let days = 0
/** Checkpoints of days to come, one after the other. */
const nextDay = () => new Date(Date.UTC(2100, 0, ++days)).toISOString().slice(0, 10)
const sure = { sure: 'yes' }

test('every act gets one line, which tells no person, no text and no choice', async () => {
  const [person, { threadId, questionId }] = [await aPerson({ name: 'Zofia Ledgerowa' }), await aTask()]
  const { id } = await postComment(person, { threadId, body: 'Lipy przy Szosie Chełmińskiej.' })
  await castBallot(person, { questionId, choice: 'against' })
  await sealEvents()
  const all = (await published()).join('\n')
  for (const secret of [person.ledgerKey, person.id, person.name!, person.email, id, 'Lipy', 'against']) expect(all).not.toContain(secret)
  const posted = await lineOfEvent('comment.posted')
  const [{ salt } = { salt: Buffer.alloc(0) }] = await db.select().from(eventSalts).where(eq(eventSalts.eventId, posted.eventId))
  expect(posted).toMatchObject({ actor: reference(salt, 'actor', person.ledgerKey), subject: reference(salt, 'subject', id), attested: { text: reference(salt, 'text', 'Lipy przy Szosie Chełmińskiej.') } })
  const cast = await lineOfEvent('ballot.cast')
  expect(Object.keys(cast).sort()).toEqual(['at', 'attested', 'counted', 'eventId', 'name', 'question', 'seq'])
  expect(cast).toMatchObject({ question: questionId, counted: 1 })
  expect(await db.$count(unsealed)).toBe(0)
  expect(await secondsUnsealed(null)).toBe(0)
  expect(await findings()).toEqual([])
})

test('an event that commits late comes later, and several sealers take turns', async () => {
  const { threadId } = await aTask()
  const person = await aPerson()
  let commit!: () => void
  const may = new Promise<void>((resolve) => (commit = resolve))
  const late = db.transaction(async (tx) => {
    await recordEvent(tx, { name: 'test.late', actor: null, subject: 'x' })
    await may
  })
  await vi.waitFor(async () => expect((await db.execute(sql`select 1 from pg_stat_activity where state = 'idle in transaction' and query like '%into events%'`)).length).toBe(1))
  await Promise.all(Array.from({ length: 8 }, (_, n) => postComment(person, { threadId, body: `Głos numer ${n}.` })))
  await Promise.all([sealEvents(), sealEvents(), sealEvents()])
  const before = await countLines(null)
  commit()
  await late
  await Promise.all([sealEvents(), sealEvents()])
  expect(await countLines(null)).toBe(before + 1)
  expect((await lineOfEvent('test.late')).seq).toBe(before + 1)
  expect(await findings()).toEqual([])
})

test('however an event is written, it comes into the ledger', async () => {
  await db.execute(sql`insert into events (name, subject) values ('test.by-hand', 'x')`)
  await sealEvents()
  expect((await lineOfEvent('test.by-hand')).name).toBe('test.by-hand')
})

test('a vote whose results are secret waits until it has closed', async () => {
  const questionId = await db.transaction((tx) => askQuestion(tx, 'opinion', { shown: 'after-closing' }))
  for (let n = 0; n < 3; n++) await castBallot(await aPerson(), { questionId, choice: 'for' })
  await sealEvents()
  expect(await makeCheckpoint(nextDay())).toBe(true)
  expect((await published()).join()).not.toContain(questionId)
  const [waiting] = await allCheckpoints()
  expect(waiting!.questions.map(({ question }) => question)).not.toContain(questionId)
  expect(waiting!.waiting!.filter(({ question }) => question === questionId)).toEqual([{ question: questionId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  await db.transaction((tx) => closeQuestions(tx, [questionId], 'over'))
  expect(await makeCheckpoint(nextDay())).toBe(true)
  expect((await allCheckpoints())[0]!.questions.find(({ question }) => question === questionId)).toMatchObject({ total: 3, choices: { for: 3 }, receipts: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await checkpointWithReceipts(null, questionId)).toBe((await listCheckpoints(null, 1))[0]!.date)
  expect(await findings()).toEqual([])
})

test('after an account is deleted the chain is valid, and its references can be opened by nobody', async () => {
  const [person, { threadId, questionId }] = [await aPerson(), await aTask()]
  await postComment(person, { threadId, body: 'Zanim odejdę.' })
  await castBallot(person, { questionId, choice: 'for' })
  await sealEvents()
  await postComment(person, { threadId, body: 'I jeszcze jedno.' }) // Not sealed yet when they leave.
  await deleteAccount(person, sure)
  await sealEvents()
  const theirs = await db.select({ id: events.id }).from(events).where(eq(events.actor, person.ledgerKey))
  expect(theirs.length).toBe(4)
  for (const { id } of theirs) expect(await db.$count(eventSalts, eq(eventSalts.eventId, id))).toBe(0)
  expect(await makeCheckpoint(nextDay())).toBe(true)
  expect(await findings()).toEqual([])
})

test('whoever has left meanwhile takes no vote back and casts none, so that the ledger counts what there is', async () => {
  const [person, { questionId }] = [await aPerson(), await aTask()]
  await castBallot(person, { questionId, choice: 'for' })
  const outcomes = await Promise.allSettled([deleteAccount(person, sure), withdrawBallot(person, { questionId }), castBallot(person, { questionId, choice: 'against' })])
  expect(outcomes[0]!.status).toBe('fulfilled')
  await expect(withdrawBallot(person, { questionId })).rejects.toMatchObject({ kind: 'missing' })
  expect(await makeCheckpoint(nextDay())).toBe(true)
  expect(await findings()).toEqual([])
})

test('a checkpoint is made once a day, whoever tries, and mailed', async () => {
  process.env.CHECKPOINT_ADDRESSES = 'kontrola@example.org, ngo@example.org'
  const day = nextDay()
  const made = await Promise.all([1, 2, 3].map(() => makeCheckpoint(day)))
  expect(made).toContain(true)
  expect(await makeCheckpoint(day)).toBe(true)
  delete process.env.CHECKPOINT_ADDRESSES
  expect(await db.$count(checkpoints, eq(checkpoints.date, day))).toBe(1)
  const mails = await db.select().from(outbox)
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(['kontrola@example.org', 'ngo@example.org'])
  expect(readCheckpoint(mails[0]!.body)).toEqual(readCheckpoint((await findCheckpoint(null, day))!))
})

test.each([
  ['events', sql`update events set subject = 'y'`],
  ['events', sql`delete from events`],
  ['events', sql`truncate events cascade`],
  ['ledger_lines', sql`update ledger_lines set line = line`],
  ['ledger_lines', sql`delete from ledger_lines`],
  ['ledger_lines', sql`truncate ledger_lines`],
  ['checkpoints', sql`update checkpoints set body = body`],
  ['checkpoints', sql`delete from checkpoints`],
])('the database refuses to change %s', async (table, change) => {
  await expect(db.execute(change)).rejects.toMatchObject({ cause: { message: `${table} are never edited or deleted` } })
})

test('the database refuses a line with a wrong hash, a second beginning and a fork', async () => {
  await db.execute(sql`insert into events (name, subject) values ('test.one-more', 'x')`)
  const seq = (await countLines(null)) + 1
  const add = (previous: unknown, hash: unknown, number = seq) =>
    db.execute(sql`insert into ledger_lines (seq, event_id, line, previous, hash) select ${number}, max(id), ${`{"seq":${number}}`}, ${previous}, ${hash} from events`)
  const hashAfter = (previous: unknown, number = seq) => sql`encode(sha256(convert_to(coalesce(${previous}, repeat('0', 64)) || ${`{"seq":${number}}`}, 'UTF8')), 'hex')`
  const last = sql`(select hash from ledger_lines order by seq desc limit 1)`
  const second = sql`(select hash from ledger_lines where seq = 2)`
  await expect(add(last, '0'.repeat(64))).rejects.toMatchObject({ cause: { constraint_name: 'ledger_lines_hash' } })
  await expect(add(second, hashAfter(second))).rejects.toMatchObject({ cause: { constraint_name: 'ledger_lines_one_chain' } })
  await expect(add(sql`null::text`, hashAfter(sql`null::text`))).rejects.toMatchObject({ cause: { constraint_name: 'ledger_lines_numbered' } })
  await expect(add(sql`repeat('1', 64)`, hashAfter(sql`repeat('1', 64)`))).rejects.toMatchObject({ cause: { constraint_name: 'ledger_lines_previous_ledger_lines_hash_fk' } })
  await sealEvents()
})

test('every honest history is accepted', { timeout: 120_000 }, async () => {
  const clerks = [await aPerson({ roles: ['official'] }), await aPerson({ roles: ['official'] })]
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('votes' as const), who: fc.nat(4), on: fc.nat(2), choice: fc.constantFrom('for', 'against', 'abstain') }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('takes back' as const), who: fc.nat(4), on: fc.nat(2) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('says' as const), who: fc.nat(4), text: fc.string({ unit: 'grapheme', minLength: 3, maxLength: 30 }).map((text) => `Głos ${text}`) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('brings cards' as const), on: fc.nat(2), cards: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('leaves' as const), who: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('closes' as const), on: fc.nat(2) }) },
    { weight: 3, arbitrary: fc.constantFrom({ does: 'seal' as const }, { does: 'checkpoint' as const }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 10 }), async (rounds) => {
      const { threadId } = await aTask()
      const people = await Promise.all([1, 2, 3, 4, 5].map((n) => aPerson({ level: n % 2 ? 'verified' : 'email' })))
      const questions = await Promise.all((['always', 'after-closing', 'always'] as const).map((shown) => db.transaction((tx) => askQuestion(tx, 'opinion', { shown }))))
      // What is refused (a closed question, an erased account, words on the list) is history too: nothing happened.
      const perform = async (what: (typeof rounds)[number][number]): Promise<unknown> => {
        if (what.does === 'seal') return sealEvents()
        if (what.does === 'checkpoint') return makeCheckpoint(nextDay())
        if (what.does === 'votes') return castBallot(people[what.who]!, { questionId: questions[what.on]!, choice: what.choice })
        if (what.does === 'takes back') return withdrawBallot(people[what.who]!, { questionId: questions[what.on]! })
        if (what.does === 'says') {
          const { id } = await postComment(people[what.who]!, { threadId, body: what.text })
          return editComment(people[what.who]!, { commentId: id, revision: 1, body: `${what.text} (poprawione)` })
        }
        if (what.does === 'leaves') return deleteAccount(people[what.who]!, sure)
        if (what.does === 'closes') return db.transaction((tx) => closeQuestions(tx, [questions[what.on]!], 'over'))
        const { id } = await enterPaperBatch(clerks[0]!, { questionId: questions[what.on]!, receivedOn: '2026-11-01', scan: 'szafa 1', receiptNumber: `P-${days++}-${Math.random()}`.slice(0, 20), cards: { 'k-for': String(what.cards) }, lines: '' })
        return confirmPaperBatch(clerks[1]!, { batchId: id, cards: { 'k-for': String(what.cards) }, lines: '' })
      }
      for (const round of rounds) await Promise.allSettled(round.map(perform)) // At once.
      while (!(await makeCheckpoint(nextDay())));
      expect(await findings()).toEqual([])
    }),
    { numRuns: 30 },
  )
  const names = new Set((await db.selectDistinct({ name: events.name }).from(events)).map(({ name }) => name))
  for (const name of ['ballot.cast', 'ballot.withdrawn', 'comment.posted', 'comment.edited', 'paper-batch.confirmed', 'account.deleted']) expect(names).toContain(name)
})
