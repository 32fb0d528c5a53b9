import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayMoney } from '../dates'
import { costAsTyped, costOf, readMoney, readQuantity, shares, sum } from './money'

describe('money as typed', () => {
  test.each([
    ['12 500,00', 1_250_000], ['12500', 1_250_000], ['12.500,00', 1_250_000], ['12,5', 1250], ['12.50', 1250], ['12 500.5', 1_250_050],
    ['1 234 567,89', 123_456_789], ['12\u00a0500,00\u00a0zł', 1_250_000], ['12\u202f500', 1_250_000], [' 7 ', 700], ['0', 0], ['0,01', 1], ['12.500', 1_250_000],
    ['100 PLN', 10_000], ['007', 700],
    ['', null], ['12,555', null], ['0.125', null], ['-5', null], ['−5', null], ['1e3', null], ['12 50', null], ['1.23.456', null], ['12,', null], [',5', null], ['abc', null],
    ['1,2,3', null], ['Infinity', null], ['0x10', null], ['١٢', null], ['9'.repeat(41), null],
  ])('„%s”', (typed, grosze) => expect(readMoney(typed)).toBe(grosze))

  const grosze = fc.integer({ min: 0, max: 1_000_000_000 })
  test('what we say, we can read', () => {
    fc.assert(fc.property(grosze, (amount) => readMoney(sayMoney(amount, 'pl')) === amount))
    fc.assert(fc.property(grosze, (amount) => readMoney((amount / 100).toFixed(2)) === amount && readMoney((amount / 100).toFixed(2).replace('.', ',')) === amount))
  })
  test('whatever is typed is a whole number of grosze or nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d ,.zł-]{0,15}$/)), (typed) => {
      const read = readMoney(typed)
      return read === null || (Number.isSafeInteger(read) && read >= 0)
    }))
  })
})

describe('quantities and costs', () => {
  test.each([['2', 2000], ['2,5', 2500], ['0,125', 125], ['0.125', 125], ['1 200', 1_200_000], ['0,0001', null], ['-1', null]])('„%s”', (typed, thousandths) =>
    expect(readQuantity(typed)).toBe(thousandths))
  test.each([[1250, 2000, 2500], [333, 500, 167], [1, 499, 0], [1, 500, 1], [1_000_000_000, 1_000_000_000, 1_000_000_000_000_000]])('%i gr × %i/1000 = %i gr', (unit, quantity, value) =>
    expect(costOf(unit, quantity)).toBe(value))
  test('a cost is never off by more than half a grosz', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (unit, quantity) => Math.abs(costOf(unit, quantity) * 1000 - unit * quantity) <= 500))
  })
  test('a row that cannot be read has no value yet', () => {
    expect(costAsTyped({ unitCost: '12,50', quantity: '2' })).toBe(2500)
    expect(costAsTyped({ unitCost: '12,50', quantity: '' })).toBeNull()
    expect(costAsTyped({})).toBeNull()
  })
})

const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { maxLength: 50 })
test('sums are exact, whatever the order', () => {
  fc.assert(fc.property(amounts, (list) => sum(list) === sum(list.toReversed()) && BigInt(sum(list)) === list.reduce((total, amount) => total + BigInt(amount), 0n)))
})
test('shares add up to a hundred', () => {
  fc.assert(fc.property(amounts, (list) => sum(shares(list)) === (sum(list) ? 100 : 0) && shares(list).every((share) => share >= 0)))
  expect(shares([1, 1, 1])).toEqual([34, 33, 33])
})
