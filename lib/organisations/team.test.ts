import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { deleteAccount } from '../privacy/commands'
import { Refusal } from '../refusal'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { acceptInvitation, inviteMember, withdrawInvitation } from './commands/invitations'
import { changeRole, handOver, leaveOrganisation, removeMember } from './commands/team'
import { getInvitation, getTeam } from './queries/team'
import { organisationInvitations, organisationMembers, organisations } from './tables'
import { anInvitation, aTeam, tokenMailedTo } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).objection.key
}
const rolesIn = async (organisationId: string) => Object.fromEntries((await db.select().from(organisationMembers).where(eq(organisationMembers.organisationId, organisationId))).map(({ personId, role }) => [personId, role]))
const slugOf = async (id: string) => (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, id)))[0]!.slug

describe('an invitation', () => {
  test('is shown to whoever holds its link, and taken by whom it is for, once', async () => {
    const { token, invited, organisationId, name, owner } = await anInvitation()
    expect(await getInvitation(null, token)).toMatchObject({ organisation: name, invitedBy: owner.name, role: 'editor', state: 'open', forThem: false })
    expect(await getInvitation(invited, token)).toMatchObject({ forThem: true, alreadyIn: false })
    expect(JSON.stringify(await getInvitation(await aPerson(), token))).not.toContain(invited.email)
    await acceptInvitation(invited, { token })
    expect((await rolesIn(organisationId))[invited.id]).toBe('editor')
    expect(await refusal(acceptInvitation(invited, { token }))).toBe('team.objection.accepted')
    expect((await getTeam(owner, await slugOf(organisationId)))!.invitations).toEqual([])
  })

  test('ten at once take it once', async () => {
    const { token, invited, organisationId } = await anInvitation()
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => acceptInvitation(invited, { token })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(Object.keys(await rolesIn(organisationId))).toHaveLength(4)
  })

  test('is of no use to another, after its time, withdrawn, or replaced by a newer one', async () => {
    const { token, invited, id, owner, organisationId } = await anInvitation()
    expect(await refusal(acceptInvitation(await aPerson(), { token }))).toBe('team.objection.otherAddress')
    expect(await refusal(acceptInvitation(invited, { token: `${token}x` }))).toBe('objection.missing')
    expect(await refusal(acceptInvitation(await aPerson({ name: null }), { token }))).toBe('team.objection.otherAddress')
    await inviteMember(owner, { organisationId, email: invited.email.toUpperCase(), role: 'member', language: 'pl' })
    expect(await refusal(acceptInvitation(invited, { token }))).toBe('team.objection.withdrawn')
    const newer = await tokenMailedTo(invited)
    expect(newer).not.toBe(token)
    const [waiting] = (await getTeam(owner, await slugOf(organisationId)))!.invitations
    expect(waiting!.id).not.toBe(id)
    await db.update(organisationInvitations).set({ expiresAt: sql`now()` }).where(eq(organisationInvitations.id, waiting!.id))
    expect(await refusal(acceptInvitation(invited, { token: newer }))).toBe('team.objection.expired')
    await withdrawInvitation(owner, { id: waiting!.id })
    expect(await refusal(acceptInvitation(invited, { token: newer }))).toBe('team.objection.withdrawn')
    expect(await refusal(withdrawInvitation(owner, { id: waiting!.id }))).toBe('team.objection.invitationEnded')
  })

  test('is kept as a hash, for seven days', async () => {
    const { token, id } = await anInvitation()
    const [row] = await db.select({ row: sql<string>`to_jsonb(${organisationInvitations})::text`, days: sql<number>`extract(epoch from expires_at - invited_at)::int / 86400` }).from(organisationInvitations).where(eq(organisationInvitations.id, id))
    expect(row!.row).not.toContain(token)
    expect(row!.days).toBe(7)
  })

  test('that nobody took is forgotten thirty days after its term', async () => {
    const [old, recent] = [await anInvitation(), await anInvitation()]
    for (const [{ id }, days] of [[old, 31], [recent, 29]] as const) await db.update(organisationInvitations).set({ expiresAt: sql`now() - ${days} * interval '1 day'` }).where(eq(organisationInvitations.id, id))
    await anInvitation()
    expect(await db.$count(organisationInvitations, eq(organisationInvitations.id, old.id))).toBe(0)
    expect(await db.$count(organisationInvitations, eq(organisationInvitations.id, recent.id))).toBe(1)
  })

  test('does not go to who is there already; a withdrawn one mails nobody twice', async () => {
    const { owner, member, organisationId } = await aTeam()
    const { email } = member
    expect(await refusal(inviteMember(owner, { organisationId, email, role: 'editor', language: 'pl' }))).toBe('team.objection.memberAlready')
    expect(await db.$count(outbox, eq(outbox.recipient, email))).toBe(0)
  })
})

describe('the last owner', () => {
  test('neither leaves nor steps down', async () => {
    const { owner, organisationId } = await aTeam()
    expect(await refusal(leaveOrganisation(owner, { organisationId }))).toBe('team.objection.lastOwner')
    expect(await refusal(changeRole(owner, { organisationId, personId: owner.id, role: 'member' }))).toBe('team.objection.lastOwner')
    await expect(db.delete(organisationMembers).where(eq(organisationMembers.organisationId, organisationId))).rejects.toThrow()
    expect((await rolesIn(organisationId))[owner.id]).toBe('owner')
  })

  test('hands over, and may then leave', async () => {
    const { owner, member, organisationId } = await aTeam()
    expect(await refusal(handOver(owner, { organisationId, personId: owner.id }))).toBe('team.objection.oneself')
    await handOver(owner, { organisationId, personId: member.id })
    expect(await rolesIn(organisationId)).toMatchObject({ [owner.id]: 'editor', [member.id]: 'owner' })
    await leaveOrganisation(owner, { organisationId })
    expect(await getTeam(owner, await slugOf(organisationId))).toBeNull()
  })

  test('is one of two who leave at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const { owner, editor, organisationId } = await aTeam()
      await changeRole(owner, { organisationId, personId: editor.id, role: 'owner' })
      const ways = [() => leaveOrganisation(owner, { organisationId }), () => leaveOrganisation(editor, { organisationId }), () => removeMember(editor, { organisationId, personId: owner.id }), () => changeRole(editor, { organisationId, personId: editor.id, role: 'member' })]
      await Promise.allSettled(ways.map((way) => way()))
      expect(Object.values(await rolesIn(organisationId)).filter((role) => role === 'owner'), `round ${round}`).toHaveLength(1)
    }
  })

  test('is kept by the database alone, whatever order two connections come in', async () => {
    const { owner, editor, organisationId } = await aTeam()
    await changeRole(owner, { organisationId, personId: editor.id, role: 'owner' })
    const leave = (personId: string) => db.transaction(async (tx) => {
      await tx.delete(organisationMembers).where(sql`organisation_id = ${organisationId} and person_id = ${personId}`)
      await new Promise((resolve) => setTimeout(resolve, 100)) // Both have left before either commits.
    })
    const outcomes = await Promise.allSettled([leave(owner.id), leave(editor.id)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an account that is deleted', () => {
  test('leaves the organisation to its editor', async () => {
    const { owner, editor, member, organisationId } = await aTeam()
    await deleteAccount(owner, { sure: 'yes' })
    expect(await rolesIn(organisationId)).toEqual({ [editor.id]: 'owner', [member.id]: 'member' })
  })
  test('takes the invitations to its address along', async () => {
    const { invited, id } = await anInvitation()
    await deleteAccount(invited, { sure: 'yes' })
    expect(await db.$count(organisationInvitations, eq(organisationInvitations.id, id))).toBe(0)
  })
  test('leaves nobody where nobody else is', async () => {
    const { owner, editor, member, organisationId } = await aTeam()
    for (const person of [editor, owner, member]) await deleteAccount(person, { sure: 'yes' })
    expect(await rolesIn(organisationId)).toEqual({})
  })
})

test('a team is for itself to see; its invitations for its owners', async () => {
  const { owner, editor, organisationId, id } = await anInvitation()
  const slug = await slugOf(organisationId)
  expect(await getTeam(null, slug)).toBeNull()
  expect(await getTeam(await aPerson({ roles: ['admin'] }), slug)).toBeNull()
  expect((await getTeam(owner, slug))!.invitations).toMatchObject([{ id, state: 'open' }])
  expect((await getTeam(editor, slug))!.invitations).toEqual([])
  expect((await getTeam(editor, slug))!.members.map(({ role }) => role)).toEqual(['owner', 'editor', 'member'])
})
