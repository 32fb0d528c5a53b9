import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import { prepareDecision, publishDecisions } from '../proposals/commands/decisions'
import { appealRejection, decideAppeal } from '../proposals/commands/appeals'
import { assessedBy, modes, type Mode } from '../proposals/modes'
import { getForDesk } from '../proposals/queries/desk'
import { proposalDecisions, proposalMoves, proposals } from '../proposals/tables'
import { aDraft, aMember, aPublished, decided } from '../proposals/testing'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { assignAssessor } from './commands/assessors'
import { saveCard } from './commands/cards'
import { listCandidates } from './queries/desk'
import { resultSoFar } from './standing'
import { assessors } from './tables'
import { aCardIn, anAssessor, anOfficial, inTenDays, linesFor } from './testing'

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof Refusal ? error.objection.key : Promise.reject(error)))
const constraint = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => (error.cause as { constraint_name?: string }).constraint_name)
const prepare = ({ coordinator, id }: Awaited<ReturnType<typeof aPublished>>, outcome = 'accepted') => prepareDecision(coordinator, { id, outcome, reason: 'Tak wynika z oceny.', version: '1' })
const waitsFor = async (id: string) => (await db.execute<{ waits: string | null }>(sql`select decision_waits_for(${id}) as waits`))[0]!.waits

describe('a decision on the merit', () => {
  test.each(modes)('of the mode %s rests on an assessment where the law says so, also in the database', async (mode: Mode) => {
    const proposal = await aPublished({ mode })
    const wants = assessedBy[mode] ? 'cards' : null
    expect(await waitsFor(proposal.id)).toBe(wants)
    expect(await refusal(prepare(proposal))).toBe(wants && 'proposal.objection.assessmentLacks.cards')
    if (!wants) return
    const { coordinator, id } = proposal
    expect(await constraint(db.insert(proposalDecisions).values({ proposalId: id, outcome: 'rejected', reason: 'Nie.', version: 1, preparedById: coordinator.id }))).toBe('decisions_rest_on_assessment')
    for (const [move, to] of [['accept', 'accepted'], ['decline', 'rejected']] as const) {
      expect(await constraint(db.insert(proposalMoves).values({ proposalId: id, move, from: 'published', to, byId: coordinator.id, reason: 'Nie.' }))).toBe('decisions_rest_on_assessment')
    }
  })

  test('waits for both cards, and for a third where these differ too much', async () => {
    const proposal = await aPublished({ mode: 'openCall' })
    const { coordinator, id } = proposal
    const said: (string | null)[] = []
    const look = async () => {
      const [inDatabase, result] = [await waitsFor(id), await resultSoFar(db, id)]
      expect(result!.wants).toBe(inDatabase)
      said.push(await refusal(prepare(proposal)))
    }
    await look()
    await aCardIn(coordinator, id, 5)
    await anAssessor(coordinator, id, 'none')
    await look()
    const [waiting] = await db.select().from(assessors).where(sql`${assessors.proposalId} = ${id} and ${assessors.place} = 2`)
    await db.update(assessors).set({ freedAt: new Date(), freedById: coordinator.id, freedReason: 'Urlop.' }).where(eq(assessors.id, waiting!.id))
    await aCardIn(coordinator, id, 1)
    await look()
    await aCardIn(coordinator, id, 2)
    await look()
    const lacks = 'proposal.objection.assessmentLacks'
    expect(said).toEqual([`${lacks}.cards`, `${lacks}.cards`, `${lacks}.third`, null])
    await publishDecisions(coordinator, { proposals: [id] })
    expect((await db.select().from(proposals).where(eq(proposals.id, id)))[0]!.state).toBe('accepted')
  })

  test('is not needed anew to overturn a rejection on appeal, and is when it goes back to be assessed', async () => {
    const rejected = async () => {
      const proposal = await aPublished({ mode: 'localInitiative' })
      for (const points of [2, 2]) await aCardIn(proposal.coordinator, proposal.id, points)
      await decided(proposal.coordinator, proposal.id, 'rejected')
      await appealRejection(proposal.member, { id: proposal.id, grounds: 'Praca społeczna nie została policzona.' })
      return { ...proposal, coordinator: await aPerson({ roles: ['coordinator'] }) }
    }
    const [overturned, reassessed] = [await rejected(), await rejected()]
    await decideAppeal(overturned.coordinator, { id: overturned.id, answer: 'overturn', reason: 'Praca została pominięta.' })
    expect((await getForDesk(overturned.coordinator, overturned.id))!.state).toBe('accepted')
    await decideAppeal(reassessed.coordinator, { id: reassessed.id, answer: 'reassess', reason: 'Praca została pominięta.' })
    expect(await refusal(prepare(reassessed))).toBe('proposal.objection.assessmentLacks.cards')
  })
})

describe('whoever belongs to a partner of a joint proposal', () => {
  /** A joint proposal of two organisations here, and somebody of the office who belongs to the second one. */
  async function aJoint() {
    const partner = await aMember()
    const [{ slug }] = (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, partner.organisationId))) as [{ slug: string }]
    const applicants = [{ ...aDraft('1.1.18', 'openCall').applicants[0]!, slug }]
    const proposal = await aPublished({ mode: 'openCall', applicants })
    const person = await anOfficial()
    return { ...proposal, person, joins: () => db.insert(organisationMembers).values({ organisationId: partner.organisationId, personId: person.id }) }
  }

  test('does not assess it, whoever asks and however', async () => {
    const { coordinator, id, person, joins } = await aJoint()
    expect((await listCandidates(coordinator, id)).map(({ id }) => id)).toContain(person.id)
    await joins()
    expect((await listCandidates(coordinator, id)).map(({ id }) => id)).not.toContain(person.id)
    expect(await refusal(assignAssessor(coordinator, { proposalId: id, personId: person.id, dueOn: inTenDays() }))).toBe('assessment.objection.of-the-organisation')
    await anAssessor(coordinator, id)
    const row = { proposalId: id, round: 1, personId: person.id, place: 2, dueOn: inTenDays(), assignedById: coordinator.id }
    expect(await constraint(db.insert(assessors).values(row))).toBe('assessors_not_of_the_organisation')
  })

  test('writes no card on once they have joined it', async () => {
    const { coordinator, id, person, joins } = await aJoint()
    const { assessorId } = await anAssessor(coordinator, id, 'none', person)
    const card = { assessorId, lines: await linesFor(assessorId, 3) }
    await saveCard(person, card)
    await joins()
    expect(await refusal(saveCard(person, card))).toBe('assessment.objection.own')
  })

  test('does not decide about it either', async () => {
    const { id, person, joins } = await aJoint()
    await joins()
    const coordinator = { ...person, roles: ['coordinator' as const] }
    expect(await refusal(prepareDecision(coordinator, { id, outcome: 'rejected', reason: 'Nie.', version: '1' }))).toBe('proposal.objection.own')
  })
})
