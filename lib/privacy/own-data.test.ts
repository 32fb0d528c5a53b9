import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownDataIn, takenOut, withoutOwnData, type Own } from './own-data'

const own: Own = { name: 'Zenobia Wilk', email: 'Zen.Wilk@example.org', emailCanonical: 'zen.wilk@example.org' }

describe('A52: what somebody can be known by in their own text', () => {
  test.each([
    ['Pozdrawiam, ZENOBIA\nWILK.', 'Pozdrawiam, [usunięto dane osobowe].'],
    ['Piszcie: zen.wilk@example.org!', 'Piszcie: [usunięto dane osobowe]!'],
    ['Mój numer to 600 123 456.', 'Mój numer to [usunięto dane osobowe].'],
    ['PESEL 44051401359, Zenobia Wilk', 'PESEL [usunięto dane osobowe], [usunięto dane osobowe]'],
    ['Zenobia Wilkowska i wilk mieszkają dalej.', 'Zenobia Wilkowska i wilk mieszkają dalej.'],
    ['Adres xzen.wilk@example.org jest cudzy.', 'Adres xzen.wilk@example.org jest cudzy.'],
  ])('%j', (text, left) => expect(withoutOwnData(text, own)).toBe(left))

  test('words that they name go too, also such as would be signs of a pattern', () => {
    expect(withoutOwnData('jan-wilk@example.org, wilczy', { ...own, email: 'jan-wilk@example.org', words: ['wilcz'] })).toBe(`${takenOut}, wilczy`)
    expect(withoutOwnData('Wilkowie z (Mokrego) i wilkowie.', { ...own, words: ['wilkowie', '(Mokrego)'] })).toBe(`${takenOut} z ${takenOut} i ${takenOut}.`)
  })
})

test('whatever is found is gone afterwards, and where nothing is found nothing changes', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' Zenobia Wilk ', ' zen.wilk@example.org ', ' 600123456 '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (text, planted, word) => {
    const whole = { ...own, words: [word] }
    const left = withoutOwnData(text + planted, whole)
    if (!ownDataIn(text + planted, whole).length) expect(left).toBe(text + planted)
    if (planted) expect(left).not.toContain(planted.trim())
  })))
