import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { confirmOrganisation, refuseOrganisation, registerOrganisation } from './commands'
import { getBySlug, getForDesk, listConfirmed, listMemberships, listOwnOrganisations, listWaiting, organisationExists } from './queries'
import { organisations } from './tables'

/** Ten digits that no other test has. */
const someKrs = () => String(1_000_000_000 + Math.floor(Math.random() * 8_999_999_999))
const registration = (more: Record<string, string> = {}) => ({ name: 'Fundacja Rzeka', legalForm: 'foundation', krs: someKrs(), seat: 'ul. Szeroka 1, Toruń', about: 'Sprzątamy brzegi.', contactEmail: 'biuro@rzeka.pl', ...more })
const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
const slugOfId = async (id: string) => (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, id)))[0]!.slug

describe('registering', () => {
  test('makes its registrant a member, and nobody else sees it', async () => {
    const person = await aPerson()
    const { id } = await registerOrganisation(person, registration())
    expect(await listMemberships(person)).toMatchObject([{ id, state: 'waiting' }])
    expect(await listOwnOrganisations(person)).toEqual([])
    expect(await getBySlug(null, await slugOfId(id))).toBeNull()
    expect(await organisationExists(null, await slugOfId(id))).toBe(false)
    expect((await listConfirmed(null)).some((organisation) => organisation.id === id)).toBe(false)
    expect(await getForDesk(person, id)).toBeNull()
  })

  test('gives each its own address', async () => {
    const person = await aPerson()
    const name = `Koło ${someKrs()}`
    const ids = await Promise.all([1, 2, 3].map(() => registerOrganisation(person, registration({ name }))))
    const slugs = await Promise.all(ids.map(({ id }) => slugOfId(id)))
    expect(new Set(slugs).size).toBe(3)
    expect(slugs.map((slug) => slug.replace(/-[23]$/, ''))).toEqual([slugs.toSorted()[0], slugs.toSorted()[0], slugs.toSorted()[0]])
    expect(await slugOfId((await registerOrganisation(person, registration({ name: 'Nowa' }))).id)).toMatch(/^nowa-\d+$/)
  })

  test('the same KRS twice at once is one', async () => {
    const [one, two] = [await aPerson(), await aPerson()]
    const krs = someKrs()
    const outcomes = await Promise.allSettled([one, two, one, two].map((person) => registerOrganisation(person, registration({ krs }))))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toBe('organisation.objection.sameKrs')
    expect(await db.$count(organisations, eq(organisations.krs, krs))).toBe(1)
  })

  test('a refused registration frees its numbers', async () => {
    const [person, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
    const input = registration()
    const { id } = await registerOrganisation(person, input)
    expect(await refusal(registerOrganisation(person, input))).toEqual(['conflict', 'organisation.objection.sameKrs'])
    await refuseOrganisation(moderator, { id, reason: 'Brak odpisu.' })
    expect(await listMemberships(person)).toMatchObject([{ id, state: 'refused', refusalReason: 'Brak odpisu.' }])
    await registerOrganisation(person, input)
  })

  test('is for people with a name', async () => {
    expect(await refusal(registerOrganisation(await aPerson({ name: null }), registration()))).toEqual(['forbidden', 'objection.nameFirst'])
    expect(await refusal(registerOrganisation({ ...(await aPerson()), suspendedUntil: new Date(Date.now() + 60_000) }, registration()))).toEqual(['forbidden', 'objection.suspended'])
    expect(await refusal(registerOrganisation(await aPerson(), registration({ nip: '1234567890' })))).toEqual(['invalid', 'objection.checkTheForm'])
  })
})

describe('deciding', () => {
  test('a confirmed organisation is public, without its contact', async () => {
    const [person, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
    const { id } = await registerOrganisation(person, registration())
    expect(await listWaiting(moderator)).toContainEqual(expect.objectContaining({ id, own: false }))
    expect(await listWaiting(person)).toEqual([])
    expect(await getForDesk(moderator, id)).toMatchObject({ contactEmail: 'biuro@rzeka.pl', state: 'waiting', isMember: false })
    await confirmOrganisation(moderator, { id })
    const shown = await getBySlug(null, await slugOfId(id))
    expect(shown).toMatchObject({ id, name: 'Fundacja Rzeka' })
    expect(JSON.stringify([shown, await listConfirmed(null)])).not.toContain('biuro@rzeka.pl')
    expect(await listOwnOrganisations(person)).toMatchObject([{ id }])
    expect((await listWaiting(moderator)).some((waiting) => waiting.id === id)).toBe(false)
  })

  test('is not for its own people, nor for residents, nor without a reason', async () => {
    const [moderator, other, resident] = [await aPerson({ roles: ['moderator', 'admin'] }), await aPerson({ roles: ['moderator'] }), await aPerson()]
    const { id } = await registerOrganisation(moderator, registration())
    expect(await refusal(confirmOrganisation(moderator, { id }))).toEqual(['forbidden', 'organisation.objection.own'])
    expect(await refusal(confirmOrganisation(resident, { id }))).toEqual(['forbidden', 'objection.notYours'])
    expect(await refusal(refuseOrganisation(other, { id, reason: '  ' }))).toEqual(['invalid', 'objection.checkTheForm'])
    expect(await refusal(confirmOrganisation(other, { id: other.id }))).toEqual(['missing', 'objection.missing'])
    await expect(db.update(organisations).set({ confirmedAt: new Date(), confirmedById: moderator.id }).where(eq(organisations.id, id))).rejects.toThrow()
  })

  test('two moderators at once make one decision, and the other hears of it', async () => {
    const [person, one, two] = [await aPerson(), await aPerson({ roles: ['moderator'] }), await aPerson({ roles: ['moderator'] })]
    const { id } = await registerOrganisation(person, registration())
    const outcomes = await Promise.allSettled([confirmOrganisation(one, { id }), refuseOrganisation(two, { id, reason: 'Nie.' })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult
    expect((refused.reason as Refusal).objection.key).toMatch(/organisation.objection.already(Confirmed|Refused)/)
  })
})

test('the directory follows the Polish alphabet', async () => {
  const [person, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
  const mark = someKrs()
  for (const name of ['Żuraw', 'Lipa', 'Łąka', 'Zamek', 'Ćma', 'Cis']) {
    const { id } = await registerOrganisation(person, registration({ name: `${name} ${mark}` }))
    await confirmOrganisation(moderator, { id })
  }
  expect((await listConfirmed(null)).map(({ name }) => name).filter((name) => name.endsWith(mark)).map((name) => name.split(' ')[0])).toEqual(['Cis', 'Ćma', 'Lipa', 'Łąka', 'Zamek', 'Żuraw'])
})
