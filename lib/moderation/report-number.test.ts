import { expect, test } from 'vitest'
import { newReportNumber, readReportNumber } from './report-number'

const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

test('a number looks as it is said, and no two are alike', () => {
  const numbers = Array.from({ length: 2000 }, newReportNumber)
  for (const number of numbers) expect(number).toMatch(/^Z-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  expect(new Set(numbers).size).toBe(2000)
})

test('is read however it is typed', () => {
  const number = newReportNumber()
  for (const typed of [number, number.toLowerCase(), ` ${number.replaceAll('-', ' ')} `, number.slice(2), number.slice(2).replaceAll('-', '')]) expect(readReportNumber(typed)).toBe(number)
})

test('every wrong sign and every two that were swapped are found', () => {
  const plain = newReportNumber().slice(2).replaceAll('-', '')
  const wrong = [...plain].flatMap((_, place) => [
    ...[...signs].map((sign) => plain.slice(0, place) + sign + plain.slice(place + 1)),
    plain.slice(0, place) + (plain[place + 1] ?? '') + plain[place] + plain.slice(place + 2),
  ])
  expect(wrong.filter((typed) => typed !== plain && readReportNumber(typed) !== null)).toEqual([])
})

test.each(['', 'Z-', 'Z-7K3M-92QF', `${newReportNumber()}2`, 'Z-0000-0000-0000', '💥'.repeat(50), 'Ż-7K3M-92QF-XXXX'])('%s is none', (typed) => expect(readReportNumber(typed)).toBe(null))
