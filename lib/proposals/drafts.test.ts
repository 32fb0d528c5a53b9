import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { aPerson, aTask } from '../testing'
import { startProposal } from './commands'
import { saveStep, settleConflicts } from './commands/drafts'
import { addNote, removeNote } from './commands/notes'
import { sentBy } from './merge'
import { listConflicts, listNotes } from './queries/drafting'
import { getDraft } from './queries/own'
import { proposalEdits } from './tables'
import { aDraft, aMember, aWholeDraft } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
/** Two members of one organisation, and a whole draft of theirs. */
async function aTeam() {
  const [{ member, organisationId, moderator }, other, task] = [await aMember(), await aPerson({ name: 'Bartek' }), await aTask()]
  await db.insert(organisationMembers).values({ organisationId, personId: other.id })
  const id = await aWholeDraft(member, organisationId, task.code)
  return { member, other, moderator, organisationId, task, id, draft: await draftOf(member, id) }
}
const draftOf = async (viewer: Person, id: string) => (await getDraft(viewer, id))!
const now = async (viewer: Person, id: string) => (await draftOf(viewer, id)).draft

describe('two browsers at once', () => {
  test('twenty people who each change a field and add a row lose nothing', async () => {
    const { member, id, draft: { draft, revision } } = await aTeam()
    const fields = ['title', 'summary', 'need', 'targetGroup'] as const
    const costs = sentBy('costs', draft) as { costs: Record<string, unknown> }
    await Promise.all([
      ...fields.map((field) => saveStep(member, { id, step: 'idea', revision, ...sentBy('idea', draft), [field]: `Nowe: ${field}` })),
      ...Array.from({ length: 16 }, (_, place) => saveStep(member, { id, step: 'costs', revision, ...costs, costs: { ...costs.costs, [`rn${place}`]: { kind: `Wiersz ${place}` } } })),
    ])
    const after = await now(member, id)
    expect(fields.map((field) => after[field])).toEqual(fields.map((field) => `Nowe: ${field}`))
    expect(after.costs.map(({ kind }) => kind).filter((kind) => kind.startsWith('Wiersz'))).toHaveLength(16)
    expect(after.sources).toEqual(draft.sources)
    expect(await db.$count(proposalEdits, eq(proposalEdits.proposalId, id))).toBeGreaterThanOrEqual(20)
  })

  test('one field, two texts: one stands, the other waits for its author to choose', async () => {
    const { member, other, id, draft: { draft, revision } } = await aTeam()
    const idea = sentBy('idea', draft)
    const answers = await Promise.all([[member, 'Od pierwszej'], [other, 'Od drugiego']].map(([who, title]) => saveStep(who as Person, { id, step: 'idea', revision, ...idea, title: title as string })))
    expect(answers.map(({ conflicts }) => conflicts).sort()).toEqual([0, 1])
    const [late, early] = answers[0]!.conflicts ? [member, other] : [other, member]
    const [mine, theirs] = late === member ? ['Od pierwszej', 'Od drugiego'] : ['Od drugiego', 'Od pierwszej']
    expect((await now(member, id)).title).toBe(theirs)
    const [conflict] = await listConflicts(late, id)
    expect(conflict).toMatchObject({ path: 'title', mine, theirs, by: early.name })
    expect(await listConflicts(early, id)).toEqual([])

    // Somebody changes it once more before the choice: nothing is overwritten that was not shown.
    const seen = (await draftOf(late, id)).revision
    await saveStep(early, { id, step: 'idea', revision: seen, ...idea, title: 'Jeszcze inny' })
    expect(await settleConflicts(late, { id, revision: seen, choices: { [conflict!.id]: 'mine' } })).toMatchObject({ left: 1 })
    expect((await now(member, id)).title).toBe('Jeszcze inny')
    expect(await settleConflicts(late, { id, revision: seen + 1, choices: { [conflict!.id]: 'mine' } })).toMatchObject({ left: 0 })
    expect((await now(member, id)).title).toBe(mine)
    expect(await listConflicts(late, id)).toEqual([])
  })

  test('theirs may stay, and the other’s conflict is nobody else’s to settle', async () => {
    const { member, other, moderator, id, draft: { draft, revision } } = await aTeam()
    const { r0 } = (sentBy('results', draft) as { results: Record<string, object> }).results
    await saveStep(member, { id, step: 'results', revision, results: { r0: { ...r0, target: '50' } } })
    await saveStep(other, { id, step: 'results', revision, results: { r0: { ...r0, target: '60' } } })
    const [conflict] = await listConflicts(other, id)
    expect(await settleConflicts(member, { id, revision: revision + 1, choices: { [conflict!.id]: 'mine' } })).toMatchObject({ left: 0 })
    expect((await now(member, id)).results[0]!.target).toBe('50')
    expect(await refusal(settleConflicts(moderator, { id, revision, choices: { [conflict!.id]: 'mine' } }))).toEqual(['forbidden', 'proposal.objection.notMember'])
    await settleConflicts(other, { id, revision: revision + 1, choices: { [conflict!.id]: 'theirs' } })
    expect((await now(member, id)).results[0]!.target).toBe('50')
    expect(await listConflicts(other, id)).toEqual([])
  })

  test('what was typed into a row that is gone comes back with its row', async () => {
    const { member, other, id, draft: { draft, revision } } = await aTeam()
    const costs = sentBy('costs', draft) as { costs: Record<string, object> }
    await saveStep(member, { id, step: 'costs', revision, ...costs, costs: { ...costs.costs, r1: { ...costs.costs.r1, quantity: '300' } } })
    await saveStep(other, { id, step: 'costs', revision, ...costs, costs: { ...costs.costs, r1: { ...costs.costs.r1, quantity: '400' } } })
    await saveStep(member, { id, step: 'costs', revision: revision + 1, ...costs, costs: { r0: costs.costs.r0 } })
    const [conflict] = await listConflicts(other, id)
    expect(conflict).toMatchObject({ path: 'costs.r1.quantity', mine: '400', theirs: '' })
    await settleConflicts(other, { id, revision: revision + 2, choices: { [conflict!.id]: 'mine' } })
    expect((await now(other, id)).costs).toMatchObject([{ id: 'r0' }, { id: 'r1', quantity: '400' }])
  })
})

describe('a form without JavaScript', () => {
  test('gets its rows from the server', async () => {
    const { member, id, draft: { draft, revision } } = await aTeam()
    const costs = sentBy('costs', draft)
    await saveStep(member, { id, step: 'costs', revision, ...costs, go: 'add:costs' })
    const more = await draftOf(member, id)
    expect(more.draft.costs.map(({ kind }) => kind)).toEqual(['Prowadzenie', 'Druk', ''])
    await saveStep(member, { id, step: 'costs', revision: more.revision, ...sentBy('costs', more.draft), go: 'remove:costs:r0' })
    expect((await now(member, id)).costs.map(({ kind }) => kind)).toEqual(['Druk', ''])
  })

  test('has the models of the library filled in where nothing was typed', async () => {
    const { member, id, draft: { revision } } = await aTeam()
    await saveStep(member, { id, step: 'results', revision, results: { r0: { definition: 'volunteers', name: '', target: '5', unit: 'ludzi' }, rx: { definition: 'nonsense' } } })
    const { results } = await now(member, id)
    expect(results[0]).toMatchObject({ definition: 'volunteers', unit: 'ludzi', target: '5', source: 'Porozumienia i karty godzin.' })
  })
})

test('an applicant chosen from the site bears its name; one that is not there is none', async () => {
  const { member, id, draft: { revision } } = await aTeam()
  const partner = await aMember()
  const [{ slug, name } = { slug: '', name: '' }] = await db.select().from(organisations).where(eq(organisations.id, partner.organisationId))
  await saveStep(member, { id, step: 'applicants', revision, applicants: { ra: { slug, name: 'Inna' }, rb: { slug: 'nie-ma-takiej', name: 'Koło' } } })
  expect((await now(member, id)).applicants).toMatchObject([{ slug, name }, { slug: '', name: 'Koło' }])
})

test('the mode is a field like others, and what another mode has asked for stays', async () => {
  const [{ member, organisationId }, task] = [await aMember(), await aTask()]
  const id = await aWholeDraft(member, organisationId, task.code, { mode: 'openCall' })
  const { draft, revision } = await draftOf(member, id)
  expect(await saveStep(member, { id, step: 'idea', revision, ...sentBy('idea', draft), mode: 'idea' })).toMatchObject({ mode: 'idea' })
  const after = await now(member, id)
  expect(after).toMatchObject({ mode: 'idea', narrative: aDraft(task.code, 'openCall').narrative })
  expect(await refusal(saveStep(member, { id, step: 'idea', revision, mode: 'grant' }))).toEqual(['invalid', 'objection.checkTheForm'])
  expect(await refusal(startProposal(member, { organisationId, mode: 'grant' }))).toEqual(['invalid', 'objection.checkTheForm'])
})

test('notes are the team’s own', async () => {
  const { member, other, moderator, id } = await aTeam()
  await addNote(member, { id, step: 'costs', body: 'Kto zna ceny?' })
  const [note] = await listNotes(other, id)
  expect(note).toMatchObject({ step: 'costs', body: 'Kto zna ceny?', name: member.name, own: false })
  expect(await listNotes(moderator, id)).toEqual([])
  expect(await listNotes(null, id)).toEqual([])
  expect(await refusal(addNote(moderator, { id, step: 'costs', body: 'Ja też.' }))).toEqual(['forbidden', 'proposal.objection.notMember'])
  expect(await refusal(addNote(await aPerson(), { id, step: 'costs', body: 'Ja też.' }))).toEqual(['missing', 'objection.missing'])
  expect(await refusal(addNote(member, { id, step: 'check', body: 'x' }))).toEqual(['invalid', 'objection.checkTheForm'])
  expect(await refusal(removeNote(other, { id, noteId: note!.id }))).toEqual(['forbidden', 'objection.notYours'])
  await removeNote(member, { id, noteId: note!.id })
  expect(await listNotes(other, id)).toEqual([])
})
