import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import { readKrs, readNip, readRegon, regonChecks } from './register-numbers'
import { canDecide, canRegister, registrationInput, type Registration } from './rules'

describe('numbers of registers', () => {
  test.each([
    ['0000030897', '0000030897'], ['30897', '0000030897'], [' 0000 030 897 ', '0000030897'],
    ['0000000000', null], ['1111111111', null], ['00000308971', null], ['KRS 30897', null], ['', null],
  ])('KRS %s', (typed, read) => expect(readKrs(typed)).toBe(read))

  test.each([
    ['5213003700', '5213003700'], ['521-300-37-00', '5213003700'], ['PL 521 300 37 00', '5213003700'], ['8790001014', '8790001014'],
    ['1234567890', null], ['0000000000', null], ['1111111111', null], ['521300370', null], ['52130037000', null], ['521300370O', null],
  ])('NIP %s', (typed, read) => expect(readNip(typed)).toBe(read))

  test('a NIP with one wrong digit is none', () => {
    for (let place = 0; place < 10; place++) {
      for (let by = 1; by < 10; by++) {
        const digits = [...'8790001014'].map(Number)
        digits[place] = (digits[place]! + by) % 10
        expect(readNip(digits.join(''))).toBeNull()
      }
    }
  })

  test.each([
    ['010168068', '010168068', true], ['871118856', '871118856', true], ['123456785', '123456785', true], ['12345678512347', '12345678512347', true],
    ['010168069', '010168069', false], // Taken all the same: its check digit is no proof.
    ['12345678512348', null, false], ['12345678612347', null, false],
    ['000000000', null, true], ['00000000000000', null, true], ['777777777', null, false], ['12345678', null, false],
  ])('REGON %s', (typed, read, checks) => {
    expect(readRegon(typed)).toBe(read)
    if (read) expect(regonChecks(read)).toBe(checks)
  })
})

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const suspended = { suspendedUntil: new Date(Date.now() + 60_000) }
const says = (objection: { key: string } | null) => objection?.key ?? null

describe('who may', () => {
  test.each([
    ['anybody with a name', person(), null],
    ['nobody without one', person([], { name: null }), 'objection.nameFirst'],
    ['nobody suspended', person([], suspended), 'objection.suspended'],
  ])('register: %s', (_, who, objection) => expect(says(canRegister(who, null))).toBe(objection))

  const waiting: Registration = { state: 'waiting', isMember: false }
  test.each<[string, Person, Partial<Registration>, string | null]>([
    ['moderator', person(['moderator']), {}, null],
    ['admin', person(['admin']), {}, null],
    ['official', person(['official']), {}, 'objection.notYours'],
    ['resident', person(), {}, 'objection.notYours'],
    ['suspended moderator', person(['moderator'], suspended), {}, 'objection.suspended'],
    ['moderator about their own', person(['moderator']), { isMember: true }, 'organisation.objection.own'],
    ['admin about their own', person(['admin']), { isMember: true }, 'organisation.objection.own'],
    ['moderator about a confirmed one', person(['moderator']), { state: 'confirmed' }, 'organisation.objection.alreadyConfirmed'],
    ['moderator about a refused one', person(['moderator']), { state: 'refused' }, 'organisation.objection.alreadyRefused'],
  ])('decide: %s', (_, who, registration, objection) => expect(says(canDecide(who, { ...waiting, ...registration }))).toBe(objection))
})

describe('a registration', () => {
  const right = { name: 'Fundacja Rzeka', legalForm: 'foundation', krs: '30897', seat: 'ul. Szeroka 1, Toruń', about: 'Sprzątamy brzegi.', contactEmail: 'Biuro@Rzeka.PL' }
  const problems = (input: unknown) => {
    const parsed = registrationInput.safeParse(input)
    return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
  }

  test('is read', () => {
    expect(registrationInput.parse(right)).toEqual({ ...right, krs: '0000030897', nip: null, regon: null, contactEmail: 'biuro@rzeka.pl', contactPhone: null })
  })
  test.each([
    [{ name: ' ' }, { name: 'problem.required' }],
    [{ name: 'x'.repeat(151) }, { name: 'problem.tooLong' }],
    [{ krs: '' }, { krs: 'organisation.problem.krsNeeded' }],
    [{ krs: 'abc' }, { krs: 'organisation.problem.krs' }],
    [{ krs: '', legalForm: 'parish' }, {}],
    [{ legalForm: 'party' }, { legalForm: 'problem.choose' }],
    [{ nip: '1234567890' }, { nip: 'organisation.problem.nip' }],
    [{ regon: '000000000' }, { regon: 'organisation.problem.regon' }],
    [{ contactEmail: 'biuro' }, { contactEmail: 'problem.email' }],
    [{ contactPhone: 'zadzwoń' }, { contactPhone: 'organisation.problem.phone' }],
    [{ name: 'Fundacja Z\u0316\u0316alg' }, { name: 'problem.heapedMarks' }],
    [{ name: 'Fundacja Тoruń' }, { name: 'problem.nameScripts' }],
    [{ about: '', krs: '' }, { about: 'problem.required', krs: 'organisation.problem.krsNeeded' }],
    [{ confirmedAt: '2026-01-01' }, { '': 'Unrecognized key: "confirmedAt"' }],
  ])('A06, A09, A22: %o', (change, expected) => expect(problems({ ...right, ...change })).toEqual(expected))
})
