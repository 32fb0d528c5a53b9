/** Ten digits, padded on the left: KRS numbers have no check digit (ustawa o KRS). Null for what cannot be one. */
export function readKrs(typed: string): string | null {
  const digits = digitsOf(typed)
  if (!/^\d{1,10}$/.test(digits)) return null
  const krs = digits.padStart(10, '0')
  return sameDigit(krs) ? null : krs
}

/** Ten digits, weights 6 5 7 2 3 4 5 6 7, sum mod 11 is the last; a remainder of 10 is no NIP. „PL”, spaces and dashes may stand in it. */
export function readNip(typed: string): string | null {
  const nip = digitsOf(typed.trim().replace(/^PL/i, ''))
  if (!/^\d{10}$/.test(nip) || sameDigit(nip)) return null
  return weighted(nip, nipWeights) % 11 === Number(nip[9]) ? nip : null
}

/**
 * Nine or fourteen digits. Nine are taken even when their check digit is wrong, since it proves little (10 counts as 0):
 * ask `regonChecks` and warn. Of fourteen, both check digits must be right.
 */
export function readRegon(typed: string): string | null {
  const regon = digitsOf(typed)
  if (!/^(\d{9}|\d{14})$/.test(regon) || sameDigit(regon)) return null
  return regon.length === 9 || regonChecks(regon) ? regon : null
}

/** Whether the check digits of a REGON are right: weights 8 9 2 3 4 5 6 7, then 2 4 8 5 0 9 7 3 6 1 2 4 8, sum mod 11 mod 10. */
export function regonChecks(regon: string): boolean {
  const nine = (weighted(regon, regon9Weights) % 11) % 10 === Number(regon[8])
  return nine && (regon.length === 9 || (weighted(regon, regon14Weights) % 11) % 10 === Number(regon[13]))
}

const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
const regon9Weights = [8, 9, 2, 3, 4, 5, 6, 7]
const regon14Weights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

const digitsOf = (typed: string) => typed.replace(/[\s\-–]/g, '')
const sameDigit = (digits: string) => /^(\d)\1*$/.test(digits)
const weighted = (digits: string, weights: number[]) => weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
