import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { byUrgency, dueAt, dueInMicroseconds, hoursFor, hoursLeft, queueKinds, type QueueKind } from './urgency'

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
const order = (...waiting: { name: string; kind: QueueKind; since: Date; reports?: number }[]) => waiting.sort(byUrgency).map(({ name }) => name)

describe('what comes first', () => {
  test('danger, then held, reports, appeals, when all came at once', () => {
    const since = ago(1)
    expect(order(...(['appeals', 'reports', 'held', 'danger'] as const).map((kind) => ({ name: kind, kind, since })))).toEqual(['danger', 'held', 'reports', 'appeals'])
  })
  test('danger before everything, however long that waits', () => expect(order({ name: 'old', kind: 'held', since: ago(9000) }, { name: 'danger', kind: 'danger', since: ago(0) })).toEqual(['danger', 'old']))
  test('nothing waits for ever: what is old comes before what is new and more urgent', () => {
    expect(order({ name: 'held now', kind: 'held', since: ago(0) }, { name: 'reported yesterday', kind: 'reports', since: ago(30) })).toEqual(['reported yesterday', 'held now'])
    expect(order({ name: 'reported now', kind: 'reports', since: ago(0) }, { name: 'appeal of nine days', kind: 'appeals', since: ago(24 * 9.5) })).toEqual(['appeal of nine days', 'reported now'])
  })
  test('A49: however many report, a comment comes no further than the place of a held one', () => {
    expect([1, 2, 5, 6, 500].map((reports) => hoursLeft('reports', reports))).toEqual([24, 20, 8, 4, 4])
    for (const kind of queueKinds.filter((kind) => kind !== 'reports')) expect(hoursLeft(kind, 500)).toBe(hoursFor[kind])
  })
})

test('the database counts as we do', async () => {
  const since = new Date('2026-11-26T08:15:30.123Z')
  for (const kind of queueKinds) {
    for (const reports of [1, 2, 7, 99]) {
      const [row] = await db.execute<{ due: string }>(sql`select ${dueInMicroseconds(kind, sql`${since.toISOString()}::timestamptz`, sql`${reports}::int`)} as due`)
      expect(Number(row!.due)).toBe(dueAt({ kind, since, reports }).getTime() * 1000)
    }
  }
})
