import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { askForLink } from '../accounts/commands'
import { personOfSession } from '../accounts/people'
import { hashOf } from '../accounts/secrets'
import { people, sessions, signInLinks } from '../accounts/tables'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { aTeam } from '../organisations/testing'
import { aPerson, aTask } from '../testing'
import { acknowledgeWarning, liftSanction } from './commands/sanctions'
import { getBanToken, getOwnStatement, getStatementByLink, listOwnDecisions } from './queries/statements'
import { getPersonRecord } from './queries/person-record'
import { decisions } from './tables'
import { again, aModerator, ban, mailsTo, refusalOf, sanction, sentence } from './testing'

const post = async (person: { id: string }, body = `Posadźmy lipy ${randomUUID().replace(/[\d-]/g, '')}.`) => postComment(await again(person), { threadId: (await aTask()).threadId, body })
const openSession = async (personId: string) => {
  const token = randomUUID()
  await db.insert(sessions).values({ tokenHash: hashOf(token), personId, expiresAt: new Date(Date.now() + 1e7) })
  return token
}

describe('the ladder', () => {
  test('a warning must be read before anything else is published', async () => {
    const [person, moderator] = await Promise.all([aPerson(), aModerator()])
    const { id } = await sanction(moderator, person.id, 'warn')
    expect(await refusalOf(post(person))).toBe('objection.readWarningFirst')
    expect(await refusalOf(acknowledgeWarning(await aPerson(), { decisionId: id }))).toBe('objection.missing')
    await acknowledgeWarning(await again(person), { decisionId: id })
    expect(await refusalOf(post(person))).toBe('allowed')
    expect(await listOwnDecisions(person)).toMatchObject([{ id, kind: 'warn', readAt: expect.any(Date) }])
  })

  test('slowed down: one comment in so long, also of two at once', async () => {
    const [person, moderator] = await Promise.all([aPerson(), aModerator()])
    await sanction(moderator, person.id, 'slow', { minutes: '60' })
    expect((await Promise.all([1, 2, 3].map(() => refusalOf(post(person))))).sort()).toEqual(['allowed', 'objection.slowedDown', 'objection.slowedDown'])
    await db.execute(sql`update comments set posted_at = posted_at - interval '61 minutes' where author_id = ${person.id}`)
    expect(await refusalOf(post(person))).toBe('allowed')
  })

  test('suspended until a day, and told why', async () => {
    const [person, moderator] = await Promise.all([aPerson(), aModerator()])
    const { id } = await sanction(moderator, person.id, 'suspend', { days: '3' })
    expect(await refusalOf(post(person))).toBe('objection.suspended')
    const days = ((await again(person)).suspendedUntil!.getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(2.9)
    expect(days).toBeLessThanOrEqual(3.01)
    const [mail] = await mailsTo(person.email)
    for (const part of [sentence, 'obrażanie innych', 'insulting others', 'odwołać jeden raz', 'Zdecydował człowiek', '/uzasadnienie/']) expect(mail!.body).toContain(part)
    expect(mail!.body).not.toContain('Moderuje Ola')
    expect(await getOwnStatement(person, id)).toMatchObject({ kind: 'suspend', until: expect.any(Date) })
    expect(await getOwnStatement(await aPerson(), id)).toBeNull()
  })

  test('of several the longest counts, and lifting one leaves the others', async () => {
    const [person, moderator] = await Promise.all([aPerson(), aModerator()])
    const long = await sanction(moderator, person.id, 'suspend', { days: '30' })
    const short = await sanction(moderator, person.id, 'suspend', { days: '3', seen: long.id })
    const lifted = await liftSanction(moderator, { decisionId: long.id, sentence, seen: short.id })
    expect(((await again(person)).suspendedUntil!.getTime() - Date.now()) / 86_400_000).toBeLessThan(3.01)
    expect(await refusalOf(liftSanction(moderator, { decisionId: long.id, sentence, seen: lifted.id }))).toBe('moderation.objection.lift')
    await liftSanction(moderator, { decisionId: short.id, sentence, seen: lifted.id })
    expect((await again(person)).suspendedUntil).toBeNull()
  })
})

describe('a ban', () => {
  test('ends every session and every mailed link in its own transaction, and lets no session begin', async () => {
    const person = await aPerson()
    const tokens = await Promise.all([openSession(person.id), openSession(person.id)])
    await askForLink(null, { email: person.email, language: 'pl' })
    await ban(person.id)
    for (const token of tokens) expect(await personOfSession(token)).toBeNull()
    expect(await db.$count(sessions, eq(sessions.personId, person.id))).toBe(0)
    expect(await db.$count(signInLinks, eq(signInLinks.emailCanonical, person.email))).toBe(0)
    await expect(openSession(person.id)).rejects.toMatchObject({ cause: expect.objectContaining({ constraint_name: 'sessions_of_nobody_banned' }) })
    expect(await getStatementByLink(null, (await getBanToken(null, person.id))!)).toMatchObject({ kind: 'ban' })
  })

  test('of sessions that are being opened meanwhile none is left', async () => {
    const person = await aPerson()
    await Promise.allSettled([...Array.from({ length: 20 }, () => openSession(person.id)), ban(person.id)])
    expect(await db.$count(sessions, eq(sessions.personId, person.id))).toBe(0)
    expect(await db.select({ bannedAt: people.bannedAt }).from(people).where(eq(people.id, person.id))).toEqual([{ bannedAt: expect.any(Date) }])
  })
})

describe('A50: who may be sanctioned by whom', () => {
  test('nobody oneself, nor somebody of one’s organisation, nor the system; admins by admins', async () => {
    const moderator = await aModerator()
    const [admin, other] = await Promise.all([aPerson({ roles: ['admin'] }), aPerson({ roles: ['admin'] })])
    expect(await refusalOf(sanction(moderator, moderator.id, 'warn'))).toBe('moderation.objection.own')
    expect(await refusalOf(sanction(moderator, admin.id, 'warn'))).toBe('moderation.objection.admin')
    expect(await refusalOf(sanction(admin, other.id, 'warn'))).toBe('allowed')
    expect(await refusalOf(sanction(moderator, '00000000-0000-7000-8000-000000000001', 'ban'))).toBe('moderation.objection.nobodyThere')
    expect(await refusalOf(sanction(moderator, randomUUID(), 'ban'))).toBe('objection.missing')
    expect(await refusalOf(sanction(await aPerson(), other.id, 'ban'))).toBe('objection.notYours')
    const team = await aTeam()
    await db.execute(sql`insert into role_grants (person_id, role, granted_by_id) values (${team.owner.id}, 'moderator', ${team.owner.id})`)
    expect(await refusalOf(sanction(await again(team.owner), team.member.id, 'warn'))).toBe('moderation.objection.own')
  })

  test('the database refuses a sanction on oneself, whoever asks', async () => {
    const moderator = await aModerator()
    await expect(db.insert(decisions).values({ personId: moderator.id, kind: 'warn', ground: 'abuse', sentence, moderatorId: moderator.id })).rejects.toMatchObject({ cause: expect.objectContaining({ constraint_name: 'decisions_not_about_oneself' }) })
  })

  test('of two moderators at once one sanctions, and the other is told', async () => {
    const [person, one, another] = await Promise.all([aPerson(), aModerator(), aModerator()])
    expect((await Promise.all([one, another].map((moderator) => refusalOf(sanction(moderator, person.id, 'suspend'))))).sort()).toEqual(['allowed', 'moderation.objection.alreadyDecided'])
  })

  test('a record is for moderators', async () => {
    const [person, moderator] = await Promise.all([aPerson(), aModerator()])
    await sanction(moderator, person.id, 'warn')
    expect(await getPersonRecord(person, person.id)).toBeNull()
    expect(await getPersonRecord(null, person.id)).toBeNull()
    expect(await getPersonRecord(moderator, person.id)).toMatchObject({ own: false, inForce: [{ kind: 'warn' }], decisions: [{ kind: 'warn' }] })
    expect(await getPersonRecord(moderator, moderator.id)).toMatchObject({ own: true })
  })
})
