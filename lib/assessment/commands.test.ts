import { and, eq, inArray, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { people } from '../accounts/tables'
import { db } from '../db'
import { events } from '../events/tables'
import { organisationMembers } from '../organisations/tables'
import { moveProposal } from '../proposals/steps'
import { proposals } from '../proposals/tables'
import { Refusal } from '../refusal'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { assignAssessor, declareInterest, freeAssessor, remindAssessor } from './commands/assessors'
import { saveCard, submitCard } from './commands/cards'
import { adoptCriteria } from './commands/criteria'
import { forwardToDepartment, returnFromDepartment } from './commands/forwarding'
import { listCriteriaSets } from './queries/criteria'
import { getAtTheOffice, listCandidates } from './queries/desk'
import { getOutcome } from './queries/outcome'
import { getSheet } from './queries/sheet'
import { listCalls, listForwarded, listMine } from './queries/work'
import { remindDueAssessors } from './reminding'
import { assessors, cardPoints, cards, criteria } from './tables'
import { aCardIn, anAssessor, anOfficial, aPublished, inTenDays, linesFor } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
/** The constraint by which the database itself refuses. */
const constraint = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error as Error & { cause?: { constraint_name?: string; code?: string } })
  return error?.cause?.constraint_name ?? error?.cause?.code ?? String(error)
}
const mailsTo = (email: string) => db.select({ subject: outbox.subject, body: outbox.body }).from(outbox).where(eq(outbox.recipient, email))
const stageOf = async (...[viewer, id]: [Parameters<typeof listCalls>[0], string]) => (await listCalls(viewer)).find((call) => call.id === id)?.stage
const decide = (proposalId: string, person: Awaited<ReturnType<typeof aPerson>>, move: 'accept' | 'decline' = 'decline') => db.transaction((tx) => moveProposal(tx, { id: proposalId, move, person, reason: 'Zabrakło pieniędzy.' }))

describe('assigning', () => {
  test('shows the coordinator names, and of namesakes what tells them apart, never an address', async () => {
    const { coordinator, proposalId } = await aPublished()
    const [alone, ...namesakes] = [await aPerson({ roles: ['official'], name: `Sama ${crypto.randomUUID()}` }), await anOfficial(), await anOfficial()]
    const shared = `Ewa ${crypto.randomUUID()}`
    await db.update(people).set({ name: shared }).where(inArray(people.id, namesakes.map(({ id }) => id)))
    const candidates = await listCandidates(coordinator, proposalId)
    const shown = (id: string) => candidates.find((candidate) => candidate.id === id)!.name
    expect(shown(alone.id)).toBe(alone.name)
    for (const { id, email } of namesakes) expect(shown(id)).toMatch(new RegExp(`^Ewa .+, ${email.split('@')[0]}$`))
    expect(candidates.filter(({ name }) => name.includes('@'))).toEqual([])
    await anAssessor(coordinator, proposalId, undefined, alone)
    await db.update(people).set({ name: null }).where(eq(people.id, alone.id))
    expect(JSON.stringify((await getAtTheOffice(coordinator, proposalId))!.lead)).not.toContain('@')
  })

  test('gives the next place and tells by mail', async () => {
    const { coordinator, proposalId } = await aPublished()
    expect(await stageOf(coordinator, proposalId)).toBe('unassigned')
    const official = await anOfficial()
    expect(await listCandidates(coordinator, proposalId)).toContainEqual(expect.objectContaining({ id: official.id, waiting: 0 }))
    const { assessorId } = await anAssessor(coordinator, proposalId, undefined, official)
    expect(await listCandidates(coordinator, proposalId)).not.toContainEqual(expect.objectContaining({ id: official.id }))
    const [mail] = await mailsTo(official.email)
    expect(mail!.body).toContain(`/urzad/oceny/karta/${assessorId}`)
    expect((await listMine(official)).waiting).toMatchObject([{ id: assessorId, step: 'declare', overdue: false }])
    expect((await getAtTheOffice(coordinator, proposalId))!.lead).toMatchObject({ nextPlace: 2, seats: [{ place: 1, personId: official.id }] })
  })

  test('is refused, with a reason, where it would not be fair', async () => {
    const { coordinator, member, proposalId, organisationId } = await aPublished()
    const assign = (personId: string, by = coordinator) => refusal(assignAssessor(by, { proposalId, personId, dueOn: inTenDays() }))
    const [resident, official] = [await aPerson(), await anOfficial()]
    expect(await assign(resident.id)).toEqual(['forbidden', 'assessment.objection.not-official'])
    expect(await assign(coordinator.id)).toEqual(['forbidden', 'assessment.objection.oneself'])
    await db.insert(organisationMembers).values({ organisationId, personId: official.id })
    expect(await assign(official.id)).toEqual(['forbidden', 'assessment.objection.of-the-organisation'])
    const { official: first } = await anAssessor(coordinator, proposalId, 'own')
    expect(await assign(first.id)).toEqual(['forbidden', 'assessment.objection.assigned-before'])
    await anAssessor(coordinator, proposalId)
    await anAssessor(coordinator, proposalId)
    expect(await assign((await anOfficial()).id)).toEqual(['forbidden', 'assessment.objection.noPlace'])
    expect(await refusal(assignAssessor(coordinator, { proposalId, personId: first.id, dueOn: '2020-01-01' }))).toEqual(['invalid', 'objection.checkTheForm'])
    expect(await assign((await anOfficial()).id, member as typeof coordinator)).toEqual(['forbidden', 'objection.notYours'])
  })

  test('the database keeps out members, second persons at a place, and whoever assigned themselves', async () => {
    const { coordinator, member, proposalId } = await aPublished()
    const { official } = await anAssessor(coordinator, proposalId)
    const row = { proposalId, round: 1, place: 2, dueOn: inTenDays(), assignedById: coordinator.id }
    const other = await anOfficial()
    expect(await constraint(db.insert(assessors).values({ ...row, personId: member.id }))).toBe('assessors_not_of_the_organisation')
    expect(await constraint(db.insert(assessors).values({ ...row, place: 1, personId: other.id }))).toBe('assessors_one_each_place')
    expect(await constraint(db.insert(assessors).values({ ...row, personId: official.id }))).toBe('assessors_once_each_person')
    expect(await constraint(db.insert(assessors).values({ ...row, personId: other.id, assignedById: other.id }))).toBe('assessors_not_by_oneself')
  })

  test('two coordinators at once fill two places, five no more than two', async () => {
    const { coordinator, proposalId } = await aPublished()
    const [another, ...officials] = await Promise.all([aPerson({ roles: ['coordinator'] }), ...Array.from({ length: 5 }, anOfficial)])
    const outcomes = await Promise.allSettled(officials.map((official, place) => assignAssessor(place % 2 ? another : coordinator, { proposalId, personId: official.id, dueOn: inTenDays() })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    const held = await db.select({ place: assessors.place }).from(assessors).where(and(eq(assessors.proposalId, proposalId), isNull(assessors.freedAt)))
    expect(held.map(({ place }) => place).toSorted()).toEqual([1, 2])
  })

  test('a place is freed with a reason, and filled again', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId, 'none')
    await saveCard(official, { assessorId, lines: await linesFor(assessorId, 3) })
    expect(await refusal(freeAssessor(coordinator, { assessorId, reason: ' ' }))).toEqual(['invalid', 'objection.checkTheForm'])
    await freeAssessor(coordinator, { assessorId, reason: 'Długi urlop.' })
    expect(await refusal(saveCard(official, { assessorId, lines: [] }))).toEqual(['forbidden', 'assessment.objection.freed'])
    expect(await refusal(freeAssessor(coordinator, { assessorId, reason: 'Znowu.' }))).toEqual(['forbidden', 'assessment.objection.freed'])
    expect((await listMine(official)).done).toMatchObject([{ id: assessorId, step: 'freed' }])
    await anAssessor(coordinator, proposalId)
    expect((await getAtTheOffice(coordinator, proposalId))!.lead!.nextPlace).toBe(2)
  })
})

describe('a declaration of interest', () => {
  test('comes before the sheet', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId)
    expect(await getSheet(official, assessorId)).toMatchObject({ sheet: null })
    const lines = await linesFor(assessorId, 3)
    expect(await refusal(saveCard(official, { assessorId, lines }))).toEqual(['forbidden', 'assessment.objection.declareFirst'])
    expect(await refusal(submitCard(official, { assessorId }))).toEqual(['forbidden', 'assessment.objection.declareFirst'])
    expect(await constraint(db.insert(cards).values({ assessorId, typed: lines }))).toBe('cards_without_conflict')
    await declareInterest(official, { assessorId, declaration: 'none', words: 'Nic.' })
    expect((await getSheet(official, assessorId))!.sheet!.criteria.length).toBeGreaterThan(3)
    expect(await refusal(declareInterest(official, { assessorId, declaration: 'none' }))).toEqual(['forbidden', 'assessment.objection.declared'])
    const [event] = await db.select().from(events).where(and(eq(events.subject, assessorId), eq(events.name, 'assessor.declared')))
    expect(event!.actor).toBe(official.ledgerKey)
  })

  test.each(['own', 'related'] as const)('of a conflict (%s) shuts the sheet and frees the place', async (declaration) => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId)
    expect(await refusal(declareInterest(official, { assessorId, declaration, words: ' ' }))).toEqual(['invalid', 'objection.checkTheForm'])
    await declareInterest(official, { assessorId, declaration, words: 'Brat jest skarbnikiem.' })
    expect(await getSheet(official, assessorId)).toMatchObject({ sheet: null })
    expect(await refusal(saveCard(official, { assessorId, lines: [] }))).toEqual(['forbidden', 'assessment.objection.freed'])
    expect(await constraint(db.insert(cards).values({ assessorId, typed: [] }))).toBe('cards_without_conflict')
    expect(await constraint(db.update(assessors).set({ declaration: 'none' }).where(eq(assessors.id, assessorId)))).toBe('assessors_stay')
    expect((await listMine(official)).done).toMatchObject([{ step: 'conflict' }])
    expect((await getAtTheOffice(coordinator, proposalId))!.lead).toMatchObject({ nextPlace: 1, seats: [{ words: 'Brat jest skarbnikiem.' }] })
    const { assessorId: next } = await anAssessor(coordinator, proposalId, 'none')
    expect(next).not.toBe(assessorId)
  })

  test('of a conflict that is noticed while writing takes the draft away', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId, 'none')
    await saveCard(official, { assessorId, lines: await linesFor(assessorId, 5) })
    await declareInterest(official, { assessorId, declaration: 'related', words: 'Dopiero teraz widzę nazwisko.' })
    expect(await db.$count(cards, eq(cards.assessorId, assessorId))).toBe(0)
  })

  test('cannot be „none” by somebody who has joined the organisation since', async () => {
    const { coordinator, proposalId, organisationId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId)
    await db.insert(organisationMembers).values({ organisationId, personId: official.id })
    expect(await refusal(declareInterest(official, { assessorId, declaration: 'none' }))).toEqual(['forbidden', 'assessment.objection.own'])
    await declareInterest(official, { assessorId, declaration: 'own', words: 'Należę od dziś.' })
  })
})

describe('a card', () => {
  test('keeps whatever is typed, and is handed in when it is whole', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId, 'none')
    const lines = await linesFor(assessorId, 'dużo', '')
    expect(await refusal(submitCard(official, { assessorId }))).toEqual(['invalid', 'assessment.objection.notWhole'])
    await saveCard(official, { assessorId, lines })
    expect((await getSheet(official, assessorId))!.sheet!.typed).toEqual(lines)
    const error = (await submitCard(official, { assessorId }).catch((error: unknown) => error)) as Refusal
    expect(Object.keys(error.fields)).toHaveLength(2 * lines.length)
    expect(await db.$count(cardPoints, eq(cardPoints.assessorId, assessorId))).toBe(0)

    // One line sent leaves the others as they were.
    await saveCard(official, { assessorId, lines: [{ ...lines[0]!, points: '2', reason: 'Bo tak.' }, { criterion: crypto.randomUUID(), points: '1', reason: 'Obce.' }] })
    expect((await getSheet(official, assessorId))!.sheet!.typed).toEqual([{ ...lines[0]!, points: '2', reason: 'Bo tak.' }, ...lines.slice(1)])
    await saveCard(official, { assessorId, lines: await linesFor(assessorId, 4) })
    await submitCard(official, { assessorId })
    expect((await listMine(official)).done).toMatchObject([{ step: 'submitted' }])
  })

  test('stays as it was handed in', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await aCardIn(coordinator, proposalId, 4)
    expect(await refusal(saveCard(official, { assessorId, lines: [] }))).toEqual(['forbidden', 'assessment.objection.submitted'])
    expect(await refusal(submitCard(official, { assessorId }))).toEqual(['forbidden', 'assessment.objection.submitted'])
    expect(await refusal(freeAssessor(coordinator, { assessorId, reason: 'Nie podoba się.' }))).toEqual(['forbidden', 'assessment.objection.submitted'])
    expect(await refusal(declareInterest(official, { assessorId, declaration: 'own', words: 'Jednak.' }))).toEqual(['forbidden', 'assessment.objection.submitted'])
    expect(await constraint(db.update(cards).set({ typed: [] }).where(eq(cards.assessorId, assessorId)))).toBe('cards_handed_in_once')
    expect(await constraint(db.delete(cards).where(eq(cards.assessorId, assessorId)))).toBe('cards_handed_in_once')
    expect(await constraint(db.update(cardPoints).set({ points: 5 }).where(eq(cardPoints.assessorId, assessorId)))).toBe('cards_handed_in_once')
    expect(await constraint(db.delete(cardPoints).where(eq(cardPoints.assessorId, assessorId)))).toBe('cards_handed_in_once')
    expect(await constraint(db.update(assessors).set({ freedAt: new Date(), freedById: coordinator.id, freedReason: 'x' }).where(eq(assessors.id, assessorId)))).toBe('assessors_stay')
  })

  test('gives no more points than there are, for no foreign criterion, and is not handed in by halves', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { assessorId } = await anAssessor(coordinator, proposalId, 'none')
    const [line] = await linesFor(assessorId, 1)
    await db.insert(cards).values({ assessorId, typed: [] })
    const row = { assessorId, criterionId: line!.criterion, reason: 'Tak.' }
    expect(await constraint(db.insert(cardPoints).values({ ...row, points: 6 }))).toBe('card_points_within')
    expect(await constraint(db.insert(cardPoints).values({ ...row, points: -1 }))).toBe('card_points_not_negative')
    expect(await constraint(db.insert(cardPoints).values({ ...row, points: 1, reason: '' }))).toBe('card_points_with_reason')
    const [foreign] = (await listCriteriaSets(null)).find(({ mode }) => mode === 'openCall')!.criteria
    expect(await constraint(db.insert(cardPoints).values({ ...row, criterionId: foreign!.id, points: 1 }))).toBe('card_points_within')
    await db.insert(cardPoints).values({ ...row, points: 1 })
    expect(await constraint(db.update(cards).set({ submittedAt: new Date(), version: 1 }).where(eq(cards.assessorId, assessorId)))).toBe('cards_whole')
  })

  test('handed in twice at once is handed in once', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId, 'none')
    const lines = await linesFor(assessorId, 3)
    await saveCard(official, { assessorId, lines })
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => submitCard(official, { assessorId })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'forbidden', objection: { key: 'assessment.objection.submitted' } })
    expect(await db.$count(cardPoints, eq(cardPoints.assessorId, assessorId))).toBe(lines.length)
  })

  test('and a decision that is published at once do not cross: in before it, or refused', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId, 'none')
    await saveCard(official, { assessorId, lines: await linesFor(assessorId, 3) })
    const [card, decision] = await Promise.allSettled([submitCard(official, { assessorId }), decide(proposalId, coordinator)])
    expect(decision.status).toBe('fulfilled')
    const [row] = await db.select({ submittedAt: cards.submittedAt }).from(cards).where(eq(cards.assessorId, assessorId))
    const [proposal] = await db.select({ stateAt: proposals.stateAt }).from(proposals).where(eq(proposals.id, proposalId))
    if (card.status === 'rejected') expect([row!.submittedAt, (card.reason as Refusal).objection.key]).toEqual([null, 'assessment.objection.notOpen'])
    else expect(row!.submittedAt!.getTime()).toBeLessThanOrEqual(proposal!.stateAt.getTime())
    // Nor behind the command's back.
    if (card.status === 'rejected') return
    const late = await anAssessor(coordinator, proposalId).then(() => 'assigned', (error: Refusal) => error.objection.key)
    expect(late).toBe('assessment.objection.notOpen')
  })

  test('is not handed in after the decision, whatever the site thinks', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId, 'none')
    const lines = await linesFor(assessorId, 3)
    await saveCard(official, { assessorId, lines })
    await decide(proposalId, coordinator)
    await db.insert(cardPoints).values(lines.map(({ criterion, reason }) => ({ assessorId, criterionId: criterion, points: 3, reason })))
    expect(await constraint(db.update(cards).set({ submittedAt: new Date(), version: 1 }).where(eq(cards.assessorId, assessorId)))).toBe('cards_while_open')
  })
})

describe('blindness', () => {
  const canary = 'KANAREK pierwszej karty'
  test('nobody reads a card before both are in, then both and the coordinator do, the third when theirs is', async () => {
    const { coordinator, member, proposalId } = await aPublished()
    const first = await aCardIn(coordinator, proposalId, 5, canary)
    const second = await anAssessor(coordinator, proposalId, 'none')
    const seen = async () => JSON.stringify([await getAtTheOffice(coordinator, proposalId), await listCalls(coordinator), await getSheet(second.official, second.assessorId), await listMine(second.official), await getSheet(second.official, first.assessorId), await getOutcome(null, proposalId), await getOutcome(member, proposalId)])
    expect(await seen()).not.toContain(canary)
    expect(JSON.stringify(await getSheet(first.official, first.assessorId))).toContain(canary) // Their own.

    await saveCard(second.official, { assessorId: second.assessorId, lines: await linesFor(second.assessorId, 1, 'Druga karta') })
    expect(await seen()).not.toContain(canary)
    await submitCard(second.official, { assessorId: second.assessorId })
    expect((await getSheet(second.official, second.assessorId))!.sheet!.others).toHaveLength(2)
    const lead = (await getAtTheOffice(coordinator, proposalId))!.lead!
    expect([lead.cards.length, lead.result!.wants, lead.nextPlace, await stageOf(coordinator, proposalId)]).toEqual([2, 'third', 3, 'apart'])

    const third = await anAssessor(coordinator, proposalId, 'none')
    expect(JSON.stringify(await getSheet(third.official, third.assessorId))).not.toContain(canary)
    expect(await stageOf(coordinator, proposalId)).toBe('waiting')
    await saveCard(third.official, { assessorId: third.assessorId, lines: await linesFor(third.assessorId, 4, 'Trzecia') })
    await submitCard(third.official, { assessorId: third.assessorId })
    expect((await getSheet(third.official, third.assessorId))!.sheet!.others).toHaveLength(3)
    expect((await getAtTheOffice(coordinator, proposalId))!.lead!.result).toMatchObject({ scores: [100, 20, 80], counted: [0, 2], total: 90 })
    expect(await stageOf(coordinator, proposalId)).toBe('ready')
    expect(await getOutcome(member, proposalId)).toBeNull()
  })

  test('a coordinator who assesses or has a conflict reads no cards either', async () => {
    const { coordinator, proposalId } = await aPublished()
    const both = await aPerson({ roles: ['official', 'coordinator'] })
    await anAssessor(coordinator, proposalId, 'related', both)
    await aCardIn(coordinator, proposalId, 3, canary)
    await aCardIn(coordinator, proposalId, 3)
    expect(JSON.stringify(await getAtTheOffice(coordinator, proposalId))).toContain(canary)
    expect(JSON.stringify(await getAtTheOffice(both, proposalId))).not.toContain(canary)
  })
})

describe('the outcome', () => {
  test('is for everyone once the decision is published, and tells nobody’s name', async () => {
    const { coordinator, proposalId, member } = await aPublished()
    await anAssessor(coordinator, proposalId, 'own')
    const cardsIn = [await aCardIn(coordinator, proposalId, 3, 'Dobry plan.'), await aCardIn(coordinator, proposalId, 4, 'Jasne koszty.')]
    expect(await getOutcome(member, proposalId)).toBeNull()
    await decide(proposalId, coordinator, 'accept')
    for (const viewer of [null, member, coordinator]) {
      const outcome = (await getOutcome(viewer, proposalId))!
      expect(outcome).toMatchObject({ before: false, conflicts: 1, result: { total: 70, most: 100 } })
      expect(outcome.cards.map(({ lines }) => lines[0]!.reason)).toEqual(['Dobry plan.', 'Jasne koszty.'])
      const said = JSON.stringify(outcome)
      for (const { official, assessorId } of cardsIn) for (const secret of [official.id, official.name!, official.email, official.ledgerKey, assessorId]) expect(said).not.toContain(secret)
    }
  })

  test('after an upheld appeal others assess anew, and the first outcome stays until then', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { official } = await aCardIn(coordinator, proposalId, 1)
    await aCardIn(coordinator, proposalId, 1)
    await decide(proposalId, coordinator)
    const another = await aPerson({ roles: ['coordinator'] })
    await db.transaction((tx) => moveProposal(tx, { id: proposalId, move: 'reassess', person: another, reason: 'Nie wzięto pod uwagę wkładu.' }))
    expect(await getOutcome(null, proposalId)).toMatchObject({ before: true, result: { total: 20 } })
    expect(await stageOf(coordinator, proposalId)).toBe('unassigned')
    expect(await refusal(assignAssessor(coordinator, { proposalId, personId: official.id, dueOn: inTenDays() }))).toEqual(['forbidden', 'assessment.objection.assigned-before'])
    await aCardIn(coordinator, proposalId, 5)
    await aCardIn(coordinator, proposalId, 5)
    await decide(proposalId, another, 'accept')
    expect(await getOutcome(null, proposalId)).toMatchObject({ before: false, result: { total: 100 } })
  })

  test('of what was not assessed, of nothing and of nonsense is none', async () => {
    const { coordinator, proposalId } = await aPublished()
    await decide(proposalId, coordinator)
    for (const id of [proposalId, crypto.randomUUID(), 'x']) expect(await getOutcome(null, id)).toBeNull()
  })
})

describe('forwarding', () => {
  test('asks a department, one at a time, and keeps its answer', async () => {
    const { coordinator, proposalId } = await aPublished()
    const official = await anOfficial()
    const ask = { proposalId, department: 'edukacja', dueOn: inTenDays(), note: 'Czy sala jest wolna?' }
    expect(await refusal(forwardToDepartment(coordinator, { ...ask, department: 'nieznany' }))).toEqual(['invalid', 'objection.checkTheForm'])
    await forwardToDepartment(coordinator, ask)
    expect(await refusal(forwardToDepartment(official, ask))).toEqual(['forbidden', 'assessment.objection.forwarded'])
    const [waiting] = (await listForwarded(official)).filter((each) => each.proposalId === proposalId)
    expect(waiting).toMatchObject({ department: 'Wydział Edukacji', overdue: false })
    await returnFromDepartment(official, { forwardingId: waiting!.id, note: 'Jest wolna.' })
    expect(await refusal(returnFromDepartment(coordinator, { forwardingId: waiting!.id, note: 'Nie jest.' }))).toEqual(['forbidden', 'assessment.objection.returned'])
    expect((await getAtTheOffice(official, proposalId))!).toMatchObject({ lead: null, forwardings: [{ note: 'Czy sala jest wolna?', returnNote: 'Jest wolna.', returnedBy: official.name }] })
    await forwardToDepartment(official, ask)
    expect(await listForwarded(await aPerson())).toEqual([])
  })

  test('twice at once is once', async () => {
    const { coordinator, proposalId } = await aPublished()
    const outcomes = await Promise.allSettled([1, 2].map(() => forwardToDepartment(coordinator, { proposalId, department: 'kultura', dueOn: inTenDays(), note: 'Prośba.' })))
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('reminding', () => {
  test('once, of what is due soon and not in, however many instances look', async () => {
    const { coordinator, proposalId } = await aPublished()
    const [soon, later] = [await anAssessor(coordinator, proposalId), await anAssessor(coordinator, proposalId)]
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    await db.update(assessors).set({ dueOn: tomorrow }).where(eq(assessors.id, soon.assessorId))
    await Promise.all([remindDueAssessors(), remindDueAssessors(), remindDueAssessors()])
    await remindDueAssessors()
    const reminders = async (email: string) => (await mailsTo(email)).filter(({ subject }) => subject.startsWith('Zbliża'))
    expect(await reminders(soon.official.email)).toHaveLength(1)
    expect(await reminders(later.official.email)).toHaveLength(0)
    expect(await refusal(remindAssessor(coordinator, { assessorId: soon.assessorId }))).toEqual(['forbidden', 'objection.notYours'])
  })
})

describe('criteria', () => {
  test('are adopted for a day to come, never edited; what has begun goes on by its own', async () => {
    const { coordinator, proposalId } = await aPublished()
    const { assessorId } = await anAssessor(coordinator, proposalId, 'none')
    const before = await linesFor(assessorId, 1)
    const admin = await aPerson({ roles: ['admin'] })
    const set = { mode: 'localInitiative', validFrom: new Date(Date.now() + (20 + Math.floor(Math.random() * 300)) * 86_400_000).toISOString().slice(0, 10), basis: 'Zarządzenie nr 7', apartPercent: '10', days: '7' }
    expect(await refusal(adoptCriteria(admin, { ...set, lines: 'Koszty' }))).toEqual(['invalid', 'objection.checkTheForm'])
    expect(await refusal(adoptCriteria(coordinator, { ...set, lines: 'Koszty | 5 | 4 | Tak?' }))).toEqual(['forbidden', 'objection.notYours'])
    const { id } = await adoptCriteria(admin, { ...set, lines: 'Koszty | 5 | 4 | Czy są uzasadnione?' })
    expect(await refusal(adoptCriteria(admin, { ...set, lines: 'Koszty | 5 | 4 | Tak?' }))).toEqual(['conflict', 'assessment.objection.sameDay'])
    expect((await listCriteriaSets(null)).find((each) => each.id === id)).toMatchObject({ later: true, most: 20, criteria: [{ name: 'Koszty' }] })
    expect(await constraint(db.update(criteria).set({ weight: 9 }).where(eq(criteria.setId, id)))).toBe('23001')
    expect(await linesFor(assessorId, 1)).toEqual(before)
  })
})
