import { randomUUID } from 'node:crypto'
import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { drafts, sessions, signInLinks } from '../accounts/tables'
import { db } from '../db'
import { editComment, postComment, withdrawComment } from '../discussion/commands/comments'
import { react } from '../discussion/commands/reactions'
import { appealDecision } from '../moderation/commands/appeals'
import { decideOnComment } from '../moderation/commands/decisions'
import { reportContent } from '../moderation/commands/reports'
import { organisationInvitations } from '../organisations/tables'
import { anInvitation } from '../organisations/testing'
import { limits, outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { signUpForShift } from '../volunteering/commands/sign-ups'
import { aCall, someoneSays } from '../volunteering/testing'
import { applyRetention } from './retention/job'
import { retained, retention } from './retention/rules'

// Everything that is over is swept, so this file has a database of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('retention'))

const ago = (interval: string) => sql`now() - ${interval}::interval` as never

describe('what is over goes, by the database’s clock, and nothing before', () => {
  test('what knows its own end', async () => {
    const person = await aPerson()
    const [old, young] = [randomUUID(), randomUUID()]
    for (const [key, expiresAt] of [[old, ago('1 second')], [young, ago('-1 minute')]] as const) {
      await db.insert(sessions).values({ tokenHash: key, personId: person.id, expiresAt })
      await db.insert(signInLinks).values({ tokenHash: key, email: key, emailCanonical: key, expiresAt })
      await db.insert(drafts).values({ id: key, form: 'comment', values: {}, expiresAt })
      await db.insert(limits).values({ key, expire: sql`extract(epoch from ${expiresAt as SQL}) * 1000` as never })
    }
    const before = await applyRetention({ dryRun: true })
    for (const name of ['sessions', 'links', 'drafts', 'counters'] as const) expect(before[name], name).toBeGreaterThan(0)
    expect(await db.$count(sessions, eq(sessions.tokenHash, old))).toBe(1)
    await Promise.all([applyRetention(), applyRetention()])
    expect(await db.select({ key: sessions.tokenHash }).from(sessions).where(inArray(sessions.tokenHash, [old, young]))).toEqual([{ key: young }])
    expect(await db.select({ key: signInLinks.tokenHash }).from(signInLinks).where(inArray(signInLinks.tokenHash, [old, young]))).toEqual([{ key: young }])
    expect(await db.select({ key: drafts.id }).from(drafts).where(inArray(drafts.id, [old, young]))).toEqual([{ key: young }])
    expect(await db.select({ key: limits.key }).from(limits).where(inArray(limits.key, [old, young]))).toEqual([{ key: young }])
  })

  test('mail that nobody gets, after thirty days; an invitation that nobody took, thirty days after its end', async () => {
    const recipient = `${randomUUID()}@example.org`
    for (const days of [29, 31]) await db.insert(outbox).values({ recipient, subject: String(days), body: '', queuedAt: ago(`${days} days`), attempts: 8 })
    const [fresh, forgotten] = [await anInvitation(), await anInvitation()]
    for (const [{ id }, days] of [[fresh, 29], [forgotten, 31]] as const) await db.update(organisationInvitations).set({ expiresAt: ago(`${days} days`) }).where(eq(organisationInvitations.id, id))
    await applyRetention()
    expect(await db.select({ subject: outbox.subject }).from(outbox).where(eq(outbox.recipient, recipient))).toEqual([{ subject: '29' }])
    expect(await db.select({ id: organisationInvitations.id }).from(organisationInvitations).where(inArray(organisationInvitations.id, [fresh.id, forgotten.id]))).toEqual([{ id: fresh.id }])
  })

  test('what was taken back loses its text after half a year, earlier wordings too', async () => {
    const [person, { threadId }] = [await aPerson(), await aTask()]
    const post = async () => {
      const { id } = await postComment(person, { threadId, body: `Lipy ${randomUUID().replace(/[\d-]/g, '')}.` })
      await react(await aPerson(), { commentId: id, revision: 1, kind: 'agree' })
      await editComment(person, { commentId: id, revision: 1, body: `Klony ${randomUUID().replace(/[\d-]/g, '')}.` })
      return id
    }
    const [stands, young, old] = [await post(), await post(), await post()]
    for (const commentId of [young, old]) await withdrawComment(person, { commentId })
    await db.execute(sql`update comments set withdrawn_at = now() - interval '5 months 20 days' where id = ${young}`)
    await db.execute(sql`update comments set withdrawn_at = now() - interval '6 months 1 day' where id = ${old}`)
    await applyRetention()
    const rows = await db.execute<{ id: string; empty: boolean; earlier: boolean }>(sql`select c.id, c.body = '–' as empty, r.body = '–' as earlier from comments c join comment_revisions r on r.comment_id = c.id where c.thread_id = ${threadId} order by c.id`)
    expect([...rows]).toEqual([stands, young, old].map((id) => ({ id, empty: id === old, earlier: id === old })))
    expect((await applyRetention({ dryRun: true })).withdrawn).toBe(0)
  })

  test('evidence of a case and whom a report came from, a year after the decision, but not while an appeal waits', async () => {
    const decided = async (months: number, appealed: boolean) => {
      const [author, reporter, moderator, { threadId }] = [await aPerson(), await aPerson(), await aPerson({ roles: ['moderator'] }), await aTask()]
      const { id: commentId } = await postComment(author, { threadId, body: 'Same wyzwiska.' })
      await reportContent(reporter, { commentId, revision: 1, ground: 'abuse', sentence: 'To obraża.' })
      const { id } = await decideOnComment(moderator, { commentId, kind: 'hide', ground: 'abuse', sentence: 'Same wyzwiska.' })
      if (appealed) await appealDecision(author, { decisionId: id, text: 'To był cytat.' })
      await db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`update decisions set at = now() - make_interval(months => ${months}) where id = ${id}`)
      })
      return id
    }
    const [young, old, contested] = [await decided(11, false), await decided(13, false), await decided(13, true)]
    await applyRetention()
    const rows = await db.execute<{ id: string; evidence: number; known: boolean }>(sql`
      select r.decision_id as id, (select count(*)::int from decision_evidence e where e.decision_id = r.decision_id) as evidence, r.reporter_id is not null as known from reports r where r.decision_id in ${[young, old, contested]}`)
    expect(Object.fromEntries(rows.map(({ id, evidence, known }) => [id, [evidence > 0, known]]))).toEqual({ [young]: [true, true], [old]: [false, false], [contested]: [true, false] })
  })

  test('what a volunteer wrote, three months after the shift; how to reach a refused organisation, after a year', async () => {
    const [volunteer, { shiftId }, later] = [await aPerson(), await aCall(), await aCall()]
    for (const id of [shiftId, later.shiftId]) await signUpForShift(volunteer, { shiftId: id, ...someoneSays, note: 'Mam alergię.' })
    for (const [id, months] of [[shiftId, 4], [later.shiftId, 2]] as const) await db.execute(sql`update volunteer_shifts set starts_at = now() - make_interval(months => ${months}, hours => 3), ends_at = now() - make_interval(months => ${months}) where id = ${id}`)
    const organisations = await Promise.all([11, 13].map(async (months) => {
      const { organisationId } = await anInvitation()
      await db.execute(sql`update organisations set confirmed_at = null, confirmed_by_id = null, refused_at = now() - make_interval(months => ${months}), refused_by_id = ${volunteer.id}, refusal_reason = 'Brak KRS.' where id = ${organisationId}`)
      return organisationId
    }))
    await applyRetention()
    const notes = await db.execute<{ note: string }>(sql`select note from volunteer_sign_ups where person_id = ${volunteer.id} order by number`)
    expect(notes.map(({ note }) => note)).toEqual(['', 'Mam alergię.'])
    const contacts = await db.execute<{ id: string; reachable: boolean }>(sql`select id, contact_email <> '' as reachable from organisations where id in ${organisations}`)
    expect(Object.fromEntries(contacts.map(({ id, reachable }) => [id, reachable]))).toEqual({ [organisations[0]!]: true, [organisations[1]!]: false })
  })
})

test('many rows go in several turns, whichever of two instances takes them', async () => {
  const recipient = `${randomUUID()}@example.org`
  await db.execute(sql`insert into outbox (id, recipient, subject, body, queued_at) select gen_random_uuid(), ${recipient}, '', '', now() - interval '40 days' from generate_series(1, 1200)`)
  const [one, another] = await Promise.all([applyRetention(), applyRetention()])
  expect(one.mail + another.mail).toBeGreaterThanOrEqual(1200)
  expect(await db.$count(outbox, eq(outbox.recipient, recipient))).toBe(0)
  expect((await applyRetention()).mail).toBe(0)
})

test('what is kept for a time says for how long, and what the office keeps by its file plan is left to people', () => {
  expect(retained.filter((name) => retention[name].by !== 'people' && !retention[name].keep)).toEqual([])
  expect(retained.filter((name) => retention[name].then === 'archived' && retention[name].by !== 'people')).toEqual([])
})
