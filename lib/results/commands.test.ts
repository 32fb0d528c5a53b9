import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { organisationMembers } from '../organisations/tables'
import { listOutcomes } from '../opendata/queries'
import { outcomeRecord } from '../opendata/records'
import type { Person } from '../person'
import { proposals } from '../proposals/tables'
import { Refusal } from '../refusal'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { acceptReport, remindOfReport, returnReport, saveReport, sendReport } from './commands'
import { getPublishedReport, getReport, getReportForDesk, listOwnReporting, listPublishedReports, listReporting, reportExists } from './queries'
import { sendDueReminders } from './reminders'
import { reportEdits, reportReminders, resultReports } from './tables'
import { aWholeReport, inProgress, report, sentAs } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
const begun = async () => inProgress((await aTask()).code)
const planOf = async (member: Person, id: string) => (await getReport(member, id))!.plan
async function anotherMember(organisationId: string) {
  const colleague = await aPerson()
  await db.insert(organisationMembers).values({ organisationId, personId: colleague.id })
  return colleague
}
/** The task ended so many days ago. */
const ended = (id: string, days: number) =>
  db.update(proposals).set({ content: sql`jsonb_set(${proposals.content}, '{to}', to_jsonb(((now() at time zone 'Europe/Warsaw')::date - ${days}::int)::text))` }).where(eq(proposals.id, id))

describe('writing', () => {
  test('what was typed is kept, right or not, and seen by members alone', async () => {
    const { id, member, coordinator } = await begun()
    await saveReport(member, { id, revision: 0, results: { r0: { achieved: 'wielu' } }, additional: 'Udało się.' })
    expect((await getReport(member, id))!.draft).toMatchObject({ 'results.r0.achieved': 'wielu', additional: 'Udało się.', 'results.r0.measuring': 'Listy obecności.' })
    expect(await getReport(coordinator, id)).toBeNull()
    expect(await getReport(null, id)).toBeNull()
    expect(await getReportForDesk(coordinator, id)).toBeNull()
    expect(await listOwnReporting(member)).toMatchObject([{ id, reporting: { stands: 'running' } }])
  })

  test('a field of no row, and a report of no proposal, are refused', async () => {
    const { id, member } = await begun()
    expect(await refusal(saveReport(member, { id, revision: 0, results: { r9: { achieved: '1' } } }))).toEqual(['invalid', 'objection.checkTheForm'])
    expect(await refusal(saveReport(member, { id: crypto.randomUUID(), revision: 0 }))).toEqual(['missing', 'objection.missing'])
    expect(await refusal(saveReport(await aPerson(), { id, revision: 0 }))).toEqual(['missing', 'objection.missing'])
  })

  test('from two browsers at once: different fields are both kept, one field changed by both waits for a choice', async () => {
    const { id, member, organisationId } = await begun()
    const colleague = await anotherMember(organisationId)
    await Promise.all([
      saveReport(member, { id, revision: 0, additional: 'Ala pisze.', otherIncome: 'Brak.' }),
      saveReport(colleague, { id, revision: 0, additional: 'Ola pisze.', contractNumber: '12' }),
    ])
    const [first, second] = await Promise.all([getReport(member, id), getReport(colleague, id)])
    expect(first!.draft).toMatchObject({ otherIncome: 'Brak.', contractNumber: '12' })
    const [loser, seen] = first!.conflicts.length ? [member, first!] : [colleague, second!]
    expect([first!.conflicts.length, second!.conflicts.length].sort()).toEqual([0, 1])
    expect(new Set([seen.draft.additional, seen.conflicts[0]!.mine])).toEqual(new Set(['Ala pisze.', 'Ola pisze.']))
    // Another window of theirs, opened before, does not make the choice go away.
    await saveReport(loser, { id, revision: 0, otherIncome: 'Brak.' })
    expect((await getReport(loser, id))!.conflicts).toHaveLength(1)
    expect(await refusal(sendReport(loser, { id }))).toEqual(['conflict', 'results.objection.conflicts'])
    await saveReport(loser, { id, revision: seen.revision, additional: seen.draft.additional, mine: { [seen.conflicts[0]!.id]: 'yes' } })
    expect(await getReport(loser, id)).toMatchObject({ conflicts: [], draft: { additional: seen.conflicts[0]!.mine } })
  })

  test('many saves at once lose nothing, and each change has its row', async () => {
    const { id, member } = await begun()
    const fields = ['additional', 'otherIncome', 'contractNumber', 'contractDate', 'feesTerms', 'otherPublicFrom']
    await Promise.all(fields.map((field) => saveReport(member, { id, revision: 0, [field]: `tekst ${field}` })))
    expect((await getReport(member, id))!.draft).toMatchObject(Object.fromEntries(fields.map((field) => [field, `tekst ${field}`])))
    expect((await db.select().from(reportEdits).where(eq(reportEdits.proposalId, id))).map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('sending and deciding', () => {
  test('what is not whole is not sent', async () => {
    const { id, member } = await begun()
    expect(await refusal(sendReport(member, { id }))).toEqual(['invalid', 'results.objection.notWhole'])
  })

  test('sent, returned with what to mend, sent again, accepted: then it is public', async () => {
    const { id, slug, member, coordinator } = await begun()
    const plan = await planOf(member, id)
    const less = { 'results.r0.achieved': '30', 'results.r0.deviation': 'Dziesięć osób zachorowało.' }
    await report(member, id, aWholeReport(plan, less))
    expect(await getReportForDesk(coordinator, id)).toMatchObject({ state: 'reported', content: { results: [{ achievedThousandths: 30_000 }] } })
    expect((await listReporting(coordinator)).find((each) => each.id === id)).toMatchObject({ reporting: { stands: 'sent' } })
    expect(await getReportForDesk(member, id)).toBeNull()
    expect(await getPublishedReport(null, slug)).toBeNull()
    expect(await refusal(saveReport(member, { id, revision: 1, additional: 'Jeszcze.' }))).toEqual(['forbidden', 'proposal.objection.is.reported'])

    await returnReport(coordinator, { id, reason: 'Proszę podać źródło.' })
    expect(await getReport(member, id)).toMatchObject({ state: 'inProgress', lastMove: { move: 'mend', reason: 'Proszę podać źródło.' }, draft: less })
    const letters = await db.select({ recipient: outbox.recipient }).from(outbox).where(sql`position(${`/propozycje/szkic/${id}`} in ${outbox.body}) > 0 and position('Proszę podać źródło.' in ${outbox.body}) > 0`)
    expect(letters).toEqual([{ recipient: 'biuro@example.org' }])
    await saveReport(member, { id, revision: 1, results: { r0: { source: 'Listy w szafie.' } } })
    await sendReport(member, { id })
    await acceptReport(coordinator, { id })
    expect(await getPublishedReport(null, slug)).toMatchObject({ promises: [{ promisedThousandths: 40_000, achievedThousandths: 30_000, percent: 75, kept: 'part', source: 'Listy w szafie.' }] })
    expect(await reportExists(null, slug)).toBe(true)
    const [outcome, ...more] = (await listOutcomes(null, { proposal: slug })).items
    expect([outcome, more]).toMatchObject([{ proposal: slug, result: 'Przeszkoleni', unit: 'osób', promised: 40, achieved: 30, deviation: 'Dziesięć osób zachorowało.' }, []])
    expect((await listOutcomes(null, { task: plan.tasks[0] })).items).toEqual([outcome])
    expect((await listOutcomes(null, { task: '9.9.9' })).items).toEqual([])
    expect(() => outcomeRecord.parse(outcome)).not.toThrow()
    expect((await listPublishedReports(null)).filter((each) => each.id === id)).toHaveLength(1)
    expect(await refusal(acceptReport(coordinator, { id }))).toEqual(['forbidden', 'proposal.objection.is.completed'])
    expect(await refusal(returnReport(coordinator, { id, reason: 'Jeszcze raz.' }))).toEqual(['forbidden', 'proposal.objection.is.completed'])
  })

  test('returning needs a reason; deciding is not for the organisation, nor for whoever read an older one', async () => {
    const { id, member, coordinator } = await begun()
    await report(member, id, aWholeReport(await planOf(member, id)))
    expect(await refusal(returnReport(coordinator, { id, reason: ' ' }))).toEqual(['invalid', 'objection.checkTheForm'])
    expect(await refusal(acceptReport(member, { id }))).toEqual(['forbidden', 'objection.notYours'])
    expect(await refusal(acceptReport(coordinator, { id, seen: crypto.randomUUID() }))).toEqual(['forbidden', 'proposal.objection.changed'])
  })

  test('of two who send at once one sends; of two who decide at once one decides', async () => {
    const { id, member, coordinator } = await begun()
    await saveReport(member, { id, revision: 0, ...sentAs(aWholeReport(await planOf(member, id))) })
    const sent = await Promise.allSettled([sendReport(member, { id }), sendReport(member, { id })])
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const decided = await Promise.allSettled([acceptReport(coordinator, { id }), returnReport(coordinator, { id, reason: 'Nie.' })])
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the database keeps what was spent and what it was paid from equal', async () => {
    const { id, member } = await begun()
    await report(member, id, aWholeReport(await planOf(member, id)))
    const failure = await db.update(resultReports).set({ sourcesGrosze: 1 }).where(eq(resultReports.proposalId, id)).then(() => null, (error: { cause: { constraint_name: string } }) => error.cause.constraint_name)
    expect(failure).toBe('result_reports_sums_add_up')
  })
})

describe('reminding', () => {
  const kinds = async (id: string) => (await db.select({ kind: reportReminders.kind }).from(reportReminders).where(eq(reportReminders.proposalId, id))).map(({ kind }) => kind).sort()
  const mails = async (title: string) => (await db.select().from(outbox).where(sql`${outbox.subject} like ${`%${title}%`}`)).filter(({ subject }) => subject.startsWith('Sprawozdanie'))
  const titled = async () => {
    const title = `Ogród ${crypto.randomUUID()}`
    return { title, ...(await inProgress((await aTask()).code, { title })) }
  }

  test('after the end, and when the time is up, once each, however many look', async () => {
    const { id, title } = await titled()
    await ended(id, 0)
    await sendDueReminders()
    expect(await kinds(id)).toEqual([])
    await ended(id, 1)
    await Promise.all([sendDueReminders(), sendDueReminders(), sendDueReminders()])
    expect(await kinds(id)).toEqual(['ended'])
    await ended(id, 29)
    await sendDueReminders()
    expect(await kinds(id)).toEqual(['ended'])
    await ended(id, 30)
    await Promise.all([sendDueReminders(), sendDueReminders()])
    expect(await kinds(id)).toEqual(['due', 'ended'])
    const sent = await mails(title)
    expect(sent).toHaveLength(2)
    expect(sent[0]).toMatchObject({ recipient: 'biuro@example.org' })
    expect(sent[0]!.body).toContain(`/sprawozdania/${id}`)
  })

  test('a server that was away for a year catches up with one mail', async () => {
    const { id, title } = await titled()
    await ended(id, 400)
    await sendDueReminders()
    await sendDueReminders()
    expect(await kinds(id)).toEqual(['due'])
    expect(await mails(title)).toHaveLength(1)
  })

  test('whoever has reported is left alone, and reminding is nobody’s but the clock’s', async () => {
    const { id, member, coordinator } = await begun()
    expect(await refusal(remindOfReport(coordinator, { id, kind: 'due' }))).toEqual(['forbidden', 'objection.notYours'])
    await report(member, id, aWholeReport(await planOf(member, id)))
    await ended(id, 40)
    await sendDueReminders()
    expect(await kinds(id)).toEqual([])
    expect(await refusal(remindOfReport(await systemPerson(), { id, kind: 'due' }))).toEqual(['forbidden', 'proposal.objection.is.reported'])
  })
})
