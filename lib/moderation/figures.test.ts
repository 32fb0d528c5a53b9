import { randomInt } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { listDecisions, listModeration, listYearReport } from '../opendata/queries'
import { aPerson, aTask } from '../testing'
import { getMonthlyFigures, getYearReport, listReportedYears } from './queries/figures'
import { appeals, decisions, reports } from './tables'

/** A year of its own, long ago, so that nothing else is counted in it. */
const year = randomInt(2001, 2020)
let newest: string
const at = (monthDay: string) => new Date(`${year}-${monthDay}Z`)

beforeAll(async () => {
  const [author, reporter, moderator, another, { threadId }] = await Promise.all([aPerson(), aPerson(), aPerson({ roles: ['moderator'] }), aPerson({ roles: ['moderator'] }), aTask()])
  const aComment = async (postedAt: Date) => (await db.insert(comments).values({ threadId, authorId: author.id, body: 'Lipy.', postedAt }).returning({ id: comments.id }))[0]!.id
  const decide = async (commentId: string, values: Partial<typeof decisions.$inferInsert>) =>
    (await db.insert(decisions).values({ commentId, authorId: author.id, kind: 'hide', ground: 'spam', sentence: 'Reklama.', moderatorId: moderator.id, ...values }).returning({ id: decisions.id }))[0]!.id
  const report = (commentId: string, decisionId: string | null, sent: Date) => db.insert(reports).values({ commentId, reporterId: reporter.id, ground: 'spam', sentence: 'Reklama.', at: sent, decisionId })

  // Reported on the last evening of January; decided two hours later, which in Toruń is February already.
  const advert = await aComment(at('01-30T12:00'))
  const hidden = await decide(advert, { at: at('01-31T23:30'), origin: 'report' })
  await report(advert, hidden, at('01-31T21:30'))
  const other = await aComment(at('02-01T12:00'))
  const kept = await decide(other, { kind: 'keep', ground: 'none', at: at('02-03T12:00'), origin: 'report' })
  await report(other, kept, at('02-03T06:00'))
  await report(await aComment(at('02-05T12:00')), null, at('02-05T13:00'))
  // Found by a check: shown after three hours, and hidden after ten minutes by a person.
  await decide(await aComment(at('03-01T09:00')), { kind: 'keep', ground: 'none', at: at('03-01T12:00'), foundByCheck: true })
  newest = await decide(await aComment(at('03-02T09:00')), { at: at('03-02T09:10'), ground: 'hate' })
  await db.insert(appeals).values([
    { decisionId: hidden, side: 'author', appellantId: author.id, text: 'To nie reklama.', at: at('03-03T12:00'), dueAt: at('03-17T12:00'), outcome: 'upheld', reasons: 'Racja.', decidedAt: at('03-05T12:00'), decidedById: another.id },
  ])
})

describe('figures of moderation', () => {
  test('by months of the city’s clock: how many, how fast, what came of appeals', async () => {
    const months = (await getMonthlyFigures(null)).filter(({ month }) => month.startsWith(`${year}-`))
    expect(months).toEqual([
      { month: `${year}-03`, decisions: 2, restrictions: 1, medianHours: 3, appeals: 1, upheld: 1 },
      { month: `${year}-02`, decisions: 2, restrictions: 1, medianHours: 4, appeals: 0, upheld: 0 },
    ])
    expect((await listModeration(null)).items).toEqual(await getMonthlyFigures(null))
  })

  test('the report on a year: notices, own initiative, appeals and checks', async () => {
    expect(await getYearReport(null, year)).toEqual([
      { section: 'appeals', about: 'comment', kind: 'author', ground: 'spam', outcome: 'upheld', count: 1, medianHours: 48 },
      { section: 'checks', about: 'comment', kind: 'held', ground: 'none', outcome: 'kept', count: 1, medianHours: null },
      { section: 'notices', about: 'comment', kind: 'report', ground: 'spam', outcome: 'acted', count: 1, medianHours: 2 },
      { section: 'notices', about: 'comment', kind: 'report', ground: 'spam', outcome: 'kept', count: 1, medianHours: 6 },
      { section: 'notices', about: 'comment', kind: 'report', ground: 'spam', outcome: 'waiting', count: 1, medianHours: null },
      { section: 'ownInitiative', about: 'comment', kind: 'hide', ground: 'hate', outcome: 'person', count: 1, medianHours: null },
    ])
    expect(await listReportedYears(null)).toContain(year)
  })

  test('there is a report on years in which something happened, and on nothing else', async () => {
    expect((await listYearReport(null, String(year)))!.items).toHaveLength(6)
    for (const other of ['1999', '2', `${year}x`, "2026' or '1"]) expect(await listYearReport(null, other)).toBeNull()
    expect(await getYearReport(null, year + 100)).toEqual([])
  })

  test('each decision says whether somebody appealed; no names, no sentences', async () => {
    const { items } = await listDecisions(null, { cursor: newest, limit: 3 })
    expect(items.map(({ kind, origin, foundByCheck, appeal }) => ({ kind, origin, foundByCheck, appeal }))).toEqual([
      { kind: 'keep', origin: 'own', foundByCheck: true, appeal: null },
      { kind: 'keep', origin: 'report', foundByCheck: false, appeal: null },
      { kind: 'hide', origin: 'report', foundByCheck: false, appeal: 'upheld' },
    ])
    expect(JSON.stringify(items)).not.toMatch(/Reklama|Ala z/)
  })
})
