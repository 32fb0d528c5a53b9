import { expect, test } from 'vitest'
import { addWorkingDays, isHoliday, isWorkingDay, workingDayFrom, workingDaysUntil } from './working-days'

/** Easter Sunday, Corpus Christi: from the Church's calendar. */
const easters: Record<number, [string, string]> = {
  2025: ['2025-04-20', '2025-06-19'], 2026: ['2026-04-05', '2026-06-04'], 2027: ['2027-03-28', '2027-05-27'], 2028: ['2028-04-16', '2028-06-15'],
  2029: ['2029-04-01', '2029-05-31'], 2030: ['2030-04-21', '2030-06-20'], 2031: ['2031-04-13', '2031-06-12'], 2032: ['2032-03-28', '2032-05-27'],
  2033: ['2033-04-17', '2033-06-16'], 2034: ['2034-04-09', '2034-06-08'], 2035: ['2035-03-25', '2035-05-24'],
}
const next = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

test.each(Object.entries(easters))('holidays of %s', (year, [easter, corpusChristi]) => {
  const days = Array.from({ length: 366 }, (_, place) => next(`${year}-01-01`, place)).filter((date) => date.startsWith(year))
  const expected = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26'].map((date) => `${year}-${date}`)
  expect(days.filter(isHoliday)).toEqual([...expected, easter, next(easter, 1), next(easter, 49), corpusChristi].sort().filter((date, place, all) => date !== all[place - 1]))
})

test('Christmas Eve is free since 2025', () => {
  expect([isWorkingDay('2024-12-24'), isWorkingDay('2025-12-24')]).toEqual([true, false])
})

test.each<[string, number, string]>([
  ['2026-11-26', 7, '2026-12-07'], // Thursday; two weekends.
  ['2026-12-21', 7, '2027-01-04'], // Christmas Eve, Christmas (26th on Saturday), New Year.
  ['2026-04-30', 1, '2026-05-04'], // 1 May on Friday, 3 May on Sunday.
  ['2026-11-28', 1, '2026-11-30'], // From a Saturday.
  ['2026-11-26', 0, '2026-11-26'],
])('%s and %i working days: %s', (from, days, last) => {
  expect(addWorkingDays(from, days)).toBe(last)
  expect(workingDaysUntil(from, last)).toBe(days)
})

test('a time that would end on a free day ends on the next working day', () => {
  expect([workingDayFrom('2026-12-24'), workingDayFrom('2026-12-28'), workingDayFrom('2026-11-11')]).toEqual(['2026-12-28', '2026-12-28', '2026-11-12'])
  expect(workingDaysUntil('2026-12-07', '2026-12-01')).toBe(0)
})
