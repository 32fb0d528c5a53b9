import { expect, test } from 'vitest'
import { readDay } from './days'

test.each([
  ['2027-03-01', '2027-03-01'], ['1.03.2027', '2027-03-01'], ['01/03/2027', '2027-03-01'], ['1 marca 2027', '2027-03-01'], ['31 Października 2027 r.', '2027-10-31'], ['29.02.2028', '2028-02-29'],
  ['29.02.2027', null], ['31.04.2027', null], ['2027-13-01', null], ['1.3.27', null], ['jutro', null], ['', null], ['1 foo 2027', null], ['1.03.1990', null],
])('the day „%s”', (typed, day) => expect(readDay(typed)).toBe(day))
