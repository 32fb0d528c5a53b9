import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { threads } from '../discussion/tables'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { aPerson, aTask } from '../testing'
import { publishProposal, submitProposal } from './commands'
import { appealRejection, decideAppeal } from './commands/appeals'
import { changePublished } from './commands/changes'
import { prepareDecision, publishDecisions } from './commands/decisions'
import { completenessOf } from './quality'
import { getForDesk } from './queries/desk'
import { getDraft } from './queries/own'
import { proposals } from './tables'
import { aDraft, aMember, aWholeDraft, decided, saveAll } from './testing'
import { grantYearOf, isOverYear, yearAtMost } from './small-grants'

const said = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)))

/** A small grant's draft of so many złotys, for a project that begins on a day. */
const asking = (task: string, grant: number, from: string) => {
  const to = `${from.slice(0, 4)}-12-20`
  return {
    ...aDraft(task, 'smallGrant'), from, to,
    actions: [{ ...aDraft(task, 'smallGrant').actions[0]!, from, to }],
    costs: [{ ...aDraft(task, 'smallGrant').costs[0]!, unitCost: String(grant), quantity: '1', fromGrant: String(grant) }],
    sources: { grant: String(grant), ownMoney: '', ownNonMoney: '', fees: '' },
  }
}

/** An organisation, and a way to have offers of it published whose time for remarks is over. */
async function anOrganisation() {
  const [{ member, organisationId }, { code }, coordinator] = [await aMember(), await aTask(), await aPerson({ roles: ['coordinator'] })]
  const offer = async (grant: number, from = '2027-11-01') => {
    const id = await aWholeDraft(member, organisationId, code, asking(code, grant, from))
    await submitProposal(member, { id })
    await publishProposal(coordinator, { id })
    await db.update(threads).set({ closesAt: sql`now() - interval '1 day'` }).where(sql`id = (select thread_id from proposals where id = ${id})`)
    return id
  }
  const accepted = async (grant: number, from?: string) => {
    const id = await offer(grant, from)
    await decided(coordinator, id, 'accepted')
    return id
  }
  return { member, organisationId, coordinator, code, offer, accepted }
}
const granted = async (organisationId: string) => Number((await db.execute<{ sum: string }>(sql`select sum((content #>> '{sources,grant}')::bigint) as sum from proposals where organisation_id = ${organisationId} and state = 'accepted'`))[0]!.sum)
const prepare = (person: Person, id: string) => prepareDecision(person, { id, outcome: 'accepted', reason: 'Tak.', version: '1' })

describe('small grants of one organisation in a year (art. 19a ust. 6)', () => {
  test('add up to 20,000 zł and no more; the refusal says the numbers', async () => {
    const { coordinator, organisationId, offer, accepted } = await anOrganisation()
    await accepted(10_000)
    await accepted(9_999)
    const [one, two] = [await offer(1), await offer(2)]
    const refused = await said(prepare(coordinator, two))
    expect(refused?.objection).toMatchObject({ key: 'proposal.objection.overYear', values: { year: '2027', granted: expect.stringMatching(/^19\s?999,00/), grant: expect.stringMatching(/^2,00/), max: expect.stringMatching(/^20\s?000,00/) } })
    expect((await getForDesk(coordinator, two))!.grantYear).toEqual({ year: '2027', grantedGrosze: 1_999_900, grantGrosze: 200, atMostGrosze: yearAtMost() })
    await decided(coordinator, one, 'accepted')
    expect(await granted(organisationId)).toBe(yearAtMost())
  })

  test('of another year, or of another organisation, do not count; a rejected one neither', async () => {
    const [first, second] = [await anOrganisation(), await anOrganisation()]
    await first.accepted(10_000)
    await first.accepted(10_000)
    await first.accepted(10_000, '2028-11-01')
    await second.accepted(10_000)
    const rejected = await second.offer(10_000)
    await decided(second.coordinator, rejected, 'rejected')
    expect(await said(second.accepted(10_000))).toBeNull()
  })

  test('decided at the same moment, only one of two that are too much together is accepted', async () => {
    const { coordinator, organisationId, offer, accepted } = await anOrganisation()
    await accepted(10_000)
    const both = [await offer(6000), await offer(6000)]
    for (const id of both) await prepare(coordinator, id)
    const answers = await Promise.all(both.map((id) => said(publishDecisions(coordinator, { proposals: [id] }))))
    expect(answers.map((refused) => refused?.fields.proposals?.[0]?.key ?? refused?.objection.key).toSorted()).toEqual(['proposal.objection.overYear', undefined])
    expect(await granted(organisationId)).toBe(1_600_000)
  })

  test('are not raised by an appeal or a change of wording either', async () => {
    const { member, coordinator, code, offer, accepted } = await anOrganisation()
    const appealed = await offer(5000)
    await decided(coordinator, appealed, 'rejected')
    await appealRejection(member, { id: appealed, grounds: 'Błąd w sumie.' })
    await accepted(10_000)
    const small = await accepted(6000)
    const other = await aPerson({ roles: ['coordinator'] })
    expect((await said(decideAppeal(other, { id: appealed, answer: 'overturn', reason: 'Tak.' })))?.objection.key).toBe('proposal.objection.overYear')
    const revision = (await getDraft(member, small))!.revision
    await saveAll(member, small, asking(code, 10_000, '2027-11-01'), revision)
    expect(await said(changePublished(member, { id: small, reason: 'Drożej.', version: '1' }))).toBeNull()
    expect((await said(decideAppeal(other, { id: appealed, answer: 'overturn', reason: 'Tak.' })))?.objection.key).toBe('proposal.objection.overYear')
    // Past the commands, the database refuses by itself.
    await expect(db.update(proposals).set({ state: 'accepted' }).where(eq(proposals.id, appealed))).rejects.toMatchObject({ cause: { constraint_name: 'small_grants_within_year' } })
  })

  test('that are raised above the limit by a change are refused with a sentence', async () => {
    const { member, code, accepted } = await anOrganisation()
    await accepted(10_000)
    await accepted(5000)
    const small = await accepted(2000)
    await saveAll(member, small, asking(code, 9000, '2027-11-01'), (await getDraft(member, small))!.revision)
    expect((await said(changePublished(member, { id: small, reason: 'Drożej.', version: '1' })))?.objection.key).toBe('life.objection.changeOverYear')
  })

  test('are warned of while the applicant writes', async () => {
    const { member, organisationId, code, accepted } = await anOrganisation()
    await accepted(10_000)
    await accepted(9000)
    const id = await aWholeDraft(member, organisationId, code, asking(code, 2000, '2027-11-01'))
    const { draft, granted } = (await getDraft(member, id))!
    expect(granted).toEqual({ 2027: 1_900_000 })
    const gaps = (of: Record<string, number>) => completenessOf(draft, undefined, of).steps.flatMap(({ gaps }) => gaps).filter(({ path }) => path === 'sources.grant')
    expect(gaps(granted)).toMatchObject([{ level: 'advice', reasons: [{ key: 'offer.quality.overYear' }] }])
    expect(gaps({ 2027: 1_800_000 })).toEqual([])
    expect(grantYearOf({ ...draft, mode: 'idea' }, granted)).toBeNull()
    expect(isOverYear(grantYearOf(draft, granted)!)).toBe(true)
  })
})
