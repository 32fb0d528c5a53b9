import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAccount, isPesel, personalDataIn } from './personal-data'

const kindsIn = (text: string) => personalDataIn(text).map(({ kind }) => kind)

/** A PESEL of somebody born on that day, with its check digit. */
function peselOf(born: Date, serial: number): string {
  const year = born.getUTCFullYear()
  const month = born.getUTCMonth() + 1 + { 18: 80, 19: 0, 20: 20 }[Math.floor(year / 100)]!
  const digits = [year % 100, month, born.getUTCDate()].map((part) => String(part).padStart(2, '0')).join('') + String(serial).padStart(4, '0')
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
  return digits + ((10 - (sum % 10)) % 10)
}
const pesels = fc.tuple(fc.date({ min: new Date('1850-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }), fc.nat(9999)).map(([born, serial]) => peselOf(born, serial))

describe('A52: a PESEL', () => {
  test('every right one is found, wherever it stands', () =>
    fc.assert(fc.property(pesels, fc.constantFrom('', 'nr ', '(', 'PESEL:'), (pesel, before) => {
      expect(personalDataIn(`Pani ${before}${pesel}, proszę.`)).toEqual([{ kind: 'pesel', passage: pesel }])
    })))

  test('with one digit wrong it is none', () =>
    fc.assert(fc.property(pesels, fc.nat(10), fc.integer({ min: 1, max: 9 }), (pesel, at, more) => {
      const wrong = [...pesel].map((digit, place) => (place === at ? String((Number(digit) + more) % 10) : digit)).join('')
      expect(isPesel(wrong)).toBe(false)
    })))

  test('of random eleven digits fewer than one in fifty', () => {
    const found = Array.from({ length: 20_000 }, (_, n) => String((n * 48_271 * 1_009 + 7_919) % 99_999_999_999).padStart(11, '0')).filter(isPesel)
    expect(found.length).toBeLessThan(400)
  })
})

test.each([
  ['account', 'Wpłaty na PL61 1090 1014 0000 0712 1981 2874.'],
  ['account', 'konto 61109010140000071219812874'],
  ['card', 'karta 4111 1111 1111 1111'],
  ['card', '5555555555554444'],
  ['phone', 'Dzwońcie: 600 123 456!'],
  ['phone', 'tel. +48 601-234-567'],
  ['phone', '512345678'],
  ['phone', 'do pani Ewy (56) 611 10 12'],
  ['street', 'mieszka przy ul. Mickiewicza 12/3'],
  ['street', 'na ulicy Bydgoskiej 7a m. 14'],
])('A52: %s in „%s”', (kind, text) => expect(kindsIn(text)).toEqual([kind]))

test.each([
  'Przy ul. Bydgoskiej 12 nie ma ławki.',
  'Budżet to 600 000 000 zł, a w 2027 roku 712 345 678 zł.',
  'KRS 0000998801, NIP 956-20-47-689, REGON 871118736',
  'Zadanie 1.1.19, strona 123 456, tabela 2, lata 2021-2027',
  'Uchwała nr 1041/22 z 23.06.2022, Dz.U. 2018 poz. 1000',
  'Numer 12345678901 nie jest niczyim PESEL-em.',
  'konto 61 1090 1014 0000 0712 1981 2875',
  'https://bip.torun.pl/artykuly/12345678/2026-11-22',
  'Mieszkańców jest 198 613, a było 201 447.',
])('A52: innocent numbers stay: „%s”', (text) => expect(kindsIn(text)).toEqual([]))

test('an account number is checked by its two digits', () => {
  expect(isAccount('61109010140000071219812874')).toBe(true)
  expect(isAccount('62109010140000071219812874')).toBe(false)
})

test('A15: the longest text is looked through at once', () => {
  for (const unit of ['1 ', '12 345 ', 'ul. A ', '4111 ', 'os. a1 ', '6'.repeat(8) + '-', 'ul. ' + 'ą '.repeat(30)]) {
    const began = performance.now()
    personalDataIn(unit.repeat(20_000 / unit.length))
    expect(performance.now() - began).toBeLessThan(50)
  }
})
