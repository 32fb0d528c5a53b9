import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { organisationMembers } from '../organisations/tables'
import { Refusal } from '../refusal'
import { tasks } from '../strategy/tables'
import { aPerson, aTask } from '../testing'
import { publishProposal, rejectProposal, returnProposal, startProposal, submitProposal } from './commands'
import { saveStep } from './commands/drafts'
import { moveNames, moves, needsReason } from './life-cycle'
import { getForDesk, listWaiting } from './queries/desk'
import { getDraft, listOwn } from './queries/own'
import { getPublished, listForTask, listPublished, proposalExists } from './queries/published'
import { proposalMoves, proposals } from './tables'
import { aMember, aWholeDraft } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
const reason = 'Proszę opisać rezultaty.'
async function aSubmitted() {
  const [people, task] = [await aMember(), await aTask()]
  const id = await aWholeDraft(people.member, people.organisationId, task.code)
  await submitProposal(people.member, { id })
  return { ...people, task, id }
}

describe('writing', () => {
  test('a draft begins with its task and is seen by its members alone', async () => {
    const [{ member, moderator, organisationId }, task] = [await aMember(), await aTask()]
    const { id } = await startProposal(member, { organisationId, task: task.code })
    expect((await getDraft(member, id))!.draft.tasks).toEqual([task.code])
    expect(await getDraft(moderator, id)).toBeNull()
    expect(await getForDesk(moderator, id)).toBeNull()
    expect(await listOwn(member)).toMatchObject([{ id, state: 'draft' }])
  })

  test('starting is for members', async () => {
    const { organisationId } = await aMember()
    expect(await refusal(startProposal(await aPerson(), { organisationId }))).toEqual(['forbidden', 'proposal.objection.notMember'])
    expect(await refusal(startProposal(await aPerson(), { organisationId: crypto.randomUUID() }))).toEqual(['missing', 'objection.missing'])
    expect(await refusal(startProposal(await aPerson(), { organisationId: '' }))).toEqual(['invalid', 'objection.checkTheForm'])
  })

  test('is for its members, while it is with them', async () => {
    const { member, moderator, id } = await aSubmitted()
    expect(await refusal(saveStep(member, { id, step: 'results', revision: 1 }))).toEqual(['forbidden', 'proposal.objection.is.submitted'])
    expect(await refusal(saveStep(moderator, { id, step: 'results', revision: 1 }))).toEqual(['forbidden', 'proposal.objection.notMember'])
    expect(await refusal(saveStep(await aPerson(), { id, step: 'results', revision: 1 }))).toEqual(['missing', 'objection.missing'])
  })
})

describe('sending', () => {
  test('keeps what was read, with sums that add up', async () => {
    const { moderator, member, task, id } = await aSubmitted()
    const [row] = await db.select().from(proposals).where(eq(proposals.id, id))
    expect(row).toMatchObject({ state: 'submitted', totalGrosze: 650_000, sourcesGrosze: 650_000, slug: null, threadId: null })
    expect(await listWaiting(moderator)).toContainEqual(expect.objectContaining({ id, own: false }))
    expect(await listWaiting(member)).toEqual([])
    expect(await listForTask(null, task.id)).toEqual([])
    expect(await getForDesk(member, id)).toBeNull()
    expect(await refusal(submitProposal(member, { id }))).toEqual(['forbidden', 'proposal.objection.is.submitted'])
  })

  test('refuses what is not whole, by field, and changes nothing', async () => {
    const [{ member, organisationId }, task] = [await aMember(), await aTask()]
    const id = await aWholeDraft(member, organisationId, task.code, { title: '', sources: { grant: '1', ownMoney: '', ownNonMoney: '', fees: '' } })
    const error = (await submitProposal(member, { id }).catch((error: unknown) => error)) as Refusal
    expect([error.kind, error.objection.key, Object.keys(error.fields)]).toEqual(['invalid', 'proposal.objection.notWhole', ['title']])
    expect((await getDraft(member, id))!.state).toBe('draft')
  })

  test('only for tasks that are in the strategy', async () => {
    const [{ member, organisationId }, task] = [await aMember(), await aTask()]
    const id = await aWholeDraft(member, organisationId, task.code)
    await db.update(tasks).set({ withdrawnAt: new Date() }).where(eq(tasks.id, task.id))
    expect(((await submitProposal(member, { id }).catch((error: unknown) => error)) as Refusal).fields.tasks).toEqual([{ key: 'proposal.problem.taskGone' }])
  })

  test('the database keeps sums that differ out', async () => {
    const { id } = await aSubmitted()
    await expect(db.update(proposals).set({ sourcesGrosze: 1 }).where(eq(proposals.id, id))).rejects.toThrow()
  })
})

describe('deciding', () => {
  test('published, it has a page, a thread, a question and stands with its task', async () => {
    const { moderator, task, id } = await aSubmitted()
    const { slug } = await publishProposal(moderator, { id })
    const shown = (await getPublished(null, slug))!
    expect(shown).toMatchObject({ id, content: { title: 'Szkoła sąsiedzkich koordynatorów' }, tasks: [{ code: task.code }] })
    expect(await proposalExists(null, slug)).toBe(true)
    expect(await listForTask(null, task.id)).toMatchObject([{ slug }])
    expect((await listPublished(null)).items).toContainEqual(expect.objectContaining({ id, supports: 0, comments: 0, totalGrosze: 650_000 }))
  })

  test('returned, it is mended and sent again; a moderator decides about what they have read', async () => {
    const { member, moderator, id } = await aSubmitted()
    const seen = (await getForDesk(moderator, id))!.moves.at(-1)!.id
    await returnProposal(moderator, { id, seen, reason })
    expect((await getDraft(member, id))!).toMatchObject({ state: 'returned', lastMove: { reason } })
    await saveStep(member, { id, step: 'results', revision: 9, results: { r0: { name: 'Inny', target: '2', unit: 'grup', measuring: 'Lista' } } })
    await submitProposal(member, { id })
    expect(await refusal(publishProposal(moderator, { id, seen }))).toEqual(['forbidden', 'proposal.objection.changed'])
    await rejectProposal(moderator, { id, reason })
    expect((await getForDesk(moderator, id))!.moves.map(({ move }) => move)).toEqual(['submit', 'return', 'submit', 'reject'])
    expect(await refusal(submitProposal(member, { id }))).toEqual(['forbidden', 'proposal.objection.is.rejected'])
  })

  test('returning and rejecting need a reason', async () => {
    const { moderator, id } = await aSubmitted()
    for (const decide of [returnProposal, rejectProposal]) expect(await refusal(decide(moderator, { id, reason: ' \n ' }))).toEqual(['invalid', 'objection.checkTheForm'])
    await expect(db.insert(proposalMoves).values({ proposalId: id, move: 'reject', from: 'submitted', to: 'rejected', byId: moderator.id })).rejects.toThrow()
  })

  test('nobody decides about their own, and residents not at all', async () => {
    const { member, moderator, organisationId, id } = await aSubmitted()
    expect(await refusal(publishProposal({ ...member, roles: ['admin'] }, { id }))).toEqual(['forbidden', 'proposal.objection.own'])
    expect(await refusal(publishProposal(await aPerson(), { id }))).toEqual(['missing', 'objection.missing'])
    await db.insert(organisationMembers).values({ organisationId, personId: moderator.id })
    expect(await refusal(rejectProposal(moderator, { id, reason }))).toEqual(['forbidden', 'proposal.objection.own'])
  })

  test('two moderators at once make one decision, and the other hears of it', async () => {
    const { moderator, id } = await aSubmitted()
    const other = await aPerson({ roles: ['moderator'] })
    const outcomes = await Promise.allSettled([publishProposal(moderator, { id }), rejectProposal(other, { id, reason }), returnProposal(other, { id, reason })])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toMatch(/^proposal\.objection\.(is\.|stillTime)/)
    expect(await db.$count(proposalMoves, eq(proposalMoves.proposalId, id))).toBe(2)
  })

  test('proposals of one title published at once get addresses of their own; lists are paged by key', async () => {
    const [{ member, moderator, organisationId }, task] = [await aMember(), await aTask()]
    const ids = await Promise.all([1, 2, 3].map(() => aWholeDraft(member, organisationId, task.code, { title: `Łąka ${organisationId}` })))
    await Promise.all(ids.map((id) => submitProposal(member, { id })))
    const published = await Promise.all(ids.map((id) => publishProposal(moderator, { id })))
    expect(new Set(published.map(({ slug }) => slug)).size).toBe(3)
    const first = await listPublished(null, { organisationId, limit: 2 })
    const second = await listPublished(null, { organisationId, limit: 2, before: first.next! })
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(ids.toSorted())
    expect(second.next).toBeNull()
    expect(await listPublished(null, { before: 'x' })).toEqual({ items: [], next: null })
  })
})

test('the database knows the table of moves', async () => {
  const [constraint] = await db.execute<{ definition: string }>(sql`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'proposal_moves_of_the_table'`)
  const rows = [...constraint!.definition.matchAll(/move = '(\w+)'::text\) AND \("from" = '(\w+)'::text\) AND \("to" = '(\w+)'/g)].map(([, move, from, to]) => `${move}: ${from} → ${to}`)
  expect(rows.sort()).toEqual(moveNames.flatMap((move) => moves[move].from.map((from) => `${move}: ${from} → ${moves[move].to}`)).sort())
  const [withReason] = await db.execute<{ definition: string }>(sql`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'proposal_moves_with_reason'`)
  expect([...withReason!.definition.matchAll(/'(\w+)'::text/g)].map(([, move]) => move).sort()).toEqual(moveNames.filter(needsReason).sort())
})
