import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db'
import { organisations } from '../organisations/tables'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { startProposal, submitProposal } from './commands'
import { exported, readExported } from './exported'
import { offerDocument } from './offer-form'
import { getOffer, getOwnOffer } from './queries/offers'
import { proposals } from './tables'
import { aMember, aWholeDraft } from './testing'

// Who may take a proposal away, and what of it.

let member: Person
let other: Person
let moderator: Person
let organisationId: string
let task: string

beforeAll(async () => {
  task = (await aTask()).code
  ;({ member, moderator, organisationId } = await aMember())
  ;({ member: other } = await aMember())
  await db.update(organisations).set({ contactPhone: '600700800' }).where(eq(organisations.id, organisationId))
})

const own = async (viewer: Person | null, id: string) => {
  const offer = await getOwnOffer(viewer, id)
  if (offer === 'unfinished') throw new Error('unfinished')
  return offer
}

describe('a draft', () => {
  test('is for its members alone', async () => {
    const id = await aWholeDraft(member, organisationId, task, { mode: 'openCall' })
    expect((await own(member, id))?.content.title).toBe('Szkoła sąsiedzkich koordynatorów')
    for (const viewer of [null, await aPerson(), other, moderator, await aPerson({ roles: ['admin'] }), await aPerson({ roles: ['official'] })]) expect(await getOwnOffer(viewer, id)).toBeNull()
    expect(await getOwnOffer(member, 'nie-id')).toBeNull()
  })

  test('that cannot be read yet has no file', async () => {
    const { id } = await startProposal(member, { organisationId, task, mode: 'idea' })
    expect(await getOwnOffer(member, id)).toBe('unfinished')
  })

  test('says how to reach the organisation in the form, and not in JSON', async () => {
    const id = await aWholeDraft(member, organisationId, task, { mode: 'smallGrant' })
    const offer = (await own(member, id))!
    expect(JSON.stringify(offerDocument(offer, 'pl'))).toContain('600700800')
    const json = JSON.stringify(exported(offer))
    expect(json).not.toContain('600700800')
    expect(json).not.toContain('biuro@example.org')
    expect(readExported(json)).toEqual(offer.content)
  })

  test('that was sent is what was sent', async () => {
    const id = await aWholeDraft(member, organisationId, task)
    await submitProposal(member, { id })
    await db.update(proposals).set({ draft: {} as never }).where(eq(proposals.id, id))
    expect((await own(member, id))?.content.actions).toHaveLength(1)
    expect(await getOffer(null, id)).toBeNull()
  })
})
