import { and, eq, like, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { answerOfficially } from '../discussion/commands/official-answers'
import { postComment } from '../discussion/commands/comments'
import { threads } from '../discussion/tables'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { addDays } from '../working-days'
import { castBallot } from '../voting/commands'
import { publishProposal, rejectProposal, returnProposal, submitProposal } from './commands'
import { saveStep } from './commands/drafts'
import { appealRejection, decideAppeal } from './commands/appeals'
import { changePublished } from './commands/changes'
import { beginProposal, withdrawProposal } from './commands/course'
import { dropDecision, prepareDecision, publishDecisions } from './commands/decisions'
import { mergeProposal, unmergeProposal } from './commands/merging'
import { cityDate, endOf, lastDay } from './deadlines'
import { listPrepared, listWork, workAtOnce, type Work, type WorkKind } from './queries/work'
import { moveProposal } from './steps'
import { proposalAppeals, proposalDecisions, proposalMoves, proposals, proposalVersions } from './tables'
import { aMember, aPublished, aWholeDraft, decided } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
const reason = 'Koszty nie są opisane.'
const stateOf = async (id: string) => (await db.select().from(proposals).where(eq(proposals.id, id)))[0]!
const coordinator = (): Promise<Person> => aPerson({ roles: ['coordinator'] })
/** Every page of what waits, one after the other. */
async function allWork(viewer: Person, kind: WorkKind, from?: string): Promise<Work[]> {
  const found: Work[] = []
  for (let after = from, more = true; more; ) {
    const { items, next } = await listWork(viewer, kind, after)
    found.push(...items)
    more = !!(after = next ?? undefined)
  }
  return found
}
const madeOld = (id: string, days: number) => db.update(proposals).set({ completeBy: sql`current_date - ${days}::int` }).where(eq(proposals.id, id))

describe('decisions', () => {
  test('are prepared for the office alone, and published together at one instant, with mail', async () => {
    const some = [await aPublished({ title: `Ogród ${crypto.randomUUID()}` }), await aPublished()]
    const publisher = await coordinator()
    await prepareDecision(some[0]!.coordinator, { id: some[0]!.id, outcome: 'rejected', reason, version: '1' })
    await prepareDecision(some[1]!.coordinator, { id: some[1]!.id, outcome: 'accepted', reason: 'Dobry plan.', version: '1' })
    expect([(await stateOf(some[0]!.id)).state, (await stateOf(some[1]!.id)).state]).toEqual(['published', 'published'])
    await publishDecisions(publisher, { proposals: some.map(({ id }) => id) })
    const [first, second] = [await stateOf(some[0]!.id), await stateOf(some[1]!.id)]
    expect([first.state, second.state]).toEqual(['rejected', 'accepted'])
    expect(first.stateAt).toEqual(second.stateAt)
    const decisions = await db.select().from(proposalDecisions).where(eq(proposalDecisions.publishedById, publisher.id))
    expect(new Set(decisions.map(({ publishedAt }) => publishedAt!.getTime())).size).toBe(1)
    const mails = await db.select().from(outbox).where(like(outbox.subject, `%${first.content!.title}%odrzucona%`))
    expect(mails).toMatchObject([{ recipient: 'biuro@example.org' }])
    expect(mails[0]!.body).toContain(reason)
    await expect(db.update(proposalDecisions).set({ reason: 'x' }).where(eq(proposalDecisions.proposalId, first.id))).rejects.toThrow()
  })

  test('one at a time a proposal; a later preparation takes its place, and it can be dropped', async () => {
    const { coordinator, id } = await aPublished()
    const prepare = (outcome: string) => prepareDecision(coordinator, { id, outcome, reason, version: '1' })
    await prepare('rejected')
    await prepare('accepted')
    expect(await db.select().from(proposalDecisions).where(eq(proposalDecisions.proposalId, id))).toMatchObject([{ outcome: 'accepted' }])
    await dropDecision(coordinator, { id })
    expect(await refusal(publishDecisions(coordinator, { proposals: [id] }))).toEqual(['conflict', 'life.objection.decisionGone'])
    expect(await refusal(prepareDecision(coordinator, { id, outcome: 'accepted', reason: ' ', version: '1' }))).toEqual(['invalid', 'objection.checkTheForm'])
    expect(await refusal(prepareDecision(coordinator, { id, outcome: 'accepted', reason, version: '2' }))).toEqual(['conflict', 'proposal.objection.changed'])
  })

  test('all or none: what changed since is not decided', async () => {
    const [changed, other] = [await aPublished(), await aPublished()]
    for (const { coordinator, id } of [changed, other]) await prepareDecision(coordinator, { id, outcome: 'accepted', reason, version: '1' })
    await saveStep(changed.member, { id: changed.id, step: 'results', revision: 9, results: { r0: { name: 'Inny', target: '2', unit: 'grup', measuring: 'Lista' } } })
    await changePublished(changed.member, { id: changed.id, reason: 'Więcej grup.', version: '1' })
    expect(await refusal(publishDecisions(other.coordinator, { proposals: [other.id, changed.id] }))).toEqual(['conflict', 'life.objection.notTogether'])
    expect((await stateOf(other.id)).state).toBe('published')
  })

  test('by coordinators and admins alone, and nobody about their own', async () => {
    const { member, id } = await aPublished()
    for (const roles of [[], ['moderator'], ['official']] as const) expect(await refusal(publishDecisions(await aPerson({ roles: [...roles] }), { proposals: [id] }))).toEqual(['forbidden', 'objection.notYours'])
    expect(await refusal(prepareDecision({ ...member, roles: ['coordinator'] }, { id, outcome: 'accepted', reason, version: '1' }))).toEqual(['forbidden', 'proposal.objection.own'])
  })

  test('two batches at once decide each proposal once', async () => {
    const { coordinator: one, id } = await aPublished()
    await prepareDecision(one, { id, outcome: 'accepted', reason, version: '1' })
    const outcomes = await Promise.allSettled([publishDecisions(one, { proposals: [id] }), publishDecisions(await coordinator(), { proposals: [id] })])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.$count(proposalMoves, and(eq(proposalMoves.proposalId, id), eq(proposalMoves.move, 'accept')))).toBe(1)
  })
})

describe('what waits for the office', () => {
  test('is paged by kind: every one once, those that have waited longest first, also when one is done meanwhile', async () => {
    const [{ member, moderator, organisationId }, judge, { code }] = [await aMember(), await coordinator(), await aTask()]
    const first = await aWholeDraft(member, organisationId, code)
    await submitProposal(member, { id: first })
    const { id: _, ...whole } = await stateOf(first)
    const more = await db.insert(proposals).values(Array.from({ length: workAtOnce + 5 }, () => ({ ...whole, stateAt: new Date('2026-02-02T12:00:00Z') }))).returning({ id: proposals.id })
    const { items, next, total } = await listWork(judge, 'check')
    expect(items).toHaveLength(workAtOnce)
    expect(total).toBeGreaterThan(more.length)
    await publishProposal(moderator, { id: items.at(-1)!.id })
    const following = (await allWork(judge, 'check', next!)).map(({ id }) => id)
    const seen = [...items.map(({ id }) => id), ...following]
    expect(new Set(seen).size).toBe(seen.length)
    for (const { id } of more) expect(seen).toContain(id)
    for (const after of ['', 'x', '1.x', `99999999999999999999.${first}`, `${'9'.repeat(17)}.nie`]) expect((await listWork(judge, 'check', after)).items).toHaveLength(workAtOnce)
    expect(await listWork(member, 'check')).toEqual({ items: [], total: 0, next: null })
  })

  test('and the decisions that are prepared are all in one list', async () => {
    const { coordinator, moderator, id } = { ...(await aPublished()), moderator: await aPerson({ roles: ['moderator'] }) }
    await prepareDecision(coordinator, { id, outcome: 'accepted', reason, version: '1' })
    expect((await listPrepared(coordinator)).find((work) => work.id === id)).toMatchObject({ kind: 'decide', prepared: { outcome: 'accepted', outdated: false } })
    expect(await listPrepared(moderator)).toEqual([])
  })
})

describe('returning with a deadline', () => {
  test('past it the proposal may be rejected, and until then completed', async () => {
    const { member, coordinator: judge, id } = await aReturned()
    expect((await stateOf(id)).completeBy).toBe(lastDay('completion', cityDate(new Date())))
    expect(await refusal(rejectProposal(judge, { id, reason }))).toEqual(['forbidden', 'proposal.objection.stillTime'])
    await madeOld(id, 1)
    expect((await allWork(judge, 'returned')).find((work) => work.id === id)).toMatchObject({ kind: 'returned', objection: null, due: { what: 'completion', overdue: true } })
    await rejectProposal(judge, { id, reason })
    expect(await refusal(submitProposal(member, { id }))).toEqual(['forbidden', 'proposal.objection.is.rejected'])
  })

  test('late, it may still be completed while nobody has rejected it; the day is between tomorrow and sixty days', async () => {
    const { member, coordinator: judge, id } = await aReturned()
    await madeOld(id, 1)
    await submitProposal(member, { id })
    for (const completeBy of ['2020-01-01', 'kiedyś', cityDate(new Date()), addDays(cityDate(new Date()), 61)]) expect(await refusal(returnProposal(judge, { id, reason, completeBy }))).toEqual(['invalid', 'objection.checkTheForm'])
    await returnProposal(judge, { id, reason, completeBy: addDays(cityDate(new Date()), 60) })
  })
})

async function aReturned() {
  const people = await aPublished()
  const { member, organisationId } = await aMember()
  const id = await aWholeDraft(member, organisationId, people.task)
  await submitProposal(member, { id })
  await returnProposal(people.coordinator, { id, reason })
  return { member, coordinator: people.coordinator, id }
}

describe('appeals', () => {
  test('once, by the author, decided by somebody else', async () => {
    const { member, coordinator: judge, id } = await aPublished()
    expect(await refusal(appealRejection(member, { id, grounds: reason }))).toEqual(['forbidden', 'proposal.objection.is.published'])
    await decided(judge, id, 'rejected')
    expect(await refusal(appealRejection(judge, { id, grounds: reason }))).toEqual(['forbidden', 'proposal.objection.notMember'])
    expect(await refusal(decideAppeal(await coordinator(), { id, answer: 'overturn', reason }))).toEqual(['forbidden', 'life.objection.noAppeal'])
    await appealRejection(member, { id, grounds: 'Koszty są w kroku czwartym.' })
    expect(await refusal(appealRejection(member, { id, grounds: reason }))).toEqual(['forbidden', 'life.objection.appealedBefore'])
    expect(await refusal(decideAppeal(judge, { id, answer: 'dismiss', reason }))).toEqual(['forbidden', 'proposal.objection.rejectedByYou'])
    await expect(db.update(proposalAppeals).set({ outcome: 'upheld', reason, decidedById: judge.id, decidedAt: new Date() }).where(eq(proposalAppeals.proposalId, id))).rejects.toThrow()
    expect(await refusal(decideAppeal(await coordinator(), { id, answer: 'recheck', reason }))).toEqual(['forbidden', 'proposal.objection.alreadyPublic'])
    await decideAppeal(await coordinator(), { id, answer: 'overturn', reason: 'Organizacja ma rację.' })
    expect((await stateOf(id)).state).toBe('accepted')
    await beginProposal(member, { id })
    expect((await stateOf(id)).state).toBe('inProgress')
  })

  test('assessed anew and rejected again, there is no second one', async () => {
    const { member, coordinator: judge, id } = await aPublished()
    await decided(judge, id, 'rejected')
    await appealRejection(member, { id, grounds: reason })
    await decideAppeal(await coordinator(), { id, answer: 'reassess', reason })
    await decided(await coordinator(), id, 'rejected')
    expect(await refusal(appealRejection(member, { id, grounds: reason }))).toEqual(['forbidden', 'life.objection.appealedBefore'])
  })

  test('not upheld, it stays rejected; what was prepared by another counts as theirs', async () => {
    const { member, coordinator: preparer, id } = await aPublished()
    const publisher = await coordinator()
    await prepareDecision(preparer, { id, outcome: 'rejected', reason, version: '1' })
    await publishDecisions(publisher, { proposals: [id] })
    await appealRejection(member, { id, grounds: reason })
    for (const judge of [preparer, publisher]) expect(await refusal(decideAppeal(judge, { id, answer: 'dismiss', reason }))).toEqual(['forbidden', 'proposal.objection.rejectedByYou'])
    await decideAppeal(await coordinator(), { id, answer: 'dismiss', reason })
    expect((await stateOf(id)).state).toBe('rejected')
  })

  test('within its window; a rejection at the formal check goes back to it', async () => {
    const { member, coordinator: judge, id } = await aReturned()
    await madeOld(id, 1)
    await rejectProposal(judge, { id, reason })
    await appealRejection(member, { id, grounds: reason })
    const another = await coordinator()
    expect(await refusal(decideAppeal(another, { id, answer: 'overturn', reason }))).toEqual(['forbidden', 'proposal.objection.neverPublic'])
    await decideAppeal(another, { id, answer: 'recheck', reason })
    expect((await stateOf(id)).state).toBe('submitted')
    await publishProposal(another, { id })
  })

  test('the window is counted from the rejection', async () => {
    const { member, coordinator: judge, id } = await aReturned()
    const { id: moveId } = await db.transaction(async (tx) => {
      await tx.update(proposals).set({ completeBy: sql`current_date - 40` }).where(eq(proposals.id, id))
      return moveProposal(tx, { id, move: 'reject', person: judge, reason, at: sql`now() - interval '30 days'` })
    })
    expect(moveId).toBeTruthy()
    expect(await refusal(appealRejection(member, { id, grounds: reason }))).toEqual(['forbidden', 'life.objection.appealOver'])
  })
})

describe('withdrawing', () => {
  test('until a decision is published; the page stays, and takes no more votes and comments', async () => {
    const { member, coordinator: judge, id } = await aPublished()
    await prepareDecision(judge, { id, outcome: 'accepted', reason, version: '1' })
    await withdrawProposal(member, { id, reason: 'Zabrakło partnera.' })
    const { state, publishedAt, threadId, questionId } = await stateOf(id)
    expect([state, publishedAt !== null]).toEqual(['withdrawn', true])
    expect(await db.$count(proposalDecisions, eq(proposalDecisions.proposalId, id))).toBe(0)
    expect(await refusal(postComment(await aPerson(), { threadId: threadId!, body: 'Szkoda.' }))).toEqual(['forbidden', 'objection.threadClosed'])
    expect(await refusal(castBallot(await aPerson(), { questionId: questionId!, choice: 'for' }))).toEqual(['forbidden', 'objection.votingClosed'])
    const { member: late, coordinator: other, id: accepted } = await aPublished()
    await decided(other, accepted, 'accepted')
    expect(await refusal(withdrawProposal(late, { id: accepted }))).toEqual(['forbidden', 'proposal.objection.is.accepted'])
  })
})

describe('changes of what is public', () => {
  test('are wordings with reasons, and say how many had supported the one before', async () => {
    const { member, id, task } = await aPublished()
    const { questionId } = await stateOf(id)
    expect(await refusal(changePublished(member, { id, reason, version: '1' }))).toEqual(['invalid', 'life.objection.nothingChanged'])
    for (let votes = 0; votes < 2; votes++) await castBallot(await aPerson(), { questionId: questionId!, choice: 'for' })
    await saveStep(member, { id, step: 'idea', revision: 9, tasks: [task], title: 'Nowy tytuł', summary: 'S', need: 'N', targetGroup: 'D' })
    expect((await stateOf(id)).content!.title).not.toBe('Nowy tytuł')
    await changePublished(member, { id, reason: 'Prostszy tytuł.', version: '1' })
    expect((await stateOf(id)).content!.title).toBe('Nowy tytuł')
    const versions = await db.select().from(proposalVersions).where(eq(proposalVersions.proposalId, id)).orderBy(proposalVersions.number)
    expect(versions).toMatchObject([{ number: 1, reason: null }, { number: 2, reason: 'Prostszy tytuł.', supportsBefore: 2, content: { title: 'Nowy tytuł' } }])
    expect(await refusal(changePublished(member, { id, reason, version: '1' }))).toEqual(['conflict', 'proposal.objection.changed'])
    await expect(db.update(proposalVersions).set({ reason: 'x' }).where(eq(proposalVersions.proposalId, id))).rejects.toThrow()
  })

  test('leave its mode, by which it is decided, as it was', async () => {
    const { member, id, task } = await aPublished({ mode: 'localInitiative' })
    await saveStep(member, { id, step: 'idea', revision: 9, mode: 'idea', tasks: [task], title: 'Nowy tytuł', summary: 'S', need: 'N', targetGroup: 'D', places: 'P' })
    expect(await refusal(changePublished(member, { id, reason, version: '1' }))).toEqual(['conflict', 'life.objection.modeStays'])
    await expect(db.update(proposals).set({ content: sql`content || '{"mode":"idea"}'` }).where(eq(proposals.id, id))).rejects.toMatchObject({ cause: { constraint_name: 'proposals_mode_stays' } })
  })
})

describe('merging', () => {
  test('keeps both, leads both ways, and can be undone', async () => {
    const [one, other] = [await aPublished(), await aPublished()]
    const { questionId } = await stateOf(one.id)
    await mergeProposal(one.coordinator, { id: one.id, into: `https://glos.example/propozycje/${other.slug}?x#y`, reason: 'To samo.' })
    expect(await stateOf(one.id)).toMatchObject({ state: 'merged', mergedIntoId: other.id })
    expect(await refusal(castBallot(await aPerson(), { questionId: questionId!, choice: 'for' }))).toEqual(['forbidden', 'objection.votingClosed'])
    expect(await refusal(mergeProposal(one.coordinator, { id: other.id, into: one.slug, reason }))).toEqual(['invalid', 'objection.checkTheForm'])
    const third = await aPublished()
    expect(await refusal(mergeProposal(one.coordinator, { id: other.id, into: third.slug, reason }))).toEqual(['conflict', 'life.objection.othersMergedHere'])
    for (const into of [other.slug, 'nie-ma-takiej', 'https://']) expect(await refusal(mergeProposal(one.coordinator, { id: other.id, into, reason }))).toEqual(['invalid', 'objection.checkTheForm'])
    await unmergeProposal(one.coordinator, { id: one.id, reason: 'Jednak nie.' })
    expect(await stateOf(one.id)).toMatchObject({ state: 'published', mergedIntoId: null })
    await castBallot(await aPerson(), { questionId: questionId!, choice: 'for' })
  })
})

describe('an offer under art. 19a', () => {
  test('takes remarks for its days; then they are answered, and only then it is decided', async () => {
    const [{ member, moderator, organisationId }, judge, { code }] = [await aMember(), await coordinator(), await aTask()]
    const id = await aWholeDraft(member, organisationId, code)
    await submitProposal(member, { id })
    await db.update(proposals).set({ content: sql`${proposals.content} || '{"mode":"smallGrant"}'` }).where(eq(proposals.id, id))
    expect(await refusal(publishProposal(moderator, { id }))).toEqual(['forbidden', 'objection.notYours'])
    await publishProposal(judge, { id })
    const { threadId } = await stateOf(id)
    const [thread] = await db.select().from(threads).where(eq(threads.id, threadId!))
    expect(thread).toMatchObject({ closedReason: 'remarks', closesAt: endOf(lastDay('remarks', cityDate(new Date()))) })
    const remark = await postComment(await aPerson(), { threadId: threadId!, body: 'Koszt sali jest zawyżony.' })
    await prepareDecision(judge, { id, outcome: 'accepted', reason, version: '1' })
    expect(await refusal(changePublished(member, { id, reason, version: '1' }))).toEqual(['forbidden', 'life.objection.offerStands'])
    const publish = () => publishDecisions(judge, { proposals: [id] }).then(() => null, (error: Refusal) => error.fields.proposals?.[0]?.key)
    expect(await publish()).toBe('proposal.objection.remarksOpen')
    await db.update(threads).set({ closesAt: sql`now() - interval '1 second'` }).where(eq(threads.id, threadId!))
    expect(await publish()).toBe('proposal.objection.remarksUnanswered')
    expect(await refusal(postComment(await aPerson(), { threadId: threadId!, body: 'Spóźniona uwaga.' }))).toEqual(['forbidden', 'objection.remarksOver'])
    await answerOfficially(await aPerson({ roles: ['official'] }), { threadId: threadId!, answers: [remark.id], body: 'Stawka jest rynkowa.' })
    expect(await publish()).toBe(null)
  })
})
