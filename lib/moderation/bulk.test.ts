import { eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { db } from '../db'
import { editComment, postComment } from '../discussion/commands/comments'
import { comments } from '../discussion/tables'
import { events } from '../events/tables'
import { organisationMembers } from '../organisations/tables'
import { aTeam } from '../organisations/testing'
import type { Person } from '../person'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { aloneAtMost, sayChosen } from './bulk'
import { confirmBulk, decideInBulk, dropBulk } from './commands/bulk'
import { claimCase } from './commands/claims'
import { decideOnComment } from './commands/decisions'
import { bulkDecisions, bulkItems } from './desk-tables'
import { getBulk } from './queries/desk'
import { decisionEvidence, decisions, reports } from './tables'

const said = vi.hoisted(() => [] as string[])
vi.mock('postgres', async (original) => {
  const { default: postgres } = await original<{ default: (url: string, options: object) => unknown }>()
  return { default: (url: string, options: object) => postgres(url, { ...options, debug: (_: number, query: string) => said.push(query) }) }
})

const sentence = 'Ta sama reklama w wielu miejscach.'
const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const aModerator = () => aPerson({ roles: ['moderator'] })
type Author = Awaited<ReturnType<typeof aPerson>>

/** Reported comments, each of an author of its own. */
async function reported(count: number, more: { author?: Author } = {}) {
  const [{ threadId }, reporter] = await Promise.all([aTask(), aPerson()])
  const authors = await Promise.all(Array.from({ length: count }, () => more.author ?? aPerson()))
  const rows = await db.insert(comments).values(authors.map((author, n) => ({ threadId, authorId: author.id, body: `Tania pożyczka ${n}` }))).returning({ id: comments.id })
  await db.insert(reports).values(rows.map(({ id }) => ({ commentId: id, reporterId: reporter.id, ground: 'spam' as const, sentence: 'Zgłoszenie.' })))
  return { ids: rows.map(({ id }) => id), authors, reporter }
}
const hide = (person: Person, ids: readonly string[], more: object = {}) => decideInBulk(person, { items: ids.map((commentId) => sayChosen({ commentId, revision: 1, seen: null })), kind: 'hide', ground: 'spam', sentence, ...more })
const decisionsOn = (ids: readonly string[]) => db.select().from(decisions).where(inArray(decisions.commentId, [...ids]))
const statesOf = async (ids: readonly string[]) => [...new Set((await db.select({ state: comments.state }).from(comments).where(inArray(comments.id, [...ids]))).map(({ state }) => state))]
const mailed = async (people: readonly { email: string }[]) => db.select().from(outbox).where(inArray(outbox.recipient, people.map(({ email }) => email)))

describe('up to twenty', () => {
  test('are decided at once, each with a decision, evidence, event, answer and mail of its own', async () => {
    const { ids, authors, reporter } = await reported(3)
    const moderator = await aModerator()
    const { id } = await hide(moderator, ids)
    expect(await statesOf(ids)).toEqual(['hidden'])
    const made = await decisionsOn(ids)
    expect(made).toHaveLength(3)
    for (const decision of made) expect(decision).toMatchObject({ kind: 'hide', ground: 'spam', sentence, moderatorId: moderator.id, origin: 'report', afterId: null })
    const decisionIds = made.map(({ id }) => id)
    expect(await db.$count(decisionEvidence, inArray(decisionEvidence.decisionId, decisionIds))).toBe(3)
    expect(await db.$count(events, inArray(events.subject, decisionIds))).toBe(3)
    expect(await db.$count(reports, inArray(reports.decisionId, decisionIds))).toBe(3)
    const mails = await mailed(authors)
    expect(mails).toHaveLength(3)
    for (const { body } of mails) expect(body).toContain(sentence)
    expect((await mailed([reporter])).length).toBeLessThanOrEqual(3)
    expect(await getBulk(moderator, id)).toMatchObject({ outcome: 'at-once', size: 3, items: ids.toSorted().map(() => ({ decided: true, leftOut: null })) })
    expect(await getBulk(await aPerson(), id)).toBeNull()
  })

  test('keeping answers the reports and hides nothing', async () => {
    const { ids, authors } = await reported(2)
    await hide(await aModerator(), ids, { kind: 'keep', ground: '' })
    expect(await statesOf(ids)).toEqual(['shown'])
    expect(await db.$count(reports, sql`${inArray(reports.commentId, ids)} and decision_id is null`)).toBe(0)
    expect(await mailed(authors)).toEqual([])
  })

  test('what is one’s own, claimed, changed or decided meanwhile is left out, and it is said why', async () => {
    const [moderator, another] = await Promise.all([aModerator(), aModerator()])
    const [{ ids: own }, { ids: [claimed] }, { ids: [decided] }, { ids: [fine] }] = await Promise.all([reported(1, { author: moderator as Author }), reported(1), reported(1), reported(1)])
    const author = await aPerson()
    const { id: changed } = await postComment(author, { threadId: (await aTask()).threadId, body: 'Tania pożyczka' })
    await db.insert(reports).values({ commentId: changed, reporterId: another.id, ground: 'spam', sentence: 'Zgłoszenie.' })
    await postComment(await aPerson(), { threadId: (await db.select().from(comments).where(eq(comments.id, changed)))[0]!.threadId, parentId: changed, body: 'Odpowiedź.' })
    await editComment(author, { commentId: changed, revision: 1, body: 'Tania pożyczka, zadzwoń.' })
    await claimCase(another, { commentId: claimed! })
    await decideOnComment(another, { commentId: decided, kind: 'keep', sentence: 'Nie łamie zasad.' })
    const { id } = await hide(moderator, [...own, claimed!, decided!, changed, fine!])
    const { items } = (await getBulk(moderator, id))!
    expect(Object.fromEntries(items.map(({ commentId, leftOut }) => [commentId, leftOut]))).toEqual({ [own[0]!]: 'own', [claimed!]: 'claimed', [decided!]: 'decided', [changed]: 'changed', [fine!]: null })
    expect(await statesOf([...own, claimed!, decided!, changed])).toEqual(['shown'])
    expect(await statesOf([fine!])).toEqual(['hidden'])
  })

  test('twenty take as many statements as two', async () => {
    const statements = async (count: number) => {
      const [{ ids }, moderator] = await Promise.all([reported(count), aModerator()])
      said.length = 0
      await hide(moderator, ids)
      return said.length
    }
    await statements(2) // Connections and limits are made at first.
    const [two, twenty] = [await statements(2), await statements(20)]
    expect(two).toBeGreaterThan(5)
    expect(twenty).toBeLessThanOrEqual(two + 2)
    expect(twenty).toBeLessThan(40)
  })

  test('two at once about the same: each comment is decided once', async () => {
    const { ids } = await reported(5)
    const moderators = await Promise.all([aModerator(), aModerator()])
    expect(await Promise.all(moderators.map((moderator, n) => refusalOf(hide(moderator, n ? ids.toReversed() : ids))))).toEqual(['allowed', 'allowed'])
    expect(await decisionsOn(ids)).toHaveLength(5)
  })
})

describe('more than twenty', () => {
  const many = aloneAtMost + 1

  test('wait for another moderator, and change nothing until then', async () => {
    const [{ ids, authors }, moderator, another] = await Promise.all([reported(many), aModerator(), aModerator()])
    const { id } = await hide(moderator, ids)
    expect([await statesOf(ids), await decisionsOn(ids), await mailed(authors)]).toEqual([['shown'], [], []])
    expect(await refusalOf(confirmBulk(moderator, { bulkId: id }))).toBe('desk.bulk.objection.fourEyes')
    expect(await refusalOf(confirmBulk(await aPerson(), { bulkId: id }))).toBe('objection.notYours')
    await confirmBulk(another, { bulkId: id })
    expect(await statesOf(ids)).toEqual(['hidden'])
    expect((await decisionsOn(ids)).every(({ moderatorId }) => moderatorId === another.id)).toBe(true)
    expect(await mailed(authors)).toHaveLength(many)
    expect(await refusalOf(confirmBulk(another, { bulkId: id }))).toBe('desk.bulk.objection.settled')
  })

  test('two confirm at once: it is done once', async () => {
    const [{ ids }, moderator, others] = await Promise.all([reported(many), aModerator(), Promise.all([aModerator(), aModerator()])])
    const { id } = await hide(moderator, ids)
    expect((await Promise.all(others.map((person) => refusalOf(confirmBulk(person, { bulkId: id }))))).sort()).toEqual(['allowed', 'desk.bulk.objection.settled'])
    expect(await decisionsOn(ids)).toHaveLength(many)
  })

  test('what changed between proposing and confirming is left out', async () => {
    const [{ ids }, moderator, another] = await Promise.all([reported(many), aModerator(), aModerator()])
    const { id } = await hide(moderator, ids)
    await decideOnComment(another, { commentId: ids[0], kind: 'keep', sentence: 'Nie łamie zasad.' })
    await confirmBulk(another, { bulkId: id })
    expect((await getBulk(another, id))!.items.filter(({ leftOut }) => leftOut)).toMatchObject([{ commentId: ids[0], leftOut: 'decided' }])
    expect(await statesOf(ids.slice(1))).toEqual(['hidden'])
  })

  test('not confirmed, it changes nothing', async () => {
    const [{ ids }, moderator] = await Promise.all([reported(many), aModerator()])
    const { id } = await hide(moderator, ids)
    await dropBulk(moderator, { bulkId: id })
    expect(await statesOf(ids)).toEqual(['shown'])
    expect(await refusalOf(confirmBulk(await aModerator(), { bulkId: id }))).toBe('desk.bulk.objection.settled')
  })

  test('A50: the database wants four eyes, whatever the code thinks', async () => {
    const [{ ids }, moderator, another] = await Promise.all([reported(many), aModerator(), aModerator()])
    const { id } = await hide(moderator, ids)
    const settle = (by: Person, outcome: 'confirmed' | 'at-once') => db.update(bulkDecisions).set({ outcome, settledById: by.id, settledAt: new Date() }).where(eq(bulkDecisions.id, id))
    await expect(settle(moderator, 'confirmed')).rejects.toMatchObject({ cause: { constraint_name: 'bulk_decisions_four_eyes' } })
    await expect(settle(moderator, 'at-once')).rejects.toMatchObject({ cause: { constraint_name: 'bulk_decisions_few_at_once' } })
    const { id: single } = await decideOnComment(another, { commentId: ids[0], kind: 'keep', sentence: 'Nie łamie zasad.' })
    await expect(db.update(bulkItems).set({ decisionId: single }).where(eq(bulkItems.bulkId, id))).rejects.toMatchObject({ cause: { constraint_name: 'bulk_items_confirmed' } })
    await expect(db.insert(bulkItems).values({ bulkId: id, commentId: (await reported(1)).ids[0]!, revision: 1 })).rejects.toMatchObject({ cause: { constraint_name: 'bulk_items_of_its_size' } })
    await settle(another, 'confirmed')
    await expect(db.update(bulkDecisions).set({ sentence: 'Inne.' }).where(eq(bulkDecisions.id, id))).rejects.toMatchObject({ cause: { message: expect.stringContaining('never edited') } })
  })
})

test('A50: what was said in the name of one’s organisation is left out, also of whoever confirms', async () => {
  const [moderator, another, { organisationId }] = await Promise.all([aModerator(), aModerator(), aTeam()])
  const { ids } = await reported(aloneAtMost + 1)
  await db.update(comments).set({ organisationId }).where(eq(comments.id, ids[0]!))
  await db.insert(organisationMembers).values({ organisationId, personId: moderator.id })
  const { id } = await hide(moderator, ids)
  await confirmBulk(another, { bulkId: id })
  expect((await getBulk(another, id))!.items.filter(({ leftOut }) => leftOut)).toMatchObject([{ commentId: ids[0], leftOut: 'own' }])
})

test('what is no choice is refused', async () => {
  const moderator = await aModerator()
  const item = sayChosen({ commentId: '01890000-0000-7000-8000-000000000000', revision: 1, seen: null })
  for (const items of [undefined, [], '', ['x'], [`${item}x`], Array(51).fill(0).map((_, n) => item.replace('0000000~', `${String(n).padStart(7, '0')}~`))]) expect(await refusalOf(decideInBulk(moderator, { items, kind: 'keep', sentence }))).toBe('objection.checkTheForm')
  expect(await refusalOf(decideInBulk(moderator, { items: [item], kind: 'keep', sentence }))).toBe('objection.missing')
  expect(await refusalOf(hide(moderator, (await reported(1)).ids, { ground: 'illegal' }))).toBe('objection.checkTheForm')
})
