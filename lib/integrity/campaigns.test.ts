import { randomInt, randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { people } from '../accounts/tables'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { comments } from '../discussion/tables'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { getResults } from '../voting/queries'
import { ballots, voteTraces } from '../voting/tables'
import { forgetTraces, lookForCampaigns } from './campaigns'
import { dismissFlag } from './commands/flags'
import { proposeInvalidation } from './commands/invalidation'
import { shareNetwork, unshareNetwork } from './commands/networks'
import { getFlag, listFlags } from './queries/flags'
import { flagBallots, flagComments, flags } from './tables'
import { reason, theyVote } from './testing'

// Campaigns in small: who votes, from where, with which mailbox, and what is laid before people. What others in this
// database do at the same time stands in flags of their own.

await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('campaigns'))

const aNetwork = () => [10, randomInt(256), randomInt(256), randomInt(256)].join('.')
const many = (count: number) => Promise.all(Array.from({ length: count }, () => aPerson()))
/** As people who joined long ago. */
const settledHere = (persons: readonly Person[]) => db.update(people).set({ joinedAt: sql`now() - interval '1 year'` }).where(inArray(people.id, persons.map(({ id }) => id)))
const raisedAbout = (questionId: string) => db.select().from(flags).where(eq(flags.questionId, questionId))
const itemsOf = async (flagId: string) => (await db.select({ personId: ballots.personId }).from(flagBallots).innerJoin(ballots, eq(ballots.id, flagBallots.ballotId)).where(eq(flagBallots.flagId, flagId))).map(({ personId }) => personId)
/** Moves what came before into an earlier time, as if it had not been a burst. */
const spread = (questionId: string, minutesApart: number) =>
  db.execute(sql`update vote_traces set at = at - nth * ${minutesApart} * interval '1 minute' from (select person_id, row_number() over (order by at desc) as nth from vote_traces where question_id = ${questionId}) ordered where vote_traces.person_id = ordered.person_id and question_id = ${questionId}`)

test('A48: forty votes alike from one network in minutes are one flag, with numbers and without a verdict, however often is looked', async () => {
  const [{ questionId }, robots, from] = [await aTask(), await many(40), aNetwork()]
  await theyVote(questionId, robots, { from: () => from, choice: (n) => (n === 7 ? 'against' : 'for') })
  await settledHere(robots)
  await Promise.all([lookForCampaigns(), lookForCampaigns()])
  await lookForCampaigns()
  const raised = await raisedAbout(questionId)
  expect(raised).toMatchObject([{ kind: 'network-burst', evidence: { items: 40, people: 40, newAccounts: 0 }, settledAt: null, outcome: null }])
  expect((await itemsOf(raised[0]!.id)).sort()).toEqual(robots.map(({ id }) => id).sort()) // Whoever voted otherwise too: nobody is chosen by what they say.
  expect((await getResults(null, questionId))!).toMatchObject({ total: 40 }) // All of them count: nothing is done in silence.
  await theyVote(questionId, [...robots, ...(await many(5))], { from: () => from })
  await lookForCampaigns()
  expect(await raisedAbout(questionId)).toMatchObject([{ evidence: { items: 45 } }])
})

test('A48: a school class is no campaign: it thinks differently, or its network is known, or it votes as slowly as people do', async () => {
  const [school, moderator, admin] = [aNetwork(), await aPerson({ roles: ['moderator'] }), await aPerson({ roles: ['admin'] })]
  const [differing, agreeing, slow] = [await aTask(), await aTask(), await aTask()]
  const pupils = await many(30)
  await theyVote(differing.questionId, pupils, { from: () => school, choice: (n) => (n % 3 ? 'for' : 'against') })
  await settledHere(pupils)
  await theyVote(slow.questionId, pupils, { from: () => school })
  await spread(slow.questionId, 3)
  const { id } = await shareNetwork(admin, { name: 'Szkoła Podstawowa nr 4', address: school })
  await db.update(people).set({ joinedAt: sql`now()` }).where(inArray(people.id, pupils.map((pupil) => pupil.id)))
  await theyVote(agreeing.questionId, pupils, { from: () => school })
  await lookForCampaigns()
  for (const { questionId } of [differing, slow, agreeing]) {
    expect(await raisedAbout(questionId)).toEqual([])
    expect((await getResults(null, questionId))!.total).toBe(30)
  }
  await expect(shareNetwork(moderator, { name: 'Moja sieć', address: aNetwork() })).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(shareNetwork(admin, { name: 'Szkoła', address: `::ffff:${school}` })).rejects.toMatchObject({ objection: { key: 'integrity.objection.sharedBefore' } })
  await unshareNetwork(admin, { networkId: id })
  await lookForCampaigns()
  expect((await raisedAbout(agreeing.questionId)).map(({ kind }) => kind).sort()).toEqual(['network-burst', 'new-accounts'])
})

test('A48: many new accounts that vote the same within minutes are seen from wherever they come; old ones are not', async () => {
  const [{ questionId }, fresh, old] = [await aTask(), await many(20), await many(20)]
  await settledHere(old)
  await theyVote(questionId, [...fresh, ...old], { from: aNetwork })
  await lookForCampaigns()
  const raised = await raisedAbout(questionId)
  expect(raised).toMatchObject([{ kind: 'new-accounts', evidence: { items: 20, people: 20, newAccounts: 20 } }])
  expect((await itemsOf(raised[0]!.id)).sort()).toEqual(fresh.map(({ id }) => id).sort())
})

test('A29, A48: many accounts of one mailbox on one question are seen, all but the first; they stay accounts', async () => {
  const [{ questionId }, aliases, family] = [await aTask(), await many(7), await many(4)]
  const box = randomUUID().replaceAll('-', '').slice(0, 12)
  const spellings = [`${box}@gmail.com`, ...[1, 2, 3, 4].map((n) => `${box.slice(0, 4)}.${box.slice(4)}+${n}@gmail.com`), `${box}+5@googlemail.com`, `${box.slice(0, 2)}.${box.slice(2)}@gmail.com`]
  for (const [n, { id }] of aliases.entries()) await db.update(people).set({ emailCanonical: spellings[n] }).where(eq(people.id, id))
  for (const [n, { id }] of family.entries()) await db.update(people).set({ emailCanonical: `${box}+${n}@example.org` }).where(eq(people.id, id))
  await settledHere([...aliases, ...family])
  await theyVote(questionId, [...aliases.slice(1), ...family], { from: aNetwork })
  await lookForCampaigns()
  const raised = await raisedAbout(questionId)
  expect(raised).toMatchObject([{ kind: 'aliases', evidence: { items: 5, people: 6 } }])
  expect((await itemsOf(raised[0]!.id)).sort()).toEqual(aliases.slice(2).map(({ id }) => id).sort())
})

test('A48: one text of five people in one conversation is seen; short agreement, and one person who repeats themselves, are not', async () => {
  const [{ threadId }, authors] = [await aTask(), await many(9)]
  const say = (person: Person, body: string) => postComment(person, { threadId, body })
  const text = 'Popieram budowę ścieżki rowerowej wzdłuż Wisły, bo dzieci jeżdżą tamtędy do szkoły.'
  for (const [n, author] of authors.slice(0, 4).entries()) await say(author, n % 2 ? text : text.toUpperCase())
  for (const author of authors.slice(5)) await say(author, 'Popieram to zadanie.')
  await lookForCampaigns()
  const about = () => db.select().from(flags).where(eq(flags.threadId, threadId))
  expect(await about()).toEqual([])
  await say(authors[4]!, text.replace('dzieci', 'uczniowie'))
  await lookForCampaigns()
  const [flag, ...more] = await about()
  expect(more).toEqual([])
  expect(flag).toMatchObject({ kind: 'same-text', evidence: { items: 5, people: 5 } })
  expect(await db.$count(comments, and(eq(comments.threadId, threadId), eq(comments.state, 'shown')))).toBe(9) // Everybody still reads all of them.
  expect(await db.$count(flagComments, eq(flagComments.flagId, flag!.id))).toBe(5)
})

test('doing nothing about a flag is for these votes alone: what comes later is looked at anew', async () => {
  const [{ questionId }, moderator, from] = [await aTask(), await aPerson({ roles: ['moderator'] }), aNetwork()]
  const voters = await many(32)
  await settledHere(voters)
  await theyVote(questionId, voters.slice(0, 16), { from: () => from })
  await lookForCampaigns()
  const [first] = await raisedAbout(questionId)
  await dismissFlag(moderator, { flagId: first!.id, reason: 'To łącze hotelu, w którym był zjazd seniorów.' })
  await lookForCampaigns()
  expect(await raisedAbout(questionId)).toHaveLength(1)
  await theyVote(questionId, voters.slice(16), { from: () => from })
  await lookForCampaigns()
  const open = (await raisedAbout(questionId)).filter(({ settledAt }) => !settledAt)
  expect(open).toMatchObject([{ evidence: { items: 16 } }])
  await expect(db.update(flags).set({ reason: 'Inny powód' }).where(eq(flags.id, first!.id))).rejects.toThrow()
})

test('votes that come while somebody decides are not added to what they decide about', async () => {
  const [{ questionId }, moderator, from] = [await aTask(), await aPerson({ roles: ['moderator'] }), aNetwork()]
  const voters = await many(20)
  await theyVote(questionId, voters.slice(0, 16), { from: () => from })
  await lookForCampaigns()
  const flag = (await raisedAbout(questionId)).find(({ kind }) => kind === 'network-burst')!
  await proposeInvalidation(moderator, { flagId: flag.id, reason })
  await theyVote(questionId, voters.slice(16), { from: () => from })
  await lookForCampaigns()
  expect(await itemsOf(flag.id)).toHaveLength(16)
  const [late] = await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), eq(ballots.personId, voters[19]!.id)))
  await expect(db.insert(flagBallots).values({ flagId: flag.id, ballotId: late!.id })).rejects.toThrow()
})

test('the desk sees numbers, never who voted or what; whoever is not of the desk sees nothing', async () => {
  const [{ questionId }, moderator, from] = [await aTask(), await aPerson({ roles: ['moderator'] }), aNetwork()]
  const voters = await many(16)
  await theyVote(questionId, voters, { from: () => from })
  await lookForCampaigns()
  const flag = (await raisedAbout(questionId))[0]!
  const seen = await getFlag(moderator, flag.id)
  expect(seen).toMatchObject({ votes: 16, ofVotes: 16, own: false })
  expect(seen!.minutes.reduce((sum, { votes }) => sum + votes, 0)).toBe(16)
  const said = JSON.stringify([seen, await listFlags(moderator, { settled: false })])
  for (const secret of [...voters.flatMap(({ id, email }) => [id, email]), flag.cluster, from, '"for"']) expect(said).not.toContain(secret)
  expect(await getFlag(await aPerson(), flag.id)).toBeNull()
  expect(await getFlag(null, flag.id)).toBeNull()
  expect(await listFlags(await aPerson({ roles: ['official'] }), { settled: false })).toMatchObject({ flags: [], total: 0 })
})

test('where votes came from is forgotten after thirty days, in traces and in flags', async () => {
  const [{ questionId }, from] = [await aTask(), aNetwork()]
  await theyVote(questionId, await many(16), { from: () => from })
  await lookForCampaigns()
  expect(await db.$count(voteTraces, eq(voteTraces.questionId, questionId))).toBe(16)
  await db.update(voteTraces).set({ at: sql`now() - interval '31 days'` }).where(eq(voteTraces.questionId, questionId))
  await db.update(flags).set({ lastAt: sql`now() - interval '31 days'` }).where(eq(flags.questionId, questionId))
  await forgetTraces()
  expect(await db.$count(voteTraces, eq(voteTraces.questionId, questionId))).toBe(0)
  const [flag] = await raisedAbout(questionId)
  expect(flag!.cluster).toBe(`forgotten-${flag!.id}`)
  await expect(shareNetwork(await aPerson({ roles: ['admin'] }), { name: 'Biblioteka', flagId: flag!.id })).rejects.toMatchObject({ objection: { key: 'integrity.objection.networkForgotten' } })
})
