import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cityTime, instantOf } from './city-time'

test.each([
  ['2026-12-01T18:00', '2026-12-01T17:00:00.000Z'],
  ['2026-07-01T18:00', '2026-07-01T16:00:00.000Z'],
  ['2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
  ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
  ['2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
  ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
])('%s in Toruń is %s', (local, utc) => expect((instantOf(local) as Date).toISOString()).toBe(utc))

test.each([
  ['2027-03-28T02:30', 'never'],
  ['2026-10-25T02:30', 'twice'],
  ['2027-10-31T02:00', 'twice'],
  ['2026-02-30T10:00', 'unreadable'],
  ['2026-12-01 18:00', 'unreadable'],
  ['2026-12-01T24:00', 'unreadable'],
  ['', 'unreadable'],
])('A45: %s is %s', (local, why) => expect(instantOf(local)).toBe(why))

test('there and back again', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (date) => {
      const instant = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
      const read = instantOf(cityTime(instant))
      return read === 'twice' || (read instanceof Date && read.getTime() === instant.getTime())
    }),
  )
})
