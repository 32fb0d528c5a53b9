import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person } from '../person'
import { aMember } from '../proposals/testing'
import { Refusal } from '../refusal'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { answerPartnerRequest, closePartnerCall, endPartnership, openPartnerCall, requestPartnership, withdrawPartnerRequest } from './commands'
import { actsForCall, getPartnerCall, listOpenPartnerCalls, listOwnPartnerCalls, listPartners, listRequests } from './queries'
import { partnerCalls, partnerRequests } from './tables'
import { aPartnerCall, aPartnerCallTyped, aPartnerRequest } from './testing'

const refusalOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(() => undefined, (error: unknown) => error)
  if (!(error instanceof Refusal)) throw new Error('was not refused', { cause: error })
  return error.kind === 'invalid' ? Object.fromEntries(Object.entries(error.fields).map(([name, [first]]) => [name, first!.key])) : error.objection.key
}
/** Gives an organisation an address of its own. @returns the mails that came there */
async function mailbox(organisationId: string) {
  const address = `${crypto.randomUUID()}@example.org`
  await db.update(organisations).set({ contactEmail: address }).where(eq(organisations.id, organisationId))
  return () => db.select({ subject: outbox.subject, body: outbox.body }).from(outbox).where(eq(outbox.recipient, address)).orderBy(asc(outbox.id))
}
const words = 'Zapraszamy na spotkanie we wtorek.'

test('a call is public; what is written stays between the two; a partnership is public once both have confirmed it', async () => {
  const { callId, looking, other } = await aPartnerCall()
  const [theirs, ours] = [await mailbox(looking.organisationId), await mailbox(other.organisationId)]
  expect((await listOpenPartnerCalls(null, { field: '14' })).some(({ id }) => id === callId)).toBe(true)
  expect((await listOpenPartnerCalls(null, { field: '17' })).some(({ id }) => id === callId)).toBe(false)
  await requestPartnership(other.member, { callId, organisationId: other.organisationId, message: 'Mamy salę na parterze.' })
  expect((await theirs()).map(({ body }) => body.includes('Mamy salę'))).toEqual([true])

  const [stranger, resident, moderator] = [(await aMember()).member, await aPerson(), await aPerson({ roles: ['moderator'] })]
  for (const viewer of [null, stranger, resident, moderator]) expect(await listRequests(viewer, callId)).toEqual([])
  expect(JSON.stringify([await getPartnerCall(null, callId), await listOpenPartnerCalls(null)])).not.toContain('parterze')
  expect(await listPartners(null, { organisationId: looking.organisationId })).toEqual([])
  const [request] = await listRequests(looking.member, callId)
  expect(request).toMatchObject({ message: 'Mamy salę na parterze.', state: 'waiting', answers: true, asked: false })
  expect(await listRequests(other.member, callId)).toMatchObject([{ asked: true, answers: false }])
  expect(await listOwnPartnerCalls(looking.member)).toMatchObject([{ id: callId, own: true, waiting: 1 }])
  expect(await listOwnPartnerCalls(stranger)).toEqual([])
  expect([await actsForCall(looking.member, callId), await actsForCall(other.member, callId), await actsForCall(null, callId)]).toEqual([true, false, false])

  await answerPartnerRequest(looking.member, { id: request!.id, decision: 'accept', answer: words })
  expect((await ours()).map(({ subject, body }) => [subject.startsWith('Partnerstwo potwierdzone'), body.includes(words)])).toEqual([[true, true]])
  expect(await listPartners(null, { organisationId: looking.organisationId })).toMatchObject([{ title: 'Partner z salą na warsztaty' }])
  const [shown] = await listPartners(null, { organisationId: other.organisationId })
  expect(shown!.slug).toBe((await getPartnerCall(null, callId))!.organisation.slug)
  expect(JSON.stringify(shown)).not.toContain('wtorek')

  await endPartnership(other.member, { id: request!.id, reason: 'Sala jest w remoncie.' })
  expect((await theirs()).at(-1)!.body).toContain('remoncie')
  expect(await listPartners(null, { organisationId: looking.organisationId })).toEqual([])
})

test('a declined request is nobody else’s matter', async () => {
  const { callId, requestId, looking, other } = await aPartnerRequest()
  const ours = await mailbox(other.organisationId)
  await answerPartnerRequest(looking.member, { id: requestId, decision: 'decline', answer: words })
  expect(await ours()).toHaveLength(1)
  expect(await listPartners(null, { organisationId: other.organisationId })).toEqual([])
  expect(await listRequests(other.member, callId)).toMatchObject([{ state: 'declined', answer: words }])
  expect(await refusalOf(endPartnership(other.member, { id: requestId, reason: words }))).toBe('partnership.objection.is.declined')
})

test('one request an organisation and call, also at once; none to oneself, none after the end', async () => {
  const { callId, looking, other } = await aPartnerCall()
  const asking = { callId, organisationId: other.organisationId, message: 'Mamy salę.' }
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => requestPartnership(other.member, asking)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toBe('partnership.objection.once')
  expect(await refusalOf(requestPartnership(looking.member, { ...asking, organisationId: looking.organisationId }))).toBe('partnership.objection.oneself')
  await expect(db.insert(partnerRequests).values({ ...asking, organisationId: looking.organisationId, callOrganisationId: looking.organisationId, createdById: looking.member.id })).rejects.toThrow()
  const third = await aMember()
  await expect(db.insert(partnerRequests).values({ ...asking, organisationId: third.organisationId, callOrganisationId: third.organisationId, createdById: third.member.id })).rejects.toThrow()
  await db.update(partnerCalls).set({ until: '2026-01-01' }).where(eq(partnerCalls.id, callId))
  expect(await refusalOf(requestPartnership(third.member, { ...asking, organisationId: third.organisationId }))).toBe('partnership.objection.closed')
  expect((await listOpenPartnerCalls(null)).some(({ id }) => id === callId)).toBe(false)
})

test('accepted, declined and withdrawn at once: one of them is so', async () => {
  const { requestId, looking, other } = await aPartnerRequest()
  const outcomes = await Promise.allSettled([
    answerPartnerRequest(looking.member, { id: requestId, decision: 'accept', answer: words }),
    answerPartnerRequest(looking.member, { id: requestId, decision: 'decline', answer: words }),
    withdrawPartnerRequest(other.member, { id: requestId }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toMatch(/partnership.objection.is.(accepted|declined|withdrawn)/)
})

test('only those who act for the organisation in question, while it is confirmed', async () => {
  const { callId, requestId, looking, other } = await aPartnerRequest()
  const { member: stranger, organisationId: theirs } = await aMember()
  const [plain, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
  await db.insert(organisationMembers).values([{ organisationId: looking.organisationId, personId: plain.id, role: 'member' }])
  const answer = (who: Person) => refusalOf(answerPartnerRequest(who, { id: requestId, decision: 'accept', answer: words }))
  for (const who of [stranger, plain, moderator, await aPerson({ roles: ['official'] })]) {
    expect(await refusalOf(openPartnerCall(who, aPartnerCallTyped(looking.organisationId)))).toBe('partnership.objection.notActing')
    expect(await refusalOf(requestPartnership(who, { callId, organisationId: other.organisationId, message: words }))).toBe('partnership.objection.notActing')
    expect(await answer(who)).toBe('objection.missing')
    expect(await refusalOf(withdrawPartnerRequest(who, { id: requestId }))).toBe('objection.missing')
    expect(await refusalOf(endPartnership(who, { id: requestId, reason: words }))).toBe('objection.missing')
  }
  expect(await answer(other.member)).toBe('partnership.objection.notActing')
  expect(await refusalOf(withdrawPartnerRequest(looking.member, { id: requestId }))).toBe('partnership.objection.notActing')
  for (const who of [stranger, plain, other.member]) expect(await refusalOf(closePartnerCall(who, { id: callId }))).toBe('partnership.objection.notActing')
  await closePartnerCall(moderator, { id: callId })
  expect(await refusalOf(closePartnerCall(looking.member, { id: callId }))).toBe('partnership.objection.closed')
  expect(await refusalOf(requestPartnership(stranger, { callId, organisationId: theirs, message: words }))).toBe('partnership.objection.closed')
  await withdrawPartnerRequest(other.member, { id: requestId })
})

test('says what is wrong with what was typed', async () => {
  const { looking } = await aPartnerCall()
  const typed = (more: Record<string, string>) => refusalOf(openPartnerCall(looking.member, aPartnerCallTyped(looking.organisationId, more)))
  expect(await typed({ title: ' ', sought: '', field: '99', district: 'gdynia', until: '2027-02-30' })).toEqual({
    title: 'problem.tooShort', sought: 'problem.required', field: 'problem.choose', district: 'problem.choose', until: 'partnership.problem.until',
  })
  expect(await typed({ until: '2020-01-01' })).toEqual({ until: 'partnership.problem.past' })
  expect(await typed({ until: '2999-01-01' })).toEqual({ until: 'partnership.problem.far' })
  expect(await typed({ proposalId: looking.organisationId })).toBe('objection.missing')
})
