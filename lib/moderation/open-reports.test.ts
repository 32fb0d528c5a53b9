import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { events } from '../events/tables'
import { aPerson } from '../testing'
import { reportContent, reportIllegal } from './commands/reports'
import { getReportStatus } from './queries/report-status'
import { reports } from './tables'
import { aComment, aModerator, decide, mailsTo, refusalOf, reportFromOutside, sentence } from './testing'

const anAddress = () => `${randomUUID()}@example.org`
const notice = { revision: 1, passage: 'Zabiję cię', sentence: 'To groźba karalna.', name: 'Zofia Zgłaszająca', goodFaith: 'yes' }

describe('a report without an account', () => {
  test('is stored under a number that only its sender knows, and looked up by it', async () => {
    const comment = await aComment()
    const { id, number } = await reportFromOutside(comment.id)
    expect(await db.select().from(reports).where(eq(reports.id, id))).toMatchObject([{ number, kind: 'report', reporterId: null, reporterEmail: null, urgent: false }])
    expect(await getReportStatus(null, number.toLowerCase().replaceAll('-', ' '))).toMatchObject({ number, decision: null, appeal: null })
    expect(await getReportStatus(null, 'Z-2222-2222-2222')).toBeNull()
    expect(JSON.stringify(await db.select().from(events).where(eq(events.subject, id)))).not.toContain(number)
  })

  test('is confirmed at once where there is an address, and its sender is told the outcome', async () => {
    const [comment, email] = [await aComment(), anAddress()]
    const { number } = await reportFromOutside(comment.id, { email: email.toUpperCase() })
    await decide(await aModerator(), comment.id, 'hide')
    const [receipt, outcome] = await mailsTo(email)
    expect(receipt).toMatchObject({ subject: `Zgłoszenie ${number} dotarło`, body: expect.stringContaining(`/zgloszenie/${number}`) })
    expect(outcome!.subject).toContain('jest decyzja')
    for (const part of ['ukrycie komentarza', 'comment hidden', `/en/report-status/${number}`]) expect(outcome!.body).toContain(part)
    for (const { body } of [receipt!, outcome!]) for (const secret of [comment.body, comment.author.email, comment.author.name!, 'Moderuje Ola']) expect(body).not.toContain(secret)
  })

  test('whoever types somebody else’s address again and again fills no mailbox', async () => {
    const email = anAddress()
    for (let sent = 0; sent < 8; sent++) await reportFromOutside((await aComment()).id, { email })
    expect(await mailsTo(email)).toHaveLength(5)
  })

  test('shows the outcome by its number, and nothing of the comment or of people', async () => {
    const comment = await aComment()
    const { number } = await reportFromOutside(comment.id)
    await decide(await aModerator(), comment.id, 'hide')
    const status = await getReportStatus(null, number)
    expect(status).toMatchObject({ decision: { kind: 'hide', ground: 'personal-data' } })
    for (const secret of [comment.body, comment.id, comment.author.id, comment.author.name!, 'Moderuje Ola']) expect(JSON.stringify(status)).not.toContain(secret)
  })

  test('is refused of what cannot be read, and of a wording that there never was', async () => {
    const comment = await aComment()
    expect(await refusalOf(reportFromOutside(comment.id, { revision: 9 }))).toBe('problem.invalid')
    await decide(await aModerator(), comment.id, 'hide')
    expect(await refusalOf(reportFromOutside(comment.id))).toBe('moderation.objection.reportHidden')
    expect(await refusalOf(reportFromOutside(randomUUID()))).toBe('objection.missing')
  })
})

describe('A53: a notice of something illegal', () => {
  test('keeps its words, its law and who sent it, and confirms', async () => {
    const [comment, email] = [await aComment({ body: 'Zabiję cię, jeśli to zrobisz.' }), anAddress()]
    const { id, number } = await reportIllegal(null, { ...notice, commentId: comment.id, law: 'art. 190 § 1 k.k.', email })
    expect(await db.select().from(reports).where(eq(reports.id, id))).toMatchObject([{ kind: 'notice', ground: 'illegal', passage: 'Zabiję cię', law: 'art. 190 § 1 k.k.', reporterName: 'Zofia Zgłaszająca', reporterEmail: email, urgent: false }])
    expect((await mailsTo(email))[0]!.subject).toContain(number)
  })

  test('of harm done to a child needs no name, and is urgent', async () => {
    const comment = await aComment()
    const { id } = await reportIllegal(null, { ...notice, commentId: comment.id, name: '', email: '', aboutChildren: 'yes' })
    expect(await db.select().from(reports).where(eq(reports.id, id))).toMatchObject([{ reporterName: null, reporterEmail: null, urgent: true }])
  })

  test('may follow a report of the same person; a second notice may not', async () => {
    const [comment, person] = [await aComment(), await aPerson()]
    await reportContent(person, { commentId: comment.id, revision: 1, ground: 'abuse', sentence })
    const sent = { ...notice, commentId: comment.id, email: person.email }
    expect(await Promise.all([1, 2].map(() => refusalOf(reportIllegal(person, sent)))).then((answers) => answers.sort())).toEqual(['allowed', 'moderation.objection.reportedBefore'])
  })
})
