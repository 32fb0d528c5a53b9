import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { brokenRules } from '@/lib/moderation/rules'
import { AccessibilityEn } from './[language]/accessibility/en'
import { AccessibilityPl } from './[language]/accessibility/pl'
import { ConsultationsPl } from './[language]/consultations/pl'
import { HowItWorksPl } from './[language]/how-it-works/pl'
import { PrivacyPl } from './[language]/privacy/clauses/2026-11-27/pl'
import { TermsEn } from './[language]/terms/en'
import { TermsPl } from './[language]/terms/pl'

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
const statement = (Page: typeof AccessibilityPl) => renderToStaticMarkup(createElement(Page, { origin: 'https://glos.example' }))

describe.each([['pl', statement(AccessibilityPl)], ['en', statement(AccessibilityEn)]])('the accessibility statement in %s', (_, html) => {
  // Technical conditions of the declaration, version 2.0; `a11y-ocena` and `a11y-audytor` only where relied on.
  const required = 'wstep podmiot url data-publikacja data-aktualizacja status data-sporzadzenie data-przeglad kontakt osoba email telefon procedura aplikacje architektura'.split(' ')

  test('has each of its ids exactly once', () => {
    expect(idsIn(html).filter((id) => id.startsWith('a11y-')).sort()).toEqual(['a11y-deklaracja', ...required.map((id) => `a11y-${id}`)].sort())
  })

  test('has days that a machine can read, in order', () => {
    const day = (id: string) => new RegExp(`<time id="a11y-data-${id}" dateTime="(\\d{4}-\\d\\d-\\d\\d)">`, 'i').exec(html)?.[1]
    expect(day('publikacja')! <= day('aktualizacja')!).toBe(true)
    expect(day('sporzadzenie')! <= day('przeglad')!).toBe(true)
  })
})

test.each([['pl', TermsPl], ['en', TermsEn]])('the terms in %s have a place for every rule that a decision can rest on', (_, Page) => {
  const ids = idsIn(renderToStaticMarkup(createElement(Page)))
  expect(ids).toEqual(expect.arrayContaining([...brokenRules, 'license']))
  expect(new Set(ids).size).toBe(ids.length)
})

describe('plain Polish', () => {
  const page = (Page: FunctionComponent) => renderToStaticMarkup(createElement(Page))
  // FOG: what everybody reads 8 at most, a clause of law 12.
  test.each([
    ['how it works', page(HowItWorksPl), 8],
    ['consultations', page(ConsultationsPl), 9],
    ['privacy', page(PrivacyPl), 10],
    ['terms', page(TermsPl), 10],
    ['accessibility', statement(AccessibilityPl), 10],
  ])('%s: years of school that it takes', (_, html, atMost) => {
    expect(fogOf(html)).toBeLessThanOrEqual(atMost)
  })

  test('one-letter words are bound to the next, also inside links and lists', () => {
    expect(renderToStaticMarkup(createElement(TermsPl))).not.toMatch(/[ (>][aiouwz] [^<]/i)
  })
})

/** FOG-PL: 0.4 × (words a sentence + hard words in a hundred); hard is what has four syllables or more. */
function fogOf(html: string): number {
  const text = html.replace(/<\/(h\d|li|p|td|th)>/g, '. ').replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')
  const words = text.match(/\p{L}+/gu)!
  const sentences = text.split(/[.!?:](?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence))
  const hard = words.filter((word) => (word.toLowerCase().replace(/i(?=[aąeęoóu])/g, '').replace(/[ae]u/g, 'a').match(/[aąeęioóuy]/g) ?? []).length >= 4)
  return 0.4 * (words.length / sentences.length + (100 * hard.length) / words.length)
}
