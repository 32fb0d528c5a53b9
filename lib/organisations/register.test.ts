import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestRegister } from '../../scripts/test-register'
import { askRegister } from './register'
import { compare, isAlarming, readEntry, type RegisterEntry } from './register-entry'

let register: Awaited<ReturnType<typeof startTestRegister>>
beforeAll(async () => {
  register = await startTestRegister()
  vi.stubEnv('REGISTER_URL', register.url)
})
afterEach(() => vi.stubEnv('REGISTER_URL', register.url))
afterAll(() => {
  vi.unstubAllEnvs()
  register.stop()
})

describe('asking', () => {
  test('a foundation among enterprises', async () => {
    expect(await askRegister('0000030897')).toEqual({
      outcome: 'found',
      entry: { register: 'P', krs: '0000030897', name: 'WIELKA ORKIESTRA ŚWIĄTECZNEJ POMOCY', legalForm: 'FUNDACJA', nip: '5213003700', regon: '01016806800000', town: 'WARSZAWA', street: 'UL. DOMINIKAŃSKA 19C', address: 'UL. DOMINIKAŃSKA 19C, 02-738 WARSZAWA', status: 'active', body: 'ZARZĄD', representation: 'OŚWIADCZENIA W IMIENIU FUNDACJI SKŁADA PREZES ZARZĄDU SAMODZIELNIE ALBO DWAJ CZŁONKOWIE ZARZĄDU ŁĄCZNIE', asOf: '20.11.2026' },
    })
    expect(register.asked).toEqual(['P 0000030897'])
  })

  test('an association among associations, asked there second, and nobody’s name is taken along', async () => {
    const answer = await askRegister('0100000001')
    expect(answer).toMatchObject({ outcome: 'found', entry: { register: 'S', town: 'TORUŃ', street: 'UL. SZEROKA 7' } })
    expect(register.asked.slice(-2)).toEqual(['P 0100000001', 'S 0100000001'])
    expect(JSON.stringify(answer)).not.toMatch(/\*\*|PREZES|J\*/)
  })

  test.each([
    ['one in liquidation', '0200000001', { outcome: 'found', entry: { status: 'liquidation' } }],
    ['one that was struck off', '0300000001', { outcome: 'deleted', entry: null }],
    ['an unknown number', '9999999999', { outcome: 'missing', entry: null }],
    ['what is no number', '../../etc', { outcome: 'missing', entry: null }],
    ['a page instead of an answer', '0600000001', { outcome: 'garbled', entry: null }],
    ['an answer without end', '0700000001', { outcome: 'garbled', entry: null }],
    ['a redirect', '0800000001', { outcome: 'unreachable', entry: null }],
    ['a failure', '0900000001', { outcome: 'unreachable', entry: null }],
  ])('%s', async (_, krs, answer) => expect(await askRegister(krs)).toMatchObject(answer))

  test('a redirect is not followed', () => expect(register.elsewhere).toBe(0))

  test('silence ends after five seconds', { timeout: 15_000 }, async () => {
    const began = performance.now()
    expect(await askRegister('0500000001')).toEqual({ outcome: 'unreachable', entry: null })
    expect(performance.now() - began).toBeGreaterThan(4500)
    expect(performance.now() - began).toBeLessThan(7000)
  })

  test('another’s answer is no answer', async () => {
    register.say('0100000009', { odpis: { naglowekA: { rejestr: 'RejS', numerKRS: '0100000008' }, dane: { dzial1: { danePodmiotu: { nazwa: 'INNA' } } } } })
    expect(await askRegister('0100000009')).toEqual({ outcome: 'garbled', entry: null })
  })

  test('nobody, where it is switched off or away', async () => {
    vi.stubEnv('REGISTER_URL', 'off')
    expect(await askRegister('0100000001')).toBeNull()
    vi.stubEnv('REGISTER_URL', 'http://127.0.0.1:9')
    expect(await askRegister('0100000001')).toEqual({ outcome: 'unreachable', entry: null })
  })
})

describe('reading', () => {
  const least = { odpis: { naglowekA: { numerKRS: '0000000123' }, dane: { dzial1: { danePodmiotu: { nazwa: 'FUNDACJA RZEKA' } } } } }
  test('loosely: what is not there is not known', () => {
    expect(readEntry(least, 'S')).toMatchObject({ name: 'FUNDACJA RZEKA', nip: null, town: null, address: null, status: 'active', representation: null })
  })
  test.each([[null], [[]], ['x'], [{}], [{ odpis: { dane: { dzial1: {} } } }], [{ odpis: { dane: { dzial1: { danePodmiotu: { nazwa: 7 } } } } }]])('not at all: %j', (json) => expect(readEntry(json, 'S')).toBeNull())
  test.each<[string, Record<string, unknown>, RegisterEntry['status']]>([
    ['FUNDACJA', {}, 'active'],
    ['FUNDACJA', { likwidacja: {} }, 'active'],
    ['FUNDACJA', { likwidacja: [{ otwarcieLikwidacji: '2026' }] }, 'liquidation'],
    ['FUNDACJA W LIKWIDACJI', {}, 'liquidation'],
    ['FUNDACJA', { rozwiazanieUniewaznienie: { okolicznosc: 'ROZWIĄZANIE' } }, 'liquidation'],
    ['FUNDACJA', { postepowanieUpadlosciowe: [{ data: '2026' }] }, 'bankruptcy'],
    ['FUNDACJA W UPADŁOŚCI', {}, 'bankruptcy'],
    ['FUNDACJA', { wykreslenie: { data: '2026' } }, 'deleted'],
  ])('the state of %s with %j', (nazwa, dzial6, status) => {
    const entry = readEntry({ odpis: { naglowekA: {}, dane: { dzial1: { danePodmiotu: { nazwa } }, dzial6 } } }, 'S')!
    expect(entry.status).toBe(status)
    expect(isAlarming('found', entry)).toBe(status !== 'active')
  })
})

test.each<[Partial<Parameters<typeof compare>[0]>, Partial<RegisterEntry>, Partial<ReturnType<typeof compare>>]>([
  [{}, {}, { name: true, seat: true, nip: null, regon: null }],
  [{ name: 'Rzeka' }, {}, { name: true }],
  [{ name: 'Fundacja Morze' }, {}, { name: false }],
  [{ name: 'Stowarzyszenie „Rzeka”' }, { name: 'STOWARZYSZENIE RZEKA W LIKWIDACJI' }, { name: true }],
  [{ seat: 'Toruń' }, {}, { seat: true }],
  [{ seat: 'torun, szeroka 7' }, {}, { seat: true }],
  [{ seat: 'ul. Szeroka 8, Toruń' }, {}, { seat: false }],
  [{ seat: 'Bydgoszcz' }, {}, { seat: false }],
  [{}, { town: null }, { seat: null }],
  [{ nip: '8790001014' }, { nip: '5213003700' }, { nip: false }],
  [{ regon: '871118856' }, { regon: '87111885600000' }, { regon: true }],
  [{ regon: '010168068' }, { regon: '87111885600000' }, { regon: false }],
])('%j beside %j', (typed, known, agreement) => {
  const entry = { register: 'S', krs: '1', name: 'STOWARZYSZENIE „RZEKA”', legalForm: null, nip: null, regon: null, town: 'TORUŃ', street: 'UL. SZEROKA 7', address: null, status: 'active', body: null, representation: null, asOf: null } satisfies RegisterEntry
  expect(compare({ name: 'Stowarzyszenie Rzeka', seat: 'ul. Szeroka 7, Toruń', krs: '1', nip: null, regon: null, ...typed }, { ...entry, ...known })).toMatchObject(agreement)
})
