import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stances } from './rules'
import { isWhole, orders, queryOf, readCursor, speakers, viewOf, writeCursor, type View } from './views'

const view = fc.record({ order: fc.constantFrom(...orders), stance: fc.option(fc.constantFrom(...stances), { nil: undefined }), who: fc.option(fc.constantFrom(...speakers), { nil: undefined }), words: fc.constantFrom(undefined, 'ławki w parku', 'a&b=c') })
const cursor = fc.record({ number: fc.nat(999_999_999), id: fc.uuid() })

test('an address says a view as it was meant', () => {
  fc.assert(
    fc.property(view, fc.option(cursor, { nil: undefined }), fc.option(cursor, { nil: undefined }), (view, after, before) => {
      const query = queryOf(view, { after: after && writeCursor(after), before: before && writeCursor(before) })
      expect(viewOf(query)).toEqual({ view, turned: { after, before } })
    }),
  )
})

test('what nobody wrote is no cursor, and what is not known is not asked for', () => {
  fc.assert(fc.property(fc.string(), (text) => readCursor(text) === undefined))
  for (const text of ['', '_', '1_', '-1_00000000-0000-7000-8000-000000000000', '1_00000000-0000-7000-8000-00000000000Z', '9999999999_00000000-0000-7000-8000-000000000000', '1e3_00000000-0000-7000-8000-000000000000']) {
    expect(readCursor(text)).toBeUndefined()
  }
  const plain: View = { order: 'newest', stance: undefined, who: undefined, words: undefined }
  expect(viewOf({ kolejnosc: '../../etc', stanowisko: '__proto__', kto: 'constructor', szukaj: '  ', od: "'; drop table comments" })).toEqual({ view: plain, turned: {} })
  expect(viewOf({ kolejnosc: ['agreed', 'oldest'] }).view.order).toBe('agreed')
})

test('branches are shown whole only when nothing is left out', () => {
  expect(orders.map((order) => isWhole({ order }))).toEqual([true, true, true, true, false])
  expect([isWhole({ order: 'newest', stance: 'for' }), isWhole({ order: 'newest', who: 'office' }), isWhole({ order: 'newest', words: 'ławka' })]).toEqual([false, false, false])
})
