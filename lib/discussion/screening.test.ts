import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonText } from '../text'
import { passageOf, screen, type Facts, type HouseRules } from './screening'

const house: HouseRules = { words: [], firstVoices: 0 }
const known: Facts = { open: true, closedReason: null, lockedAt: null, said: [], voices: 20, recent: 0, vouched: false, goesOn: false }
const text = 'Posadźmy tu lipy.'
const pesel = '44051401359'

// Each check, where it speaks and where it does not.
test.each<[string, string, Partial<Facts>, Partial<HouseRules>, unknown]>([
  ['nothing to say', text, {}, {}, null],
  ['too long', 'ą'.repeat(4001), {}, {}, { refuse: { key: 'problem.tooLong', values: { max: 4000 } } }],
  ['long enough', 'ą'.repeat(4000), {}, {}, null],
  ['closed', text, { open: false }, {}, { refuse: { key: 'objection.threadClosed' } }],
  ['locked', text, { lockedAt: new Date() }, {}, { refuse: { key: 'objection.threadLocked' } }],
  ['said before', text, { said: ['Inne.', 'POSADZMY tu  lipy!!'] }, {}, { refuse: { key: 'writing.refused.repeat' } }],
  ['signs said before', '🙂', { said: ['🙂'] }, {}, { refuse: { key: 'writing.refused.repeat' } }],
  ['other signs', '🙂', { said: ['🙃'] }, {}, null],
  ['personal data', `PESEL ${pesel}`, {}, {}, { warn: { key: 'writing.warned', values: { kind: 'pesel', passage: pesel } } }],
  ['personal data, warned', `PESEL ${pesel}`, { goesOn: true }, {}, { hold: 'personal-data' }],
  ['warned, but nothing there', text, { goesOn: true }, {}, null],
  ['a link of a newcomer', 'Zobacz https://example.org', { voices: 2 }, {}, { hold: 'links' }],
  ['a bare link of a newcomer', 'Zobacz www.example.org', { voices: 0 }, {}, { hold: 'links' }],
  ['a link of somebody known', 'Zobacz https://example.org', { voices: 3 }, {}, null],
  ['a link of an organisation', 'Zobacz https://example.org', { voices: 0, vouched: true }, {}, null],
  ['a word', 'To kurwa skandal', {}, {}, { hold: 'words' }],
  ['a word of the office’s', 'To sitwa', {}, { words: ['sitwa'] }, { hold: 'words' }],
  ['a word in an official name', 'To kurwa skandal', { vouched: true }, {}, { hold: 'words' }],
  ['a flood', text, { recent: 10 }, {}, { hold: 'flood' }],
  ['not yet a flood', text, { recent: 9 }, {}, null],
  ['many answers of the office', text, { recent: 30, vouched: true }, {}, null],
  ['first voices', text, { voices: 1 }, { firstVoices: 2 }, { hold: 'first-voices' }],
  ['first voices over', text, { voices: 2 }, { firstVoices: 2 }, null],
  ['first voices of an organisation', text, { voices: 0, vouched: true }, { firstVoices: 2 }, null],
  ['what cannot be goes before what needs a look', 'To kurwa skandal', { open: false, recent: 30 }, {}, { refuse: { key: 'objection.threadClosed' } }],
])('%s', (_, text, facts, chosen, verdict) => expect(screen(text, { ...known, ...facts }, { ...house, ...chosen })).toEqual(verdict))

test('A08: invisible characters, case, diacritics and signs make no other text', () => {
  const invisible = fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufeff', '\u202e')
  const disguise = fc.array(fc.tuple(fc.nat(text.length - 1), fc.oneof(invisible, fc.constantFrom('!', ' ', '.', ' \n'))), { maxLength: 8 })
  fc.assert(fc.property(disguise, fc.boolean(), (marks, loud) => {
    const disguised = marks.reduce((text, [at, mark]) => text.slice(0, at) + mark + text.slice(at), loud ? text.toUpperCase() : text)
    expect(screen(canonText(disguised), { ...known, said: [text] }, house)).toEqual({ refuse: { key: 'writing.refused.repeat' } })
  }))
})

test('any text of any writer gets a verdict or none, quickly', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), fc.boolean(), (raw, goesOn) => {
    const verdict = screen(canonText(raw), { ...known, goesOn, voices: 0 }, { words: ['sitwa'], firstVoices: 1 })
    expect(verdict === null || 'refuse' in verdict || 'warn' in verdict || 'hold' in verdict).toBe(true)
  }))
})

test('a moderator sees the passage', () => {
  expect(passageOf('To wkurwia, naprawdę.', 'words', house)).toBe('wkurwia')
  expect(passageOf('Zobacz https://example.org/a, tam.', 'links', house)).toBe('https://example.org/a,')
  expect(passageOf(`Numer ${pesel}.`, 'personal-data', house)).toBe(pesel)
  expect(passageOf(text, 'flood', house)).toBeNull()
})
