import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import type { Person } from '../person'
import { aMember } from '../proposals/testing'
import { Refusal } from '../refusal'
import { aFile, aPdf, aPng } from '../sample-files'
import { files } from '../tables'
import { aPerson } from '../testing'
import { refuseOrganisation, registerOrganisation } from './commands'
import { removeLogo, setLogo } from './commands/logo'
import { getForLogo, getLogo, listLogos } from './queries/logos'
import { organisations } from './tables'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
const picture = () => aFile('logo.png', aPng(300, 200))
const rowOf = async (id: string) => (await db.select({ id: files.id, unusedSince: files.unusedSince }).from(files).innerJoin(organisations, eq(organisations.logoFileId, files.id)).where(eq(organisations.id, id)))[0]

test('a member sets the logo, changes it under another address, and removes it; each former one is let go', async () => {
  const { member, organisationId } = await aMember()
  const { slug } = await setLogo(member, { organisationId, file: picture() })
  const { [organisationId]: first } = await listLogos(null, [organisationId])
  expect(await getLogo(null, first!)).toMatchObject({ key: first, type: 'webp' })
  expect(await getForLogo(member, slug)).toMatchObject({ id: organisationId, logo: first })
  const { id: firstFile } = (await rowOf(organisationId))!
  await setLogo(member, { organisationId, file: picture() })
  const { [organisationId]: second } = await listLogos(null, [organisationId])
  expect(second).not.toBe(first)
  expect(await getLogo(null, first!)).toBeNull()
  const [former] = await db.select({ unusedSince: files.unusedSince }).from(files).where(eq(files.id, firstFile))
  expect(former!.unusedSince).toBeInstanceOf(Date)
  expect((await rowOf(organisationId))!.unusedSince).toBeNull()
  await removeLogo(member, { organisationId })
  expect([await listLogos(null, [organisationId]), await getLogo(null, second!)]).toEqual([{}, null])
})

test('A41: a logo is found by its key alone, and by nothing else', async () => {
  for (const key of ['', '../secrets.json', '%2e%2e%2f', '0'.repeat(48), 'a'.repeat(47)]) expect(await getLogo(null, key)).toBeNull()
})

test('only pictures', async () => {
  const { member, organisationId } = await aMember()
  expect(await refusal(setLogo(member, { organisationId, file: aFile('logo.pdf', aPdf()) }))).toEqual(['unsupported', 'file.problem.logoType'])
  expect(await refusal(setLogo(member, { organisationId, file: aFile('', '') }))).toEqual(['invalid', 'file.problem.none'])
})

describe('rights', () => {
  const people: Record<string, (member: Person) => Promise<Person>> = {
    member: async (member) => member,
    suspended: async (member) => ({ ...member, suspendedUntil: new Date(Date.now() + 60_000) }),
    resident: () => aPerson(),
    otherOwner: async () => (await aMember()).member,
    moderator: () => aPerson({ roles: ['moderator'] }),
    admin: () => aPerson({ roles: ['admin'] }),
  }
  test.each(Object.entries(people))('%s', async (role, who) => {
    const { member, organisationId } = await aMember()
    const person = await who(member)
    for (const ask of [() => setLogo(person, { organisationId, file: picture() }), () => removeLogo(person, { organisationId })]) {
      const answer = await ask().then(() => 'done', (error: unknown) => (error as Refusal).kind)
      expect(answer).toBe({ member: 'done', suspended: 'forbidden' }[role] ?? 'missing')
    }
  })
  test('not for a registration that was refused, whose page nobody sees', async () => {
    const [member, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
    const { id } = await registerOrganisation(member, { name: 'Koło gospodyń', legalForm: 'parish', seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org' })
    await refuseOrganisation(moderator, { id, reason: 'Brak statutu.' })
    expect(await refusal(setLogo(member, { organisationId: id, file: picture() }))).toEqual(['forbidden', 'organisation.objection.alreadyRefused'])
  })
})
