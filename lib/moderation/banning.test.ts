import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { personOfSession } from '../accounts/people'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { aPerson, aTask } from '../testing'
import { answerAppeal } from './commands/appeals'
import { confirmBan, liftSanction } from './commands/sanctions'
import { listQueue } from './queries/queue'
import { getPersonRecord } from './queries/person-record'
import { getOwnStatement } from './queries/statements'
import { banProposals } from './sanction-tables'
import { appeals, decisions } from './tables'
import { again, aModerator, appeal, ban, mailsTo, proposalOf, refusalOf, sanction, sentence } from './testing'

const kindsOf = async (personId: string) => (await db.select({ kind: decisions.kind }).from(decisions).where(eq(decisions.personId, personId)).orderBy(decisions.at)).map(({ kind }) => kind)
const waitsFor = async (moderator: Awaited<ReturnType<typeof aModerator>>, personId: string) => (await listQueue(moderator, { kind: 'bans' })).items.find(({ id }) => id === personId)

async function proposed() {
  const [person, proposer, another] = await Promise.all([aPerson({ name: 'Uparty Ulryk' }), aModerator(), aModerator()])
  const { id: suspensionId } = await sanction(proposer, person.id, 'ban')
  return { person, proposer, another, suspensionId, proposalId: await proposalOf(suspensionId) }
}

describe('A50: a ban takes four eyes', () => {
  test('proposed, it suspends at once, for as long as it can be confirmed, and says so', async () => {
    const { person, proposer, another, suspensionId, proposalId } = await proposed()
    expect(await kindsOf(person.id)).toEqual(['suspend'])
    expect(await refusalOf(postComment(await again(person), { threadId: (await aTask()).threadId, body: 'Lipy.' }))).toBe('objection.suspended')
    const days = ((await again(person)).suspendedUntil!.getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThanOrEqual(7.01)
    const [mail] = await mailsTo(person.email)
    for (const part of [sentence, 'proponuje zablokować to konto', 'proposes to block this account']) expect(mail!.body).toContain(part)
    expect(await getOwnStatement(person, suspensionId)).toMatchObject({ kind: 'suspend', banProposed: true })
    expect(await waitsFor(proposer, person.id)).toMatchObject({ title: 'Uparty Ulryk', own: true })
    expect(await waitsFor(another, person.id)).toMatchObject({ own: false })
    expect(await getPersonRecord(another, person.id)).toMatchObject({ ban: { id: proposalId, proposedBySelf: false, sentence } })
  })

  test('another moderator confirms it, whoever proposed it does not', async () => {
    const { person, proposer, another, suspensionId, proposalId } = await proposed()
    expect(await refusalOf(confirmBan(proposer, { proposalId, seen: suspensionId }))).toBe('sanction.objection.fourEyes')
    expect(await refusalOf(confirmBan(await aPerson(), { proposalId, seen: suspensionId }))).toBe('objection.notYours')
    expect(await refusalOf(confirmBan(another, { proposalId, seen: '' }))).toBe('moderation.objection.alreadyDecided')
    await confirmBan(another, { proposalId, seen: suspensionId })
    expect(await db.select({ kind: decisions.kind, moderatorId: decisions.moderatorId, sentence: decisions.sentence }).from(decisions).where(eq(decisions.personId, person.id)).orderBy(decisions.at)).toEqual([
      { kind: 'suspend', moderatorId: proposer.id, sentence },
      { kind: 'ban', moderatorId: another.id, sentence },
    ])
    expect(await waitsFor(another, person.id)).toBeUndefined()
    expect(await getPersonRecord(another, person.id)).toMatchObject({ ban: null, inForce: [{ kind: 'ban' }] })
    expect((await mailsTo(person.email)).at(-1)!.body).toContain('potwierdziła druga')
    expect(await refusalOf(confirmBan(another, { proposalId, seen: suspensionId }))).toBe('moderation.objection.alreadyDecided')
  })

  test('of two at once one confirms', async () => {
    const { person, another, suspensionId, proposalId } = await proposed()
    const both = [another, await aModerator()]
    expect((await Promise.all(both.map((moderator) => refusalOf(confirmBan(moderator, { proposalId, seen: suspensionId }))))).sort()).toEqual(['allowed', 'moderation.objection.alreadyDecided'])
    expect(await kindsOf(person.id)).toEqual(['suspend', 'ban'])
  })

  test('not confirmed, the suspension ends with it', async () => {
    const { person, another, suspensionId, proposalId } = await proposed()
    const { id } = await liftSanction(another, { decisionId: suspensionId, sentence, seen: suspensionId })
    expect((await again(person)).suspendedUntil).toBeNull()
    expect(await waitsFor(another, person.id)).toBeUndefined()
    expect(await refusalOf(confirmBan(await aModerator(), { proposalId, seen: id }))).toBe('sanction.objection.banSettled')
    expect(await db.select({ outcome: banProposals.outcome, settledById: banProposals.settledById }).from(banProposals).where(eq(banProposals.id, proposalId))).toEqual([{ outcome: 'dropped', settledById: another.id }])
  })

  test('nor when an appeal against the suspension is upheld', async () => {
    const { person, another, suspensionId } = await proposed()
    const { id } = await appeal(person, suspensionId)
    await answerAppeal(another, { appealId: id, outcome: 'upheld', reasons: sentence })
    expect((await again(person)).suspendedUntil).toBeNull()
    expect(await waitsFor(another, person.id)).toBeUndefined()
  })

  test('its time over, it cannot be confirmed, and another may be proposed; while it waits, none', async () => {
    const { person, proposer, another, suspensionId, proposalId } = await proposed()
    expect(await refusalOf(sanction(another, person.id, 'ban', { seen: suspensionId }))).toBe('sanction.objection.banWaits')
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`) // Past what the triggers keep.
      await tx.execute(sql`update ban_proposals set proposed_at = now() - interval '8 days', expires_at = now() - interval '1 day' where id = ${proposalId}`)
    })
    expect(await waitsFor(another, person.id)).toBeUndefined()
    expect(await refusalOf(confirmBan(another, { proposalId, seen: suspensionId }))).toBe('sanction.objection.banSettled')
    expect(await refusalOf(sanction(proposer, person.id, 'ban', { seen: suspensionId }))).toBe('allowed')
  })

  test('the database wants them, whatever the code thinks', async () => {
    const { person, proposer, another, suspensionId, proposalId } = await proposed()
    const aBan = (moderatorId: string, more: object = {}) => db.insert(decisions).values({ personId: person.id, kind: 'ban', ground: 'abuse', sentence, moderatorId, afterId: suspensionId, ...more }).returning()
    const refusedBy = (constraint_name: string) => ({ cause: expect.objectContaining({ constraint_name }) })
    await expect(aBan(proposer.id)).rejects.toMatchObject(refusedBy('bans_take_two'))
    await expect(aBan(another.id, { sentence: 'Coś innego.' })).rejects.toMatchObject(refusedBy('bans_take_two'))
    await expect(aBan(another.id, { personId: (await aPerson()).id, afterId: null })).rejects.toMatchObject(refusedBy('bans_take_two'))
    await expect(aBan(another.id, { origin: 'carried' })).rejects.toMatchObject(refusedBy('decisions_carried_by_the_site'))
    const settle = (settledById: string, decisionId?: string) => db.update(banProposals).set({ outcome: 'confirmed', settledById, settledAt: sql`clock_timestamp()`, decisionId }).where(eq(banProposals.id, proposalId))
    await expect(settle(another.id)).rejects.toMatchObject(refusedBy('ban_proposals_confirmed_by_a_ban'))
    await expect(settle(proposer.id, suspensionId)).rejects.toMatchObject(refusedBy('ban_proposals_four_eyes'))
    await settle(another.id, (await aBan(another.id))[0]!.id)
    await expect(db.update(banProposals).set({ sentence: 'Inne.' }).where(eq(banProposals.id, proposalId))).rejects.toMatchObject({ cause: { message: expect.stringContaining('never edited') } })
  })
})

test('an appeal against a ban is for a third; upheld, nothing of it stays', async () => {
  const person = await aPerson()
  const { id: decisionId, proposer, confirmer } = await ban(person.id)
  expect(await personOfSession('none')).toBeNull()
  const { id: appealId } = await appeal(person, decisionId)
  const uphold = (moderator: typeof proposer) => answerAppeal(moderator, { appealId, outcome: 'upheld', reasons: sentence })
  expect(await refusalOf(uphold(proposer))).toBe('moderation.objection.anotherModerator')
  expect(await refusalOf(uphold(confirmer))).toBe('moderation.objection.anotherModerator')
  await expect(db.update(appeals).set({ outcome: 'rejected', reasons: 'x', decidedAt: new Date(), decidedById: proposer.id }).where(eq(appeals.id, appealId))).rejects.toMatchObject({ cause: { constraint_name: 'appeals_decided_by_another' } })
  await uphold(await aModerator())
  expect(await getPersonRecord(await aModerator(), person.id)).toMatchObject({ inForce: [], ban: null })
  expect((await again(person)).suspendedUntil).toBeNull()
})
