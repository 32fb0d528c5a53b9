import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, addresses, languageOf, ownAddress, pageOf, type Page } from './addresses'

describe('A19: a return address', () => {
  test.each(['/zadania/1.1.19#komentarze', '/en/tasks?x=1', '/', '/napisz/abc', '/propozycje/szkola'])('%s is ours', (path) => expect(ownAddress(path)).toBe(path))

  test.each([
    '//evil.pl', '/\\evil.pl', 'https:evil.pl', 'https://evil.pl', '\tjavascript:alert(1)', '/%2f%2fevil.pl', '/\t/evil.pl', '/zadania\nX', 'foo', '', null, 7,
    '/zadania/../..//evil.pl', '/kept/pl/tasks', '/api/auth/signout', '/zadania/' + 'x'.repeat(3000), 'javascript:alert(1)', '/@evil.pl', '/．evil',
  ])('%j is not', (path) => expect(ownAddress(path)).toBeNull())

  test('A19: never leads elsewhere, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.string().map((text) => `/${text}`)), (sent) => {
        const own = ownAddress(sent)
        return own === null || (new URL(own, 'https://glos.example').host === 'glos.example' && own.startsWith('/') && !own.startsWith('//'))
      }),
    )
  })
})

test('every page has its address in every language, and back', () => {
  for (const page of Object.keys(addresses) as Page[]) {
    for (const language of ['pl', 'en'] as const) {
      const path = addresses[page][language].replace(/:\w+/g, 'x')
      expect(pageOf(path)?.page, path).toBe(page)
      expect(languageOf(path)).toBe(language)
    }
  }
})

test('parameters are escaped', () => expect(address('pl', 'task', { code: '../x?' })).toBe('/zadania/..%2Fx%3F'))
