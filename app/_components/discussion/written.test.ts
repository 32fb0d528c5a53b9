import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { markup } from '@/lib/naughty'
import { Body } from './body'
import { Difference } from './difference'

const shown = (text: string) => renderToStaticMarkup(createElement(Body, { text }))
const drawn = (before: string, after: string) => renderToStaticMarkup(createElement(Difference, { before, after, language: 'pl' }))
const elementsIn = (html: string) => [...new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name!))]
const textOf = (html: string) => html.replace(/<span class="visually-hidden">.*?<\/span>/g, '').replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

describe('A11, A12: what somebody wrote is text', () => {
  test.each(markup)('%s', (text) => {
    for (const html of [shown(text), drawn('', text), drawn(text, 'nic')]) {
      expect(elementsIn(html).filter((name) => !['div', 'p', 'a', 'span', 'ins', 'del'].includes(name))).toEqual([])
      expect(html).not.toMatch(/<[^>]*\son\w+=/i)
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//)
    }
  })
  test('whatever is written is read as written', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...markup), fc.string()), { maxLength: 5 }).map((parts) => parts.join(' ').replace(/\n{2,}/g, '\n').trim()), (text) => {
      expect(textOf(shown(text)).replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '))
    }))
  })
  test('links lend no weight', () => expect(shown('Zobacz https://example.org/a.')).toContain('<a href="https://example.org/a" rel="nofollow ugc noopener">https://example.org/a</a>.'))
})

describe('a difference', () => {
  const words = fc.array(fc.constantFrom('lipy', 'klony', 'i', 'tu', 'Posadźmy', '<b>', 'ławek,', '\n\n', '12'), { maxLength: 12 }).map((list) => list.join(' '))
  const without = (html: string, name: 'ins' | 'del') => textOf(html.replace(new RegExp(`<${name}>.*?</${name}>`, 'gs'), ''))
  test('gives both texts back: before without what was put in, after without what was taken out', () => {
    fc.assert(fc.property(words, words, (before, after) => {
      // White space alone is no difference; which of the two is shown does not matter.
      const plain = (text: string) => text.replace(/\s+/g, '')
      expect(plain(without(drawn(before, after), 'ins'))).toBe(plain(before))
      expect(plain(without(drawn(before, after), 'del'))).toBe(plain(after))
    }))
  })
  test('says itself to those who do not see it', () => {
    expect(drawn('Posadźmy tu lipy.', 'Posadźmy tu klony.')).toMatch(/<del>.*usunięto:.*lipy.*koniec zmiany.*<\/del>.*<ins>.*dodano:.*klony.*<\/ins>/s)
  })
})
