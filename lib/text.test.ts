import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindShortWords, canonLine, canonText, fold, graphemes, slugOf } from './text'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

describe('canonText', () => {
  test('is idempotent', () => {
    fc.assert(fc.property(anyText, (text) => canonText(canonText(text)) === canonText(text)))
  })

  test('leaves nothing that a database or a reader chokes on', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const canon = canonText(text)
        // oxlint-disable-next-line no-control-regex -- these are what must be gone
        return canon.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/.test(canon) && !/\n{3}/.test(canon) && canon === canon.trim()
      }),
    )
  })

  test.each([
    ['Zaz\u0307o\u0301łc\u0301', 'Zażółć'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\n\n\n\nb', 'a\n\nb'],
    ['ad\u200Bmin', 'admin'],
    ['\u202Eodwrotnie', 'odwrotnie'],
    ['a' + '\u0316'.repeat(50), 'a\u0316\u0316'],
    ['👩\u200d👧', '👩\u200d👧'],
    ['👩🏽\u200d🚀', '👩🏽\u200d🚀'],
    ['a\u200db', 'ab'],
    ['nul\u0000', 'nul'],
    ['\ud800', '\ufffd'],
  ])('A03, A04, A06, A07, A08: %j becomes %j', (typed, stored) => expect(canonText(typed)).toBe(stored))
})

test('a line has no lines in it', () => expect(canonLine(' a\n\tb  c ')).toBe('a b c'))

test.each([['żółć', 4], ['👩🏽‍🚀', 1], ['', 0], ['ab', 2]])('%s is %i characters to a person', (text, count) => expect(graphemes(text)).toBe(count))

test('A15: characters are counted as one would count them all at once, in about linear time', () => {
  const all = new Intl.Segmenter('pl')
  const unit = fc.constantFrom('a', 'ż', '\u0301', '👩', '\u200d', '🚀', '🏽', '🇵', '🇱', '\r', '\n', '한', '\ud83d', 'ก', 'ำ')
  fc.assert(fc.property(fc.array(unit, { minLength: 400, maxLength: 1200 }), (units) => graphemes(units.join('')) === [...all.segment(units.join(''))].length))
  const time = (length: number) => {
    const began = performance.now()
    graphemes('a'.repeat(length))
    return performance.now() - began
  }
  time(20_000)
  expect(time(200_000) / time(20_000)).toBeLessThan(40)
})

test('binds one-letter words, in a chain too, once', () => {
  const bound = bindShortWords('A w mieście i o nas, a z „w domu” tak')
  expect(bound).toBe('A\u00a0w\u00a0mieście i\u00a0o\u00a0nas, a\u00a0z\u00a0„w\u00a0domu” tak')
  expect(bindShortWords(bound)).toBe(bound)
})

test('folds diacritics', () => expect(fold('ZAŻÓŁĆ Gęślą')).toBe('zazolc gesla'))

test.each([['Szkoła koordynatorów: wolontariat!', 'szkola-koordynatorow-wolontariat'], ['***', 'bez-tytulu'], ['a'.repeat(100), 'a'.repeat(60)]])('slug of %s', (title, slug) => expect(slugOf(title)).toBe(slug))
