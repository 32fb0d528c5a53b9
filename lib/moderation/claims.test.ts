import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import { comments } from '../discussion/tables'
import { organisationMembers } from '../organisations/tables'
import { aTeam } from '../organisations/testing'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { claimCase, releaseCase } from './commands/claims'
import { decideOnComment } from './commands/decisions'
import { caseClaims } from './desk-tables'
import { getCase } from './queries/case'
import { decisions, reports } from './tables'

const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const aModerator = () => aPerson({ roles: ['moderator'] })
async function aReported(author?: Person) {
  const writer = author ?? (await aPerson())
  const { id } = await postComment(writer, { threadId: (await aTask()).threadId, body: 'Warto posadzić tu lipy.' })
  await db.insert(reports).values({ commentId: id, reporterId: (await aPerson()).id, ground: 'spam', sentence: 'Zgłoszenie.' })
  return id
}
const keep = (person: Person, commentId: string) => refusalOf(decideOnComment(person, { commentId, kind: 'keep', sentence: 'Nie łamie zasad.' }))
const letItPass = (commentId: string) => db.update(caseClaims).set({ claimedAt: sql`now() - interval '16 minutes'`, expiresAt: sql`now() - interval '1 second'` }).where(eq(caseClaims.commentId, commentId))
const taken = 'desk.objection.claimed'

describe('a claim', () => {
  test('of several at once one gets it', async () => {
    const commentId = await aReported()
    const answers = await Promise.all((await Promise.all([aModerator(), aModerator(), aModerator(), aModerator()])).map((person) => refusalOf(claimCase(person, { commentId }))))
    expect(answers.sort()).toEqual(['allowed', taken, taken, taken])
    expect(await db.$count(caseClaims, eq(caseClaims.commentId, commentId))).toBe(1)
  })

  test('keeps everybody else from deciding, and ends with the decision', async () => {
    const [commentId, one, another] = await Promise.all([aReported(), aModerator(), aModerator()])
    await claimCase(one, { commentId })
    expect(await keep(another, commentId)).toBe(taken)
    expect(await keep(one, commentId)).toBe('allowed')
    expect(await db.$count(caseClaims, eq(caseClaims.commentId, commentId))).toBe(0)
  })

  test('is over after a quarter of an hour by the database’s clock: others decide, or take it', async () => {
    const [first, second, one, another] = await Promise.all([aReported(), aReported(), aModerator(), aModerator()])
    for (const commentId of [first, second]) {
      await claimCase(one, { commentId })
      const [{ minutes } = { minutes: 0 }] = await db.select({ minutes: sql<number>`extract(epoch from expires_at - claimed_at)::float8 / 60` }).from(caseClaims).where(eq(caseClaims.commentId, commentId))
      expect(minutes).toBeCloseTo(15, 1)
      await letItPass(commentId)
      expect((await getCase(another, commentId))!.claim).toBeNull()
    }
    expect(await keep(another, first)).toBe('allowed')
    expect(await refusalOf(claimCase(another, { commentId: second }))).toBe('allowed')
    expect(await keep(one, second)).toBe(taken)
  })

  test('can be taken over by whoever says so, and then the first one is told', async () => {
    const [commentId, one, another] = await Promise.all([aReported(), aModerator(), aModerator()])
    await claimCase(one, { commentId })
    expect(await refusalOf(claimCase(another, { commentId }))).toBe(taken)
    await claimCase(another, { commentId, takeOver: 'yes' })
    expect(await keep(one, commentId)).toBe(taken)
    expect((await getCase(one, commentId))!.claim).toMatchObject({ mine: false })
    expect(await keep(another, commentId)).toBe('allowed')
  })

  test('can be had longer, and given back, by whose it is', async () => {
    const [commentId, one, another] = await Promise.all([aReported(), aModerator(), aModerator()])
    await claimCase(one, { commentId })
    const { claim } = (await getCase(one, commentId))!
    await claimCase(one, { commentId })
    const longer = (await getCase(one, commentId))!.claim!
    expect([longer.since, longer.until > claim!.until]).toEqual([claim!.since, true])
    expect(await refusalOf(releaseCase(another, { commentId }))).toBe('objection.missing')
    await releaseCase(one, { commentId })
    expect(await keep(another, commentId)).toBe('allowed')
  })

  test('A50: is not for one’s own, nor for one’s organisation’s, nor for whoever is no moderator', async () => {
    const [moderator, { owner, organisationId }, another] = await Promise.all([aModerator(), aTeam(), aTeam()])
    const own = await aReported(moderator)
    expect(await refusalOf(claimCase(moderator, { commentId: own }))).toBe('moderation.objection.own')
    await db.insert(organisationMembers).values([organisationId, another.organisationId].map((id) => ({ organisationId: id, personId: moderator.id })))
    const theirs = await aReported(owner)
    expect(await refusalOf(claimCase(moderator, { commentId: theirs }))).toBe('allowed') // Said in their own name.
    await db.update(comments).set({ organisationId }).where(eq(comments.id, theirs))
    expect(await refusalOf(claimCase(moderator, { commentId: theirs }))).toBe('moderation.objection.own')
    expect(await refusalOf(claimCase(another.moderator, { commentId: theirs, takeOver: 'yes' }))).toBe('allowed')
    expect(await refusalOf(claimCase(await aPerson(), { commentId: own }))).toBe('objection.notYours')
  })

  test('the database refuses the decision of another, whatever the code thinks', async () => {
    const [commentId, one, another] = await Promise.all([aReported(), aModerator(), aModerator()])
    await claimCase(one, { commentId })
    const [{ authorId } = { authorId: '' }] = (await db.execute<{ authorId: string }>(sql`select author_id as "authorId" from comments where id = ${commentId}`))
    const decision = { commentId, kind: 'keep', ground: 'none', sentence: 'Nie łamie zasad.', authorId } as const
    await expect(db.insert(decisions).values({ ...decision, moderatorId: another.id })).rejects.toMatchObject({ cause: { constraint_name: 'decisions_by_claimer' } })
    await expect(db.insert(decisions).values({ ...decision, moderatorId: one.id })).resolves.toBeDefined()
  })
})
